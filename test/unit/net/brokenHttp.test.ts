import * as assert from 'node:assert/strict';
import { RawServer, type RawRoute } from '../../fixtures/rawServer';
import { TestSession } from './setUp';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n';
const one = 'data: one\n\n';

/** Writes `begin`, then `more` for as long as anybody listens. */
const endless = (begin: string, more: string): RawRoute => {
	const block = more.repeat(Math.ceil(8192 / more.length));
	return async connection => {
		await connection.write(begin);
		while (!connection.isGone) await connection.write(block);
	};
};
const sends =
	(...parts: string[]): RawRoute =>
	connection =>
		connection.write(parts.join(''));
const sendsAndEnds =
	(...parts: string[]): RawRoute =>
	connection =>
		connection.end(parts.join(''));

describe('an answer that breaks the rules of HTTP', () => {
	let server: RawServer;
	let session: TestSession;

	const connect = async (route: RawRoute) => {
		server = await RawServer.start(route);
		session = TestSession.of(server.url);
		return session;
	};

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.deepEqual(session.clock.pending, [], 'a timer is left');
		await server.close();
	});

	// What it does, how; what the timeline says, the code, what the heading and the reason say.
	const beforeIt: [string, RawRoute, string, string | undefined, RegExp, RegExp][] = [
		[
			'with headers without end',
			endless(head, 'X-Pad: yyyyyyyyyyyyyyyyyyyyyyyy\r\n'),
			'headers in the answer of PEER too large',
			'HPE_HEADER_OVERFLOW',
			/larger than 256\.0 kB/,
			/stopped at that size/,
		],
		[
			'with a header without end',
			endless(`${head}X-Long: `, 'y'),
			'headers in the answer of PEER too large',
			'HPE_HEADER_OVERFLOW',
			/larger than 256\.0 kB/,
			/stopped at that size/,
		],
		[
			'with a status line of a megabyte',
			sends('HTTP/1.1 200 ', 'y'.repeat(1_000_000), '\r\n\r\n'),
			'headers in the answer of PEER too large',
			'HPE_HEADER_OVERFLOW',
			/larger than 256\.0 kB/,
			/stopped at that size/,
		],
		[
			'with provisional answers without end',
			endless('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
			'more than 1\u202f000 provisional answers from PEER',
			undefined,
			/none that counts/,
			/says that another one follows/,
		],
		[
			'with a length and chunks',
			sends(head, 'Content-Length: 11\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n', one),
			'PEER does not answer in valid HTTP',
			'HPE_INVALID_TRANSFER_ENCODING',
			/valid HTTP$/,
			/can't be present with/,
		],
		[
			'with two lengths',
			sends(head, 'Content-Length: 11\r\nContent-Length: 12\r\n\r\n', one),
			'PEER does not answer in valid HTTP',
			'HPE_UNEXPECTED_CONTENT_LENGTH',
			/valid HTTP$/,
			/Content-Length/,
		],
		[
			'with a length below nothing',
			sends(head, 'Content-Length: -1\r\n\r\n', one),
			'PEER does not answer in valid HTTP',
			'HPE_INVALID_CONTENT_LENGTH',
			/valid HTTP$/,
			/Content-Length/,
		],
		[
			'with a NUL in a header',
			sends(head, 'X: a\0b\r\n\r\n', one),
			'PEER does not answer in valid HTTP',
			'HPE_INVALID_HEADER_TOKEN',
			/valid HTTP$/,
			/Parse Error/,
		],
		[
			'without any head, as HTTP/0.9 has it',
			sendsAndEnds(one),
			'PEER does not answer in HTTP',
			'HPE_INVALID_CONSTANT',
			/does not answer in HTTP$/,
			/It began with “data: one”\.$/,
		],
		[
			'as a broadcast',
			sendsAndEnds('ICY 200 OK\r\nContent-Type: text/event-stream\r\n\r\n'),
			'PEER does not answer in HTTP',
			'HPE_INVALID_CONSTANT',
			/does not answer in HTTP$/,
			/It began with “ICY 200 OK”\.$/,
		],
		[
			'that ends within its head',
			sendsAndEnds('HTTP/1.1 200 OK\r\nContent-Ty'),
			'connection closed by PEER before an answer',
			'ECONNRESET',
			/closed the connection before an answer/,
			/gave up the connection/,
		],
	];
	for (const [what, route, words, code, title, explanation] of beforeIt) {
		it(`${what}, opens no stream, for now`, async () => {
			await connect(route);
			const { data, report } = await session.toFail();
			const parts = [words.replace('PEER', server.address), code, '0 ms'];
			assert.equal(data, parts.filter(Boolean).join(' · '));
			assert.equal(report.code, code);
			assert.match(report.title, title);
			assert.match(report.explanation, explanation);
			assert.equal(report.isFinal, false);
			assert.deepEqual(session.log.events, []);
		});
	}

	const chunked = `${head}Transfer-Encoding: chunked\r\n\r\nb\r\n${one}\r\n`;
	// What it does, how; what the timeline says, what the reason says.
	const within: [string, RawRoute, RegExp, RegExp][] = [
		[
			'that is shorter than announced',
			sendsAndEnds(head, 'Content-Length: 100\r\n\r\n', one, 'data: t'),
			/^connection closed by .* in the middle of the answer, after 1 event in 0 ms · ECONNRESET$/,
			/82 of the 100 bytes that its Content-Length announced are missing\.$/,
		],
		[
			'that is longer than announced',
			sends(head, 'Content-Length: 11\r\n\r\n', one, 'data: two\n\n'),
			/^the answer went on after its end, after 1 event in 0 ms$/,
			/is not read\.$/,
		],
		[
			'that is announced as empty, and is not',
			sendsAndEnds(head, 'Content-Length: 0\r\n\r\n', one),
			/^the answer went on after its end, after 0 ms, before any event$/,
			/is not read\.$/,
		],
		[
			'that goes on after its last chunk',
			sends(chunked, '0\r\n\r\n', one),
			/^the answer went on after its end, after 1 event in 0 ms$/,
			/is not read\.$/,
		],
		[
			'with a chunk whose size is no number',
			sends(chunked, 'zz\r\n'),
			/^the answer stopped being valid HTTP, after 1 event in 0 ms · HPE_INVALID_CHUNK_SIZE$/,
			/chunk size/,
		],
		[
			'with a chunk larger than numbers go',
			sends(chunked, 'fffffffffffffffff\r\n', one),
			/^the answer stopped being valid HTTP, after 1 event in 0 ms · HPE_INVALID_CHUNK_SIZE$/,
			/overflow/,
		],
		[
			'without its last chunk',
			sendsAndEnds(chunked),
			/^connection closed by .* in the middle of the answer, after 1 event in 0 ms · ECONNRESET$/,
			/so something may be missing\.$/,
		],
		[
			'with an extension of a chunk without end',
			endless(`${chunked}5;`, 'y'),
			/^the answer stopped being valid HTTP, after 1 event in 0 ms · HPE_CHUNK_EXTENSIONS_OVERFLOW$/,
			/extensions/,
		],
		[
			'with trailers without end',
			endless(`${chunked}0\r\n`, 'X-Pad: yyyyyyyyyyyyyyyyyyyyyyyy\r\n'),
			/^trailers in the answer of .* too large, after 1 event in 0 ms · HPE_HEADER_OVERFLOW$/,
			/stopped at that size/,
		],
	];
	for (const [what, route, words, explanation] of within) {
		it(`${what}, fails for now, and what came before counts`, async () => {
			await connect(route);
			const { data, report } = await session.toFail();
			assert.match(data, words);
			assert.match(report.explanation, explanation);
			assert.equal(report.isFinal, false);
			assert.deepEqual(session.log.events, data.includes('1 event') ? ['one'] : []);
		});
	}

	// What it does, how; what the timeline says at its end.
	const sound: [string, RawRoute, string][] = [
		[
			'of HTTP/1.0, which ends with its connection',
			sendsAndEnds('HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n', one),
			'by the server after 1 event in 0 ms',
		],
		[
			'with a length, which is said',
			sends(head, 'Content-Length: 11\r\n\r\n', one),
			'by the server after 1 event in 0 ms · its Content-Length was 11 B',
		],
		[
			'with trailers',
			sends(chunked, '0\r\nX-Sum: 1\r\n\r\n'),
			'by the server after 1 event in 0 ms',
		],
	];
	for (const [what, route, words] of sound) {
		it(`${what}, is nothing of the kind`, async () => {
			await connect(route);
			session.start();
			await session.log.until(log => log.entries('waiting').length === 1);
			assert.equal(session.log.entries('closed')[0]?.data, words);
			assert.deepEqual(session.log.events, ['one']);
		});
	}

	it('has no end of headers that are shown, however many there are', async () => {
		const names = Array.from({ length: 5000 }, (_, index) => `X-${index}`);
		await connect(sends(head, ...names.map(name => `${name}: v\r\n`), '\r\n', one));
		session.start();
		await session.log.until(({ events }) => events.length === 1);
		const shown = session.log.entries('open')[0]?.details?.response?.headers ?? [];
		assert.deepEqual(
			shown.map(([name]) => name),
			['Content-Type', ...names],
		);
	});

	for (const [how, more] of [
		['that ends with the connection', ''],
		['of HTTP/1.0', ''],
		['whose length is wrong', 'Content-Length: 1000\r\n'],
		['in chunks', 'Transfer-Encoding: chunked\r\n'],
	] as const) {
		it(`is cut by a reset, in a body ${how}: that is no end`, async () => {
			const block = 'id: 1\ndata: one\n\n';
			const body = more.includes('chunked')
				? `${block.length.toString(16)}\r\n${block}\r\n`
				: block;
			await connect(async connection => {
				const version = how === 'of HTTP/1.0' ? head.replace('1.1', '1.0') : head;
				await connection.write(`${version}${more}\r\n${body}`);
				await session.log.until(({ events }) => events.length === 1);
				connection.reset();
			});
			const { data, report } = await session.toFail();
			assert.equal(
				data,
				`connection reset by ${server.address} in the middle of the answer, after 1 event in 0 ms · ECONNRESET`,
			);
			assert.equal(report.type, 'reset');
			assert.equal(session.lastEventId, '1');
			assert.equal(session.state, 'waiting');
		});
	}

	it('does not matter where the answer was complete before the reset', async () => {
		await connect(async connection => {
			await connection.write(`${head}Content-Length: ${one.length}\r\n\r\n${one}`);
			await session.log.until(({ events }) => events.length === 1);
			connection.reset();
		});
		session.start();
		await session.reaches('waiting');
		assert.match(session.log.story.at(-2) ?? '', /^closed: by the server after 1 event/);
	});
});
