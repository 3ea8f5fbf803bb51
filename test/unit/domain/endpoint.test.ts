import assert from 'node:assert/strict';
import { HumanError } from '../../../src/base/errors';
import { parseEndpoints, reconnects, sameEndpoint, toEndpoint } from '../../../src/domain/endpoint';
import { displayUrl, urlProblem } from '../../../src/domain/endpointUrl';

const url = 'https://example.com/events';

describe('urlProblem', () => {
	for (const text of [
		url,
		' https://example.com ',
		'HTTP://localhost:8080/?a=b#c',
		'http://127.0.0.1:1',
		'https://[::1]:3000/x',
		'http://user:pass@host/',
		'https://bücher.example/ü?q=ä',
	]) {
		it(`finds none in ${text}`, () => assert.equal(urlProblem(text), undefined));
	}

	for (const [text, problem] of [
		['', /^Type the URL/],
		['   ', /^Type the URL/],
		['example.com', /has no scheme\. Begin with http/],
		['localhost:8080/events', /“localhost:8080\/events” has no scheme/],
		['/events', /has no scheme/],
		['//example.com/', /has no scheme/],
		['not a url', /has no scheme/],
		['ftp://example.com', /^ftp: URLs cannot be opened/],
		['file:///etc/passwd', /^file: URLs/],
		['javascript:alert(1)', /^javascript: URLs/],
		['ws://example.com', /^ws: URLs/],
		['http:example.com', /names no host\. Write it as http:/],
		['http:///example.com', /names no host/],
		['https://', /names no host/],
		['https://?x', /names no host/],
		['https://exa mple.com', /contains a space/],
		['https://example.com/a b', /contains a space/],
		['https://example.com:99999/', /is not a valid URL/],
		['https://exa<mple.com/', /is not a valid URL/],
		['https://[::1/', /is not a valid URL/],
		[`x${'y'.repeat(500)}`, /^“.{59}…” has no scheme/],
		['//me:s3cret@host/a?token=s3cret', /^“\/\/…@host\/a\?…” has no scheme/],
		['host/?key=s3cret#s3cret', /^“host\/\?…” has no scheme/],
		['http://me:s3/cr@et@ho[st/#s3cret', /^“http:\/\/…@ho\[st\/#…” is not a valid URL/],
	] as const) {
		it(`says what is wrong with ${text.slice(0, 60) || 'nothing'}`, () => {
			assert.match(urlProblem(text) ?? '', problem);
		});
	}
});

describe('toEndpoint', () => {
	it('takes a URL, and moves user name and password out of it', () => {
		assert.deepEqual(toEndpoint(` https://u:p%40@example.com/x `), {
			name: 'https://example.com/x',
			url: 'https://example.com/x',
			auth: { type: 'basic', username: 'u', password: 'p@' },
		});
		const auth = { type: 'bearer', token: 't' } as const;
		const both = toEndpoint({ url: 'https://u:p@example.com/x', auth });
		assert.deepEqual([both.url, both.auth], ['https://example.com/x', auth]);
	});

	it('takes an object and leaves out what is as it would be anyway', () => {
		assert.deepEqual(toEndpoint({ url, method: 'get' }), { name: url, url });
		const full = {
			name: 'Live',
			url,
			method: 'POST',
			headers: { Authorization: 'Bearer x', 'x-empty': '' },
			body: '{"a":1}',
			lastEventId: '',
			reconnect: 'auto',
		};
		assert.deepEqual(toEndpoint({ ...full, name: ' Live ', method: 'post', unknown: 1 }), full);
	});

	for (const [value, problem] of [
		[undefined, /^An endpoint is a URL, or an object/],
		[null, /^An endpoint is/],
		[42, /^An endpoint is/],
		[[url], /^An endpoint is/],
		['nope', /has no scheme/],
		[{}, /^The URL is missing/],
		[{ url: 1 }, /"url" must be a string/],
		[{ url: 'ftp://x' }, /^ftp: URLs/],
		[{ url, name: '' }, /"name" must be/],
		[{ url, name: 1 }, /"name" must be/],
		[{ url, method: 'GET /' }, /"method" must be/],
		[{ url, method: 1 }, /"method" must be/],
		[{ url, method: 'Connect' }, /CONNECT asks a proxy for a tunnel/],
		[{ url, body: 'x' }, /A GET request has no body/],
		[{ url, body: {} }, /A GET request has no body/],
		[{ url, method: 'POST', body: 1 }, /"body" must be a string, or an object or a list/],
		[{ url, method: 'POST', body: null }, /"body" must be/],
		[{ url, query: 'a=b' }, /"query" must be an object/],
		[{ url, query: ['a'] }, /"query" must be an object/],
		[{ url, query: { '': 1 } }, /parameter in "query" has no name/],
		[{ url, query: { a: null } }, /parameter “a” in "query" must be a string, a number/],
		[{ url, query: { a: { b: 1 } } }, /parameter “a”/],
		[{ url, query: { a: [1, [2]] } }, /parameter “a”/],
		[{ url, query: { a: NaN } }, /parameter “a”/],
		[{ url, query: { a: '\ud800' } }, /parameter “a”/],
		[{ url, auth: 'secret' }, /"auth" must be an object whose "type"/],
		[{ url, auth: { type: 'digest' } }, /"auth" must be an object whose "type"/],
		[{ url, auth: { type: 'bearer' } }, /needs a "token"/],
		[{ url, auth: { type: 'bearer', token: ' ' } }, /needs a "token"/],
		[{ url, auth: { type: 'bearer', token: 'secret\n' } }, /"token" in "auth" must be on one line/],
		[{ url, auth: { type: 'basic', username: 'u' } }, /needs a "username" and a "password"/],
		[{ url, auth: { type: 'basic', username: 'u:secret', password: 'p' } }, /a colon/],
		[{ url, auth: { type: 'basic', username: 'u', password: 'secret\r' } }, /be on one line/],
		[{ url, timeoutMs: '5' }, /"timeoutMs" must be a number of milliseconds above 0/],
		[{ url, timeoutMs: 0 }, /"timeoutMs" must be/],
		[{ url, idleTimeoutMs: -1 }, /"idleTimeoutMs" must be/],
		[{ url, idleTimeoutMs: Infinity }, /"idleTimeoutMs" must be/],
		[{ url, lastEventId: 1 }, /"lastEventId" must be a string/],
		[{ url, lastEventId: 'a\nb' }, /"lastEventId" must be/],
		[{ url, lastEventId: 'a\0b' }, /"lastEventId" must be/],
		[{ url, reconnect: true }, /"reconnect" must be/],
		[{ url, headers: [] }, /"headers" must be an object/],
		[{ url, headers: 'a: b' }, /"headers" must be an object/],
		[{ url, headers: { 'a b': 'x' } }, /“a b” is not a valid header name/],
		[{ url, headers: { '': 'x' } }, /is not a valid header name/],
		[{ url, headers: { 'a:': 'x' } }, /is not a valid header name/],
		[{ url, headers: { 'Key: s3cret': '' } }, /^“Key:…” is not a valid header name/],
		[{ url, headers: { a: 1 } }, /value of the header “a”/],
		[{ url, headers: { a: 'x\r\nb: y' } }, /value of the header “a”/],
	] as const) {
		it(`says what is wrong with ${JSON.stringify(value)}`, () => {
			assert.throws(
				() => toEndpoint(value),
				(error: unknown) =>
					error instanceof HumanError &&
					problem.test(error.message) &&
					!error.message.includes('secret'),
			);
		});
	}

	it('takes a query, credentials, a JSON body and time limits as they are given', () => {
		const given = {
			name: 'All',
			url,
			query: { q: 'a b', n: [1, 2.5], on: true, none: [] },
			method: 'POST',
			auth: { type: 'basic', username: 'u', password: '' },
			body: [{ a: null }, 1],
			timeoutMs: 0.5,
			idleTimeoutMs: 3e10,
		};
		assert.deepEqual(toEndpoint(given), given);
		const bearer = { type: 'bearer', token: 't', more: 1 };
		assert.deepEqual(toEndpoint({ url, auth: bearer }).auth, { type: 'bearer', token: 't' });
	});

	it('copies a JSON body, and refuses what JSON cannot hold', () => {
		const body: Record<string, unknown> = { a: [1], b: undefined };
		const endpoint = toEndpoint({ url, method: 'POST', body });
		assert.deepEqual(endpoint.body, { a: [1] });
		body.self = body;
		assert.throws(() => toEndpoint({ url, method: 'POST', body }), /"body" must be a string, or/);
		const text = { toJSON: () => 'x' };
		assert.throws(() => toEndpoint({ url, method: 'POST', body: text }), /"body" must be/);
	});

	it('takes header names that objects have of themselves as names', () => {
		const headers: unknown = JSON.parse('{"__proto__":"x","constructor":"y"}');
		const endpoint = toEndpoint({ url, headers });
		assert.deepEqual(Object.entries(endpoint.headers ?? {}), [
			['__proto__', 'x'],
			['constructor', 'y'],
		]);
	});
});

describe('parseEndpoints', () => {
	it('takes nothing for no endpoints', () => {
		assert.deepEqual(parseEndpoints(undefined), []);
		assert.deepEqual(parseEndpoints(null), []);
		assert.deepEqual(parseEndpoints([]), []);
	});

	it('says that a setting which is no list is none', () => {
		const [only] = parseEndpoints({ name: 'a', url });
		assert.ok(only && !only.ok);
		assert.match(only.reason, /must be a list/);
	});

	it('keeps the good ones, and says of each bad one why', () => {
		const found = parseEndpoints([
			{ name: 'a', url },
			'https://example.com',
			{ url },
			{ name: ' a ', url: 'https://other.example/' },
			{ name: 'b' },
			null,
			{ name: 'c', url },
			{ name: 5, url },
		]).map(one => (one.ok ? one.endpoint.name : `${one.name}: ${one.reason}`));
		assert.deepEqual(found, [
			'a',
			'Endpoint 2: An endpoint must be an object with a name and a URL.',
			'Endpoint 3: The name is missing. Add "name".',
			'a: Another endpoint is named “a”. Rename one.',
			'b: The URL is missing. Add "url".',
			'Endpoint 6: An endpoint must be an object with a name and a URL.',
			'c',
			'Endpoint 8: "name" must be a string that is not empty.',
		]);
	});
});

describe('Endpoints', () => {
	it('are the same if they ask for the same, whatever their name', () => {
		const one = toEndpoint({ name: 'a', url, headers: { a: '1', b: '2' } });
		assert.ok(sameEndpoint(one, toEndpoint({ name: 'b', url, headers: { b: '2', a: '1' } })));
		assert.ok(sameEndpoint(toEndpoint(url), toEndpoint({ url, headers: {} })));
		for (const other of [
			{ url, headers: { a: '1' } },
			{ url: `${url}/`, headers: { a: '1', b: '2' } },
			{ url, headers: { a: '1', b: '2' }, method: 'POST' },
			{ url, headers: { a: '1', b: '2' }, method: 'POST', body: 'x' },
			{ url, headers: { a: '1', b: '2' }, query: { a: 1 } },
			{ url, headers: { a: '1', b: '2' }, auth: { type: 'bearer', token: 't' } },
		]) {
			assert.ok(!sameEndpoint(one, toEndpoint(other)), JSON.stringify(other));
		}
	});

	for (const [options, expected] of [
		[{}, true],
		[{ method: 'POST' }, false],
		[{ reconnect: 'never' }, false],
		[{ method: 'POST', reconnect: 'auto' }, true],
	] as const) {
		it(`${JSON.stringify(options)} ${expected ? 'reconnects' : 'does not reconnect'}`, () => {
			assert.equal(reconnects(toEndpoint({ url, ...options })), expected);
		});
	}

	it('are shown without their passwords', () => {
		assert.equal(displayUrl('https://u:p@h/@x'), 'https://h/@x');
	});
});
