import assert from 'node:assert/strict';
import type { ConnectionDetails } from '../../../../src/domain/entry';
import type { FailureReport } from '../../../../src/domain/failure';
import { blocksOf, type Block } from '../../../../src/protocol/about/connection';

const request = {
	method: 'GET',
	url: 'https://a/b',
	headers: [['Accept', 'text/event-stream']],
} as const;

const failure: FailureReport = {
	type: 'status',
	title: 'The server answered 404',
	advice: 'Check the path.',
	explanation: 'A client must not retry.',
	isFinal: true,
};

/** A block in a line. */
function told(block: Block): string {
	switch (block.type) {
		case 'lines':
			return block.lines.map(line => line.join('=')).join(', ');
		case 'phases':
			return block.phases.map(({ name, duration }) => `${name} ${duration}`).join(', ');
		default:
			return `${block.type === 'text' ? block.look : block.type}: ${block.text}`;
	}
}

const of = (details: ConnectionDetails, firstEventMs?: number) =>
	blocksOf(details, firstEventMs).map(told);

describe('what there is to say about the connection', () => {
	it('is how long it waits', () => assert.deepEqual(of({ delayMs: 2000 }), ['Wait=2 s']));

	it('is what was asked, and where that led', () => {
		const hop = { status: 301, from: 'https://a/', to: 'https://b/' };
		const hops = [
			{ ...hop, droppedHeaders: [] },
			{ ...hop, droppedHeaders: ['Cookie', 'Authorization'] },
		];
		assert.deepEqual(of({ request: { ...request, bodySize: 1200 }, hops }), [
			'heading: Request',
			'mono: GET https://a/b',
			'Accept=text/event-stream, Body=1.2 kB',
			'heading: Redirects',
			'mono: 301 to https://b/',
			'mono: 301 to https://b/',
			'dim: not sent on: Cookie, Authorization',
		]);
		assert.deepEqual(of({ request, hops: [] }).length, 3);
	});

	it('is what was answered, and by whom', () => {
		const tls = { protocol: 'TLSv1.3', cipher: 'c', subject: 's', issuer: 'i', validTo: 'v' };
		const response = { status: 200, statusText: '', httpVersion: '1.1', headers: [] };
		const remoteAddress = '203.0.113.7:443';
		assert.deepEqual(of({ response: { ...response, remoteAddress, tls } }), [
			'heading: Response',
			'mono: HTTP/1.1 200',
			'Remote=203.0.113.7:443',
			'heading: Certificate',
			'Protocol=TLSv1.3, Cipher=c, Subject=s, Issuer=i, Valid to=v',
		]);
		const [, , lines] = of({ response: { ...response, remoteAddress, proxy: 'proxy:8080' } });
		assert.equal(lines, 'Through proxy=proxy:8080', 'the other end is the proxy’s');
	});

	it('is what it spent its time on', () => {
		assert.deepEqual(of({ timings: { tcpMs: 2.04, headersMs: 12 } }, 30), [
			'heading: Timings',
			'TCP connection 2 ms, Waiting, first byte 10 ms, First event 18 ms',
		]);
	});

	it('is why it failed, with as much of the answer as can be shown', () => {
		assert.deepEqual(of({ failure: { ...failure, code: 'E1' } }), [
			'heading: The server answered 404',
			'plain: Check the path.',
			'dim: A client must not retry.',
			'Code=E1',
		]);
		const answered = (text: string, isComplete: boolean) =>
			blocksOf({ failure: { ...failure, answer: { text, sizeBytes: 50_000, isComplete } } });
		assert.equal(answered('', true).length, 4);
		assert.deepEqual(answered('abc', true).slice(-2).map(told), [
			'body: abc',
			'dim small: 50.0 kB',
		]);
		const [body, size] = answered('x'.repeat(50_000), true).slice(-2);
		assert.ok(body?.type === 'body' && body.text.length === 20_000);
		assert.equal(size && told(size), 'dim small: First 20.0 kB of 50.0 kB.');
	});
});
