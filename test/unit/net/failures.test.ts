import * as assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { failureOf } from '../../../src/net/failure/failures';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session that gets no stream', () => {
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

	it('from an unknown host', async () => {
		const { data, report } = await connect('http://nowhere.invalid/live');
		assert.equal(report.type, 'unknown-host');
		assert.equal(report.isFinal, false);
		assert.match(data, /nowhere\.invalid · E(NOTFOUND|AI_AGAIN) · 0 ms$/);
		assert.match(report.title, /nowhere\.invalid/);
	});

	it('from a port where nobody listens', async () => {
		const probe = createServer().listen(0, '127.0.0.1');
		await new Promise(resolve => probe.once('listening', resolve));
		const { port } = probe.address() as AddressInfo;
		await new Promise(resolve => probe.close(resolve));
		const { data, report } = await connect(`http://127.0.0.1:${port}/`);
		assert.equal(data, `connection refused by 127.0.0.1:${port} · ECONNREFUSED · 0 ms`);
		assert.deepEqual(report, {
			type: 'refused',
			code: 'ECONNREFUSED',
			title: `127.0.0.1:${port} refused the connection`,
			advice: 'Is the server running? Check the host and the port.',
			explanation: 'The computer is there, but it takes no connections on that port.',
			isFinal: false,
		});
	});

	it('from a host with several addresses, all of which refuse', async () => {
		const probe = createServer().listen(0, '127.0.0.1');
		await new Promise(resolve => probe.once('listening', resolve));
		const { port } = probe.address() as AddressInfo;
		await new Promise(resolve => probe.close(resolve));
		const { data, report } = await connect(`http://localhost:${port}/`);
		assert.equal(report.type, 'refused');
		assert.match(data, new RegExp(`refused by (127\\.0\\.0\\.1|\\[::1\\]):${port} · ECONNREFUSED`));
	});

	// Path, type, title.
	const forNow: [string, string, RegExp][] = [
		['/hang-up', 'reset', /closed the connection before an answer/],
		['/reset-at-once', 'reset', /reset the connection before an answer/],
		['/not-http', 'protocol', /does not answer in HTTP/],
		['/huge-header', 'protocol', /headers of the answer are larger than 256\.0 kB/],
	];
	for (const [path, type, title] of forNow) {
		it(`for now, from ${path}`, async () => {
			const { report, data } = await connect(server.url(path));
			assert.equal(report.type, type);
			assert.equal(report.isFinal, false);
			assert.match(report.title, title);
			assert.match(data, new RegExp(`127\\.0\\.0\\.1:${server.port}`));
		});
	}

	it('waits longer each time that it fails', async () => {
		await connect(server.url('/hang-up'));
		const waits: number[] = [];
		for (let attempt = 1; attempt <= 7; attempt++) {
			await session.reaches('waiting');
			waits.push(session.waiting?.totalMs ?? 0);
			session.passWait();
		}
		assert.deepEqual(waits, [3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000]);
	});

	it('because of redirects without end', async () => {
		const { data, report, details } = await connect(server.url('/redirect-loop'));
		assert.equal(report.type, 'redirect');
		assert.equal(report.isFinal, true);
		assert.match(data, /^more than 20 redirects/);
		assert.equal(details?.hops?.length, 20);
		assert.equal(server.requests.length, 21);
	});

	it('because of a redirect to a file', async () => {
		const { data, report } = await connect(server.url('/redirect-file'));
		assert.equal(data, '302 Found to file:///etc/passwd · 0 ms');
		assert.match(report.title, /file: URL/);
	});

	it('because of a redirect to nowhere', async () => {
		const { data, report } = await connect(server.url('/redirect-nowhere'));
		assert.equal(data, '302 Found · 0 ms');
		assert.match(report.advice, /did not say where/);
	});

	it('unless a redirect leads to one', async () => {
		const other = await SseServer.start();
		const headers = { Authorization: 'Bearer s3cret', 'X-Plain': 'p' };
		const to = encodeURIComponent(other.url('/basic'));
		const inner = encodeURIComponent(`/redirect?to=${to}`);
		session = TestSession.of({ url: server.url(`/redirect?code=307&to=${inner}`), headers });
		session.start();
		await session.reaches('open');
		const [open] = session.log.entries('open');
		assert.match(open?.data ?? '', / · after 2 redirects$/);
		assert.deepEqual(
			open?.details?.hops?.map(hop => [hop.status, hop.droppedHeaders]),
			[
				[307, []],
				[302, ['Authorization']],
			],
		);
		assert.equal(server.requests[1]?.headers.authorization, 'Bearer s3cret');
		assert.equal(other.requests[0]?.headers.authorization, undefined);
		assert.equal(other.requests[0]?.headers['x-plain'], 'p');
		assert.equal(other.requests[0]?.headers.host, `127.0.0.1:${other.port}`);
		assert.equal(server.openSockets, 0);
		session.dispose();
		await other.close();
	});
});

describe('A connection that timed out in the system', () => {
	const url = new URL('http://stream.example/');
	const said = (syscall: string, remoteAddress?: string) => {
		const cause = Object.assign(new Error(), { code: 'ETIMEDOUT', syscall });
		const context = { url, hasAnswered: false, ...(remoteAddress && { remoteAddress }) };
		return failureOf(cause, context);
	};

	it('as it was made, had no sign of the other end', () => {
		const { words, report } = said('connect');
		assert.equal(words, 'no sign of stream.example:80');
		assert.equal(report.type, 'timeout');
	});

	it('later, had no answer to keep-alive', () => {
		const { words, report } = said('read', '192.0.2.1:80');
		assert.equal(words, 'the connection died: no answer to keep-alive');
		assert.equal(report.title, 'The connection to 192.0.2.1:80 died');
		assert.equal(report.isFinal, false);
	});
});
