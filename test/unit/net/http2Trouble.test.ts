import * as assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { makeCertificate, type Certificate } from '../../fixtures/certificates';
import { frames, openHead } from '../../fixtures/http2Frames';
import { Http2FrameServer } from '../../fixtures/http2FrameServer';
import { RecordingSink } from '../../fixtures/recordingSink';
import { TestSession } from './setUp';

const { headers, longHeaders, data, reset, goAway, emptyWindowUpdate } = frames;
const event = data('data: 1\n\n');
const manyHeaders = (count: number, size: number) =>
	Array.from({ length: count }, (_, i) => [`x-${i}`, 'v'.repeat(size)] as const);

interface Case {
	readonly what: string;
	readonly sends: readonly (Buffer | string)[];
	/** `PEER` stands for the server’s address. */
	readonly data: string;
	readonly code?: string;
	readonly type?: string;
	readonly isFinal?: boolean;
	readonly explains?: RegExp;
}

const beforeAnAnswer: readonly Case[] = [
	{
		what: 'the stream is refused',
		sends: [reset(7)],
		data: 'stream refused by PEER · REFUSED_STREAM · 0 ms',
		code: 'REFUSED_STREAM',
	},
	{
		what: 'the stream is cancelled',
		sends: [reset(8)],
		data: 'stream cancelled by PEER before an answer · CANCEL · 0 ms',
		code: 'CANCEL',
	},
	{
		what: 'the stream is closed without an error',
		sends: [reset(0)],
		data: 'stream cancelled by PEER before an answer · NO_ERROR · 0 ms',
		code: 'NO_ERROR',
	},
	{
		what: 'the server fails',
		sends: [reset(2)],
		data: 'PEER failed before an answer · INTERNAL_ERROR · 0 ms',
		code: 'INTERNAL_ERROR',
	},
	{
		what: 'the server does not want HTTP/2, and we want nothing else',
		sends: [reset(13)],
		data: 'PEER wants HTTP/1.1 for this request · HTTP_1_1_REQUIRED · 0 ms',
		code: 'HTTP_1_1_REQUIRED',
		isFinal: true,
	},
	{
		what: 'the encryption is too weak',
		sends: [goAway(0, 12)],
		data: 'PEER finds the encryption too weak for HTTP/2 · INADEQUATE_SECURITY · 0 ms',
		code: 'INADEQUATE_SECURITY',
	},
	{
		what: 'the code is one that nobody knows',
		sends: [reset(0x1234)],
		data: 'stream reset before an answer · code 4660 · 0 ms',
		code: 'code 4660',
	},
	{
		what: 'the server is about to stop',
		sends: [goAway(0, 0)],
		data: 'stream refused by PEER · REFUSED_STREAM · 0 ms',
		code: 'REFUSED_STREAM',
	},
	{
		what: 'the server has had enough, and says so',
		sends: [goAway(0, 11, 'too_many_pings')],
		data: 'stream given up as too much before an answer · ENHANCE_YOUR_CALM · 0 ms',
		code: 'ENHANCE_YOUR_CALM',
		explains: /It says “too_many_pings”/,
	},
	{
		what: 'the headers are a flood',
		sends: [longHeaders([...openHead, ...manyHeaders(3000, 100)])],
		data: 'stream given up as too much before an answer · ENHANCE_YOUR_CALM · 0 ms',
		code: 'ENHANCE_YOUR_CALM',
	},
	{
		what: 'a header has a name that HTTP/2 does not allow',
		sends: [headers([...openHead, ['X-Upper', 'no']])],
		data: 'HTTP/2 rules broken before an answer · PROTOCOL_ERROR · 0 ms',
		code: 'PROTOCOL_ERROR',
	},
	{
		what: 'there is no status',
		sends: [headers([['content-type', 'text/event-stream']])],
		data: 'HTTP/2 rules broken before an answer · PROTOCOL_ERROR · 0 ms',
		code: 'PROTOCOL_ERROR',
	},
	{
		what: 'the answer is HTTP/1.1',
		sends: ['HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'],
		data: 'PEER does not answer in HTTP/2 · 0 ms',
		type: 'protocol',
		explains: /breaks the rules of HTTP\/2/,
	},
	{
		what: 'provisional answers do not end',
		sends: Array.from({ length: 1001 }, () => headers([[':status', '103']])),
		data: 'more than 1 000 provisional answers from PEER · 0 ms',
		type: 'protocol',
	},
];

const inTheAnswer: readonly Case[] = [
	{
		what: 'the server fails',
		sends: [reset(2)],
		data: 'PEER failed in the middle of the answer, after 0 ms · INTERNAL_ERROR',
		code: 'INTERNAL_ERROR',
	},
	{
		what: 'the stream is cancelled',
		sends: [reset(8)],
		data: 'stream cancelled by PEER in the middle of the answer, after 0 ms · CANCEL',
		code: 'CANCEL',
	},
	{
		what: 'the stream is closed without an error, but without its end',
		sends: [reset(0)],
		data: 'stream cancelled by PEER in the middle of the answer, after 0 ms · NO_ERROR',
		code: 'NO_ERROR',
	},
	{
		what: 'the server closes the connection with a reason',
		sends: [goAway(1, 2, 'out of memory')],
		data: 'PEER failed in the middle of the answer, after 0 ms · INTERNAL_ERROR',
		code: 'INTERNAL_ERROR',
		explains: /It says “out of memory”/,
	},
	{
		what: 'a frame is none',
		sends: ['data: this is no frame\n\n'.repeat(10)],
		data: 'the answer stopped being valid HTTP/2, after 0 ms',
		type: 'protocol',
		explains: /breaks the rules of HTTP\/2/,
	},
	{
		what: 'a frame breaks a rule',
		sends: [emptyWindowUpdate()],
		data: 'the answer stopped being valid HTTP/2, after 0 ms',
		type: 'protocol',
		explains: /breaks the rules of HTTP\/2: Protocol error/,
	},
];

describe('an HTTP/2 server that does not do as it should', () => {
	let certificate: Certificate;
	let server: Http2FrameServer;
	let session: TestSession;

	before(async () => {
		certificate = await makeCertificate({ authority: 'Test Authority' });
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	const start = async (answer: (socket: Socket, number: number) => void, more: object = {}) => {
		server = await Http2FrameServer.start(certificate, answer);
		session = TestSession.trusting(certificate.ca, { url: server.url, ...more });
		return session;
	};

	const check = async (each: Case, readable: Awaited<ReturnType<TestSession['toFail']>>) => {
		const { report } = readable;
		const sentence = readable.data.replaceAll(server.address, 'PEER').replaceAll('\u202f', ' ');
		assert.equal(sentence, each.data);
		if (each.code !== undefined) assert.equal(report.code, each.code);
		assert.equal(report.type, each.type ?? (each.code ? 'reset' : report.type));
		assert.equal(report.isFinal, each.isFinal ?? false);
		if (each.explains !== undefined) assert.match(report.explanation, each.explains);
		// Nobody has to wait for the server to close.
		await server.until(({ openSockets }) => openSockets === 0);
	};

	for (const each of beforeAnAnswer) {
		it(`before an answer: ${each.what}`, async () => {
			await start(socket => each.sends.forEach(bytes => socket.write(bytes)), {
				httpVersion: '2',
			});
			await check(each, await session.toFail());
		});
	}

	for (const each of inTheAnswer) {
		it(`in the answer: ${each.what}`, async () => {
			await start(socket => {
				socket.write(Buffer.concat([headers(openHead), event]));
				void session.log
					.until(({ events }) => events.length === 1)
					.then(() => each.sends.forEach(bytes => socket.write(bytes)));
			});
			const failure = await session.toFail();
			assert.deepEqual(session.log.events, ['1']);
			await check(
				{ ...each, data: each.data.replace('after 0 ms', 'after 1 event in 0 ms') },
				failure,
			);
		});
	}

	it('loses nothing of what came before it broke off, also while there was no room', async () => {
		const log = new RecordingSink();
		log.hasRoom = false;
		const events = Array.from({ length: 50 }, (_, i) => data(`data: ${i}${'x'.repeat(900)}\n\n`));
		server = await Http2FrameServer.start(certificate, socket => {
			socket.write(Buffer.concat([headers(openHead), ...events, reset(2)]));
		});
		session = TestSession.trusting(certificate.ca, server.url, log);
		const failure = await session.toFail();
		assert.match(failure.data, /after 50 events/);
		assert.equal(log.events.length, 50);
	});

	it('may send provisional answers before the one that counts', async () => {
		const link = headers([
			[':status', '103'],
			['link', '</style.css>'],
		]);
		await start(socket => socket.write(Buffer.concat([link, link, headers(openHead), event])));
		session.start();
		await session.log.until(({ events }) => events.length === 1);
		const { response } = session.log.entries('open')[0]?.details ?? {};
		assert.equal(response?.status, 200);
		assert.deepEqual(response?.headers, [['content-type', 'text/event-stream']]);
	});

	for (const [what, end] of [
		['an empty frame', data('', { ends: true })],
		['trailers', headers([['x-checksum', '1']], 5)],
	] as const) {
		it(`may end the answer by ${what}`, async () => {
			await start(socket => socket.write(Buffer.concat([headers(openHead), event, end])));
			session.start();
			await session.reaches('waiting');
			assert.equal(session.log.story.at(-2), 'closed: by the server after 1 event in 0 ms');
		});
	}

	it('may say that it is about to stop, and end the answer in peace', async () => {
		const end = Buffer.concat([goAway(1, 0), data('data: 2\n\n', { ends: true })]);
		await start(socket => socket.write(Buffer.concat([headers(openHead), event, end])));
		session.start();
		await session.reaches('waiting');
		assert.equal(session.log.story.at(-2), 'closed: by the server after 2 events in 0 ms');
	});

	it('may hold as many headers as fit into the size that is read', async () => {
		const many = manyHeaders(1000, 20);
		await start(socket => socket.write(longHeaders([...openHead, ...many])));
		session.start();
		await session.reaches('open');
		const found = session.log.entries('open')[0]?.details?.response?.headers ?? [];
		assert.equal(found.length, 1001);
	});

	it('is asked again by HTTP/1.1 if it wants that', async () => {
		await start((socket, number) => {
			if (number === 1) return void socket.write(reset(13));
			socket.write(
				'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: by HTTP/1.1\n\n',
			);
		});
		session.start();
		await session.log.until(({ events }) => events.length === 1);
		assert.deepEqual(session.log.events, ['by HTTP/1.1']);
		assert.equal(server.connections, 2);
		assert.equal(session.log.entries('connecting').length, 1);
		await server.until(({ openSockets }) => openSockets === 1);
	});
});
