import * as assert from 'node:assert/strict';
import {
	requestFacts,
	requestFor,
	unsendableReason,
	wireHeaders,
} from '../../../src/net/outgoingRequest';

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
		const headers = { 'content-length': '3', 'Transfer-Encoding': 'chunked' };
		const request = requestFor({ name: 'x', url, method: 'POST', headers, body: 'grüß' }, '');
		assert.deepEqual(
			request.headers.filter(([name]) => /length|transfer/i.test(name)),
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

	it('keeps a stray percent sign in credentials as it is', () => {
		const request = requestFor({ name: 'x', url: 'http://u:100%@stream.example/' }, '');
		const header = wireHeaders(request.headers).Authorization ?? '';
		assert.equal(Buffer.from(header.slice(6), 'base64').toString(), 'u:100%');
	});
});
