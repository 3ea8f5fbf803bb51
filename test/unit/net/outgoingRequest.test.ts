import * as assert from 'node:assert/strict';
import type { Endpoint } from '../../../src/domain/endpoint';
import { unsendableReason } from '../../../src/domain/lastEventId';
import type { Query } from '../../../src/domain/requestFields';
import {
	requestFacts,
	requestFor,
	wireHeaders,
	type OutgoingRequest,
} from '../../../src/net/exchange/outgoingRequest';

const url = 'http://stream.example/live';

describe('a request', () => {
	it('asks for an event stream, and for nothing compressed', () => {
		assert.deepEqual(requestFor({ name: 'x', url }, '').headers, [
			['Host', 'stream.example'],
			['Accept', 'text/event-stream'],
			['Cache-Control', 'no-cache'],
			['Connection', 'close'],
		]);
	});

	it('lets the endpoint’s headers win, whatever their case', () => {
		const headers = { accept: 'text/event-stream, */*', HOST: 'other.example', 'X-Own': 'é' };
		assert.deepEqual(requestFor({ name: 'x', url, headers }, '').headers, [
			['HOST', 'other.example'],
			['accept', 'text/event-stream, */*'],
			['Cache-Control', 'no-cache'],
			['Connection', 'close'],
			['X-Own', 'é'],
		]);
	});

	it('counts the bytes of the body itself', () => {
		const headers = {
			'content-length': '3',
			'Transfer-Encoding': 'chunked',
			Expect: '100-continue',
		};
		const request = requestFor({ name: 'x', url, method: 'POST', headers, body: 'grüß' }, '');
		assert.deepEqual(
			request.headers.filter(([name]) => /length|transfer|expect/i.test(name)),
			[['Content-Length', '6']],
		);
		assert.equal(Buffer.from(request.body ?? []).toString(), 'grüß');
	});

	it('sends an ID as UTF-8, in place of one among the endpoint’s headers', () => {
		const endpoint = { name: 'x', url, headers: { 'last-event-id': '1' } };
		assert.equal(requestFacts(requestFor(endpoint, '')).lastEventId, '1');
		const request = requestFor(endpoint, '日本 €');
		assert.equal(requestFacts(request).lastEventId, '日本 €');
		const wire = wireHeaders(request.headers)['Last-Event-ID'];
		assert.equal(Buffer.from(wire ?? '', 'latin1').toString('utf8'), '日本 €');
	});

	for (const [id, reason] of [
		['a\tb', undefined],
		['ü😀\u0085', undefined],
		['a\rb', /U\+000D/],
		['\n', /U\+000A/],
		['a\0', /U\+0000/],
		['\u001b[31m', /U\+001B/],
		['\u007f', /U\+007F/],
		[' \t ', /nothing but spaces/],
		[' a\tb ', undefined],
	] as const) {
		it(`${reason ? 'refuses' : 'sends'} the ID ${JSON.stringify(id)}`, () => {
			const said = unsendableReason(id);
			if (reason) assert.match(said ?? '', reason);
			else assert.equal(said, undefined);
			const sent = requestFor({ name: 'x', url }, id).headers.some(
				([name]) => name === 'Last-Event-ID',
			);
			assert.equal(sent, reason === undefined);
		});
	}

	it('carries values without the spaces around them, which HTTP would lose or refuse', () => {
		const spaces = ' '.repeat(100_000);
		const headers = { 'X-A': ' a b\t', 'X-B': `b${spaces}c`, 'X-C': spaces };
		const request = requestFor({ name: 'x', url, headers }, '\u00a07 ');
		const sent = new Map(request.headers);
		assert.deepEqual(
			['X-A', 'X-B', 'X-C', 'Last-Event-ID'].map(name => sent.get(name)),
			['a b', `b${spaces}c`, '', '\u00a07'],
		);
		assert.equal(requestFacts(request).lastEventId, '\u00a07');
	});

	it('turns credentials in the URL into a header, and shows them nowhere', () => {
		const withUser = 'http://us%C3%A9r:p%40ss@stream.example/live?token=abc&n=1';
		const request = requestFor({ name: 'x', url: withUser }, '');
		const sent = wireHeaders(request.headers).Authorization;
		assert.equal(sent, `Basic ${Buffer.from('usér:p@ss').toString('base64')}`);
		const shown = JSON.stringify(requestFacts(request));
		assert.doesNotMatch(shown, /us%C3|usér|p%40ss|p@ss|abc|dXP/);
		assert.match(shown, /Basic •••/);
	});

	it('prefers an Authorization header of the endpoint to credentials in the URL', () => {
		const headers = { authorization: 'Bearer t' };
		const request = requestFor({ name: 'x', url: 'http://u:p@stream.example/', headers }, '');
		assert.deepEqual(
			request.headers.filter(([name]) => /authorization/i.test(name)),
			[['authorization', 'Bearer t']],
		);
	});

	const queries: [string, string, Query, string][] = [
		['encodes', url, { 'a b': 'ü&=?#+' }, '/live?a%20b=%C3%BC%26%3D%3F%23%2B'],
		['repeats the name of a list', url, { n: [1, 'x', false], e: [] }, '/live?n=1&n=x&n=false'],
		['keeps what the URL has', `${url}?q=a+b%20c&t#part`, { n: 1 }, '/live?q=a+b%20c&t&n=1'],
		['adds nothing to an empty one', `${url}?`, {}, '/live'],
		['keeps an empty value', `${url}?`, { n: '' }, '/live?n='],
	];
	for (const [does, to, query, sent] of queries) {
		it(`${does} in the query`, () => {
			const { url: asked } = requestFor({ name: 'x', url: to, query }, '');
			assert.equal(`${asked.pathname}${asked.search}`, sent);
		});
	}

	const credentials: [string, Partial<Endpoint>, string][] = [
		['a token', { auth: { type: 'bearer', token: 'tö.k=' } }, 'Bearer tö.k='],
		[
			'a user name and a password',
			{ auth: { type: 'basic', username: 'usér', password: 'p:ss' } },
			`Basic ${Buffer.from('usér:p:ss').toString('base64')}`,
		],
		[
			'auth before what the URL has',
			{ url: 'http://u:p@stream.example/', auth: { type: 'bearer', token: 't' } },
			'Bearer t',
		],
		[
			'a header of its own before auth',
			{ headers: { AUTHORIZATION: 'Own x' }, auth: { type: 'bearer', token: 't' } },
			'Own x',
		],
	];
	for (const [what, fields, sent] of credentials) {
		it(`sends ${what}`, () => {
			const { headers } = requestFor({ name: 'x', url, ...fields }, '');
			const found = headers.filter(([name]) => /^authorization$/i.test(name));
			assert.deepEqual(
				found.map(([, value]) => value),
				[sent],
			);
		});
	}

	it('sends a JSON body as JSON, and says so unless the endpoint says something else', () => {
		const endpoint = { name: 'x', url, method: 'POST', body: { q: 'grüß', n: [1] } };
		const typeOf = (request: OutgoingRequest) =>
			request.headers.filter(([name]) => /^content-type$/i.test(name)).map(([, value]) => value);
		const request = requestFor(endpoint, '');
		assert.equal(Buffer.from(request.body ?? []).toString(), '{"q":"grüß","n":[1]}');
		assert.deepEqual(typeOf(request), ['application/json']);
		const own = { 'content-type': 'application/x-own+json' };
		assert.deepEqual(typeOf(requestFor({ ...endpoint, headers: own }, '')), [own['content-type']]);
		assert.deepEqual(typeOf(requestFor({ ...endpoint, body: '{}' }, '')), []);
	});

	it('keeps a stray percent sign in credentials as it is', () => {
		const request = requestFor({ name: 'x', url: 'http://u:100%@stream.example/' }, '');
		const header = wireHeaders(request.headers).Authorization ?? '';
		assert.equal(Buffer.from(header.slice(6), 'base64').toString(), 'u:100%');
	});
});
