import assert from 'node:assert/strict';
import { readConnectLink } from '../../../src/domain/connectLink';

/** As VS Code gives it: decoded once. */
const query = (url: string) => `url=${url}`;

describe('A link that asks to connect', () => {
	for (const { what, text, path = '/connect', url } of [
		{
			what: 'a URL',
			text: query('https://example.com/a?b=c&d=%20e#f'),
			url: 'https://example.com/a?b=c&d=%20e#f',
		},
		{
			what: 'plain http, and a port',
			text: query('http://127.0.0.1:8080'),
			url: 'http://127.0.0.1:8080/',
		},
		{
			what: 'a slash at the end of the path',
			path: '/connect/',
			text: query('https://a.example/'),
			url: 'https://a.example/',
		},
		{
			what: 'parameters that we do not know',
			text: `x=1&${query('https://a.example/')}`,
			url: 'https://a.example/',
		},
		{
			what: 'a URL that was encoded twice',
			text: `url=${encodeURIComponent('https://a.example/?b=%20&c')}`,
			url: 'https://a.example/?b=%20&c',
		},
		{
			what: 'letters that look like others',
			text: query('https://exаmple.com/'),
			url: 'https://xn--exmple-4nf.com/',
		},
		{
			what: 'marks that turn text round',
			text: query('https://a.example/\u202egnp.exe'),
			url: 'https://a.example/%E2%80%AEgnp.exe',
		},
		{
			what: 'dots that lead elsewhere',
			text: query('https://a.example/x/../y'),
			url: 'https://a.example/y',
		},
		{
			what: 'a host that is a number',
			text: query('http://2130706433/'),
			url: 'http://127.0.0.1/',
		},
	]) {
		it(`may have ${what}`, () => {
			assert.deepEqual(readConnectLink(path, text), { ok: true, url });
		});
	}

	for (const { what, text, path = '/connect', reason } of [
		{
			what: 'another path',
			path: '/run',
			text: query('https://a.example/'),
			reason: /does not do/,
		},
		{ what: 'no path', path: '', text: query('https://a.example/'), reason: /does not do/ },
		{ what: 'no URL', text: '', reason: /which URL/ },
		{ what: 'a secret', text: query('https://a.example/?t=${secret:KEY}'), reason: /variable/ },
		{ what: 'a variable of the environment', text: query('${env:URL}'), reason: /variable/ },
		{ what: 'an unknown variable', text: query('https://a.example/${x}'), reason: /variable/ },
		{
			what: 'a variable in disguise',
			text: query('https://a.example/%24%7Benv:HOME}'),
			reason: /variable/,
		},
		{ what: 'a file', text: query('file:///etc/passwd'), reason: /file: URLs cannot/ },
		{ what: 'a script', text: query('javascript:alert(1)'), reason: /javascript: URLs cannot/ },
		{ what: 'no scheme', text: query('a.example/x'), reason: /no scheme/ },
		{ what: 'no host', text: query('https:///x'), reason: /no host/ },
		{ what: 'a line end', text: query('https://a.example/\nHost: b'), reason: /space/ },
		{ what: 'a password', text: query('https://me:pw@a.example/'), reason: /user name/ },
		{ what: 'a user name', text: query('https://good.example@evil.example/'), reason: /user name/ },
		{
			what: 'far too much',
			text: query(`https://a.example/${'x'.repeat(9000)}`),
			reason: /too long/,
		},
	]) {
		it(`is not followed with ${what}`, () => {
			const link = readConnectLink(path, text);
			assert.ok(!link.ok);
			assert.match(link.reason, reason);
			assert.doesNotMatch(link.reason, /pw|KEY|passwd/);
		});
	}
});
