import assert from 'node:assert/strict';
import { SecretForms } from '../../../src/net/secret/secretForms';

const secret = 'a+b/c= "ü<é>\'&#?';
const marks = "it's ~a/(b)*!";

describe('The forms of a secret', () => {
	const forms = new SecretForms([secret, 'hunter2hunter2', 'abc', '']);

	for (const [how, form] of [
		['as it is', secret],
		['percent-encoded', encodeURIComponent(secret)],
		['percent-encoded in lower case', encodeURIComponent(secret).toLowerCase()],
		['as a form sends it', new URLSearchParams({ k: secret }).toString().slice(2)],
		['in a query', new URL(`http://h/?${secret.replace('#', '%23')}`).search.slice(1)],
		['in JSON', JSON.stringify(secret).slice(1, -1)],
		['in JSON within JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
		['in JSON of ASCII only', 'a+b/c= \\"\\u00fc<\\u00e9>\'&#?'],
		['in JSON that suits HTML', 'a+b/c= \\"\\u00fc\\u003c\\u00e9\\u003e\\u0027\\u0026#?'],
		['in JSON with escaped slashes', 'a+b\\/c= \\"ü<é>\'&#?'],
		['in HTML', "a+b/c= &quot;ü&lt;é&gt;'&amp;#?"],
		['in HTML, with the quote', 'a+b/c= &quot;ü&lt;é&gt;&#39;&amp;#?'],
		['as base64', Buffer.from(secret).toString('base64')],
		['as base64url', Buffer.from(secret).toString('base64url')],
		['as the bytes of a header', Buffer.from(secret).toString('latin1')],
		[
			'as the bytes of a header that was made of such bytes',
			Buffer.from(Buffer.from(secret).toString('latin1')).toString('latin1'),
		],
		['as these in JSON', JSON.stringify(Buffer.from(secret).toString('latin1')).slice(1, -1)],
	] as const) {
		it(`are hidden: ${how}`, () => {
			assert.match(forms.hide(`seen: ${form}!`), /^seen: •••=*!$/);
		});
	}

	for (const [how, form] of [
		['in a query that was encoded before', new URL("http://h/?it's%20~a%2F(b)*!").search.slice(1)],
		['percent-encoded in full', 'it%27s%20~a%2F%28b%29%2A%21'],
		['percent-encoded in full, in lower case', 'it%27s%20~a%2f%28b%29%2a%21'],
	] as const) {
		it(`are hidden, also with marks: ${how}`, () => {
			assert.equal(new SecretForms([marks]).hide(`seen: ${form}!`), 'seen: •••!');
		});
	}

	it('are hidden wherever they stand', () => {
		assert.equal(forms.hide('hunter2hunter2 and hunter2hunter2.'), '••• and •••.');
	});

	it('are hidden where an ellipsis cuts them off', () => {
		assert.equal(forms.hide('401 wrong hunter2hun…, with a page'), '401 wrong •••…, with a page');
		assert.equal(forms.hide('hunter2hunt… hunter2h…'), '•••… •••…');
		assert.equal(forms.hide('hun… hunters…'), 'hun… hunters…');
	});

	it('are hidden where the limit of a page cuts them off', () => {
		assert.equal(forms.hideInPage('key: hunter2hunte', false), 'key: •••');
		assert.equal(forms.hideInPage('key: hunter2hunte', true), 'key: hunter2hunte');
		assert.equal(forms.hideInPage('key: hunter2hunter2', false), 'key: •••');
	});

	it('leave words alone that a short secret is part of', () => {
		assert.equal(forms.hide('abc'), 'abc');
	});
});
