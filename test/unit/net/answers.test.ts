import * as assert from 'node:assert/strict';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session that gets another answer', () => {
	let server: SseServer;
	let session: TestSession;

	const connect = (endpoint: unknown) => {
		session = TestSession.of(endpoint);
		return session.toFail();
	};

	beforeEach(async () => {
		server = await SseServer.start();
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.deepEqual(session.clock.pending, []);
		await server.close();
	});

	it('because of a 404 with a web page', async () => {
		const { data, report, details } = await connect(server.url('/missing'));
		assert.equal(data, '404 Not Found · text/html · 0 ms');
		assert.equal(
			report.title,
			'The server answered 404 Not Found, with a web page instead of a stream',
		);
		assert.equal(report.advice, 'Check the path of the URL.');
		assert.equal(
			report.explanation,
			'After 404 a client must not retry by itself, so the stream stays closed until you do.',
		);
		assert.ok(report.answer?.isComplete);
		assert.match(report.answer.text, /^<!DOCTYPE html>\n.*Did you mean/s);
		assert.equal(report.answer.sizeBytes, Buffer.byteLength(report.answer.text));
		assert.equal(details?.response?.status, 404);
	});

	it('because it got a web page with 200', async () => {
		const { data, report } = await connect(server.url('/html'));
		assert.equal(data, '200 OK · text/html instead of text/event-stream · 0 ms');
		assert.equal(report.type, 'content-type');
		assert.equal(
			report.title,
			'The server answered 200 OK, but with a web page instead of a stream',
		);
		assert.equal(report.isFinal, true);
		assert.match(report.answer?.text ?? '', /Welcome/);
	});

	it('because it got JSON', async () => {
		const { report } = await connect(server.url('/json'));
		assert.match(report.title, /but with JSON instead of a stream/);
		assert.match(report.advice, /"stream": true/);
	});

	// Status, header, what the advice says.
	const statuses: [number, string, RegExp][] = [
		[201, '', /200 OK/],
		[401, 'WWW-Authenticate: Bearer realm="x"', /^Add an Authorization.*scheme Bearer\.$/],
		[403, '', /credentials/],
		[405, 'Allow: POST, PUT', /method.*allows POST, PUT\.$/],
		[406, '', /text\/event-stream/],
		[407, '', /http\.proxy/],
		[410, '', /gone/],
		[418, '', /endpoint/],
		[422, '', /body/],
		[429, 'Retry-After: 90', /wait 1 min 30 s\.$/],
		[429, 'Retry-After: Wed, 21 Oct 2026 07:28:00 GMT', /wait until Wed, 21 Oct/],
		[431, '', /Last-Event-ID/],
		[500, '', /log of the server/],
		[502, '', /gateway/],
		[503, '', /overloaded/],
		[599, '', /log of the server/],
	];
	for (const [code, header, advice] of statuses) {
		it(`because of ${code} ${header}`, async () => {
			const { data, report } = await connect(
				server.url(`/status?code=${code}&header=${encodeURIComponent(header)}`),
			);
			assert.equal(report.type, 'status');
			assert.equal(report.isFinal, true);
			assert.match(report.title, new RegExp(`answered ${code}`));
			assert.match(data, new RegExp(`^${code}.* · text/html · 0 ms$`));
			assert.match(report.advice, advice);
		});
	}

	it('because of 401 although it sent credentials', async () => {
		const url = server.url('/status?code=401').replace('//', '//user:secret@');
		const { report } = await connect(url);
		assert.match(report.advice, /^Check the Authorization header/);
		assert.match(server.requests[0]?.headers.authorization ?? '', /^Basic /);
		assert.doesNotMatch(JSON.stringify(session.log.entries()), /secret|dXNlcj/);
	});

	it('because of an empty answer', async () => {
		const { data, report } = await connect(server.url('/status?code=500&body='));
		assert.equal(data, '500 Internal Server Error · 0 ms');
		assert.equal(report.title, 'The server answered 500 Internal Server Error');
		assert.equal(report.answer, undefined);
	});

	const types: [string | undefined, boolean][] = [
		['text/event-stream', true],
		['text/event-stream;charset=utf-8', true],
		['text/event-stream ; charset="iso-8859-1"; x=y', true],
		['TEXT/Event-Stream', true],
		[' \ttext/event-stream', true],
		['text/html, text/event-stream', true],
		['text/event-stream, */*', true],
		['text/event-streams', false],
		['text/event-stream, text/html', false],
		['text/plain; x=text/event-stream', false],
		['text', false],
		['', false],
		[undefined, false],
	];
	for (const [type, opens] of types) {
		it(`${opens ? 'unless' : 'because'} the content type is ${JSON.stringify(type)}`, async () => {
			const path = type === undefined ? '' : `?value=${encodeURIComponent(type)}`;
			session = TestSession.of(server.url(`/content-type${path}`));
			session.start();
			if (opens) return session.reaches('open');
			// The body of that route stays open: patience with it must have an end.
			await session.clock.timerIsSet();
			session.clock.advance(1000);
			assert.equal(session.state, 'failed');
			assert.equal(session.failure?.type, 'content-type');
		});
	}

	it('because of an endless page, of which it keeps the beginning', async () => {
		const { report } = await connect(server.url('/endless-page?code=500&ms=0'));
		assert.equal(report.answer?.isComplete, false);
		assert.equal(report.answer?.text.length, 65_536);
		assert.ok((report.answer?.sizeBytes ?? 0) >= 1_048_576);
	});

	it('because of a page that was cut within a character', async () => {
		server.route('/umlauts', exchange =>
			exchange.answer(404, { 'Content-Type': 'text/html' }, `x${'ü'.repeat(40_000)}`),
		);
		const { report } = await connect(server.url('/umlauts'));
		assert.equal(report.answer?.text, `x${'ü'.repeat(32_767)}`);
		assert.equal(report.answer?.sizeBytes, 80_001);
	});

	it('because nobody here can undo its coding', async () => {
		server.route('/coded', exchange =>
			exchange.answer(
				200,
				{ 'Content-Type': 'text/event-stream', 'Content-Encoding': 'Compress' },
				'xyz',
			),
		);
		const { data, report } = await connect(server.url('/coded'));
		assert.equal(data, '200 OK · coded with compress, which cannot be read here · 0 ms');
		assert.equal(
			report.title,
			'The server coded the stream with compress, which cannot be read here',
		);
		assert.match(report.advice, /^Switch that coding off/);
		assert.match(report.explanation, /^Only gzip, deflate, br and zstd can be read/);
		assert.equal(report.answer?.text, '');
		const asked = { url: server.url('/coded'), headers: { 'Accept-Encoding': 'compress' } };
		assert.match((await connect(asked)).report.advice, /Remove the header Accept-Encoding/);
	});
});
