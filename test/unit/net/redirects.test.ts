import * as assert from 'node:assert/strict';
import { requestFor } from '../../../src/net/exchange/outgoingRequest';
import { redirect } from '../../../src/net/exchange/redirects';

const endpoint = {
	name: 'x',
	url: 'https://user:secret@a.example/old/path?q=1',
	headers: { 'X-Api-Key': 'k', Cookie: 'c', 'X-Plain': 'p', 'Proxy-Authorization': 'Basic zzz' },
};

function follow(status: number, location: string, request = requestFor(endpoint, '42')) {
	const next = redirect(request, status, location, 0);
	assert.ok(next.type === 'follow', JSON.stringify(next));
	const names = next.request.headers.map(([name]) => name.toLowerCase());
	return { ...next, names };
}

describe('a redirect', () => {
	for (const [status, method, becomes] of [
		[301, 'GET', 'GET'],
		[301, 'POST', 'GET'],
		[302, 'POST', 'GET'],
		[302, 'PUT', 'PUT'],
		[303, 'POST', 'GET'],
		[303, 'PUT', 'GET'],
		[307, 'POST', 'POST'],
		[308, 'POST', 'POST'],
	] as const) {
		it(`${status} of ${method} is followed by ${becomes}`, () => {
			const headers = { 'Content-Type': 'application/json' };
			const body = method === 'GET' ? undefined : '{}';
			const request = requestFor(
				{ name: 'x', url: 'http://a.example/', method, headers, body },
				'',
			);
			const { request: next, names } = follow(status, '/new', request);
			assert.equal(next.method, becomes);
			const keepsBody = becomes === method && body !== undefined;
			assert.equal(next.body !== undefined, keepsBody);
			if (method !== 'GET') assert.equal(names.includes('content-length'), keepsBody);
			if (method !== 'GET') assert.equal(names.includes('content-type'), keepsBody);
		});
	}

	it('within the origin keeps all headers', () => {
		const { request, names, hop } = follow(302, '../new?q=2');
		assert.equal(request.url.href, 'https://a.example/new?q=2');
		assert.ok(
			names.includes('authorization') && names.includes('cookie') && names.includes('x-api-key'),
		);
		assert.deepEqual(hop, {
			status: 302,
			from: 'https://a.example/old/path?q=1',
			to: 'https://a.example/new?q=2',
			droppedHeaders: [],
		});
	});

	for (const location of [
		'https://b.example/',
		'http://a.example/',
		'https://a.example:8443/',
		'//b.example/x',
	]) {
		it(`to ${location} takes no secret along`, () => {
			const { names, hop, request } = follow(307, location);
			const kept = ['host', 'accept', 'cache-control', 'connection', 'x-plain', 'last-event-id'];
			assert.deepEqual(names.sort(), kept.sort());
			assert.deepEqual(
				[...hop.droppedHeaders].sort(),
				['Authorization', 'Cookie', 'Proxy-Authorization', 'X-Api-Key'].sort(),
			);
			assert.equal(request.headers.find(([name]) => name === 'Host')?.[1], request.url.host);
		});
	}

	it('takes the credentials of its own URL, and hides them', () => {
		const { request, hop } = follow(302, 'https://u:p@b.example/?token=abc');
		assert.equal(request.headers.find(([name]) => name === 'Authorization')?.[1], 'Basic dTpw');
		assert.equal(hop.to, 'https://b.example/?token=•••');
		assert.equal(request.url.username, '');
	});

	it('reads a Location in UTF-8', () => {
		const location = Buffer.from('/münchen', 'utf8').toString('latin1');
		assert.equal(follow(302, location).request.url.pathname, '/m%C3%BCnchen');
	});

	const failures: [string, string, RegExp][] = [
		['file:///etc/passwd', '302', /file: URL, which is not followed/],
		['javascript:alert(1)', '302', /javascript: URL/],
		['unix:///var/run/docker.sock', '302', /unix: URL/],
		['http://', '302', /not a URL/],
	];
	for (const [location, , title] of failures) {
		it(`to ${location} is a failure for good`, () => {
			const next = redirect(requestFor(endpoint, ''), 302, location, 0);
			assert.ok(next.type === 'fail');
			assert.equal(next.failure.report.type, 'redirect');
			assert.equal(next.failure.report.isFinal, true);
			assert.match(next.failure.report.title, title);
		});
	}

	it('is followed 20 times at most', () => {
		assert.equal(redirect(requestFor(endpoint, ''), 302, '/x', 19).type, 'follow');
		const next = redirect(requestFor(endpoint, ''), 302, '/x', 20);
		assert.ok(next.type === 'fail');
		assert.match(next.failure.words, /more than 20 redirects/);
	});

	for (const [status, location] of [
		[200, '/x'],
		[304, '/x'],
		[300, '/x'],
		[302, undefined],
	] as const) {
		it(`${status} ${location ? 'with' : 'without'} a Location is none`, () => {
			assert.equal(redirect(requestFor(endpoint, ''), status, location, 0).type, 'none');
		});
	}
});
