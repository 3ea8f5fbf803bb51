import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { DemoServer } from '../../../../src/workbench/demo/demoServer';
import { FakeClock } from '../../../fixtures/fakeClock';

describe('The demo server', () => {
	let clock: FakeClock;
	let server: DemoServer;

	beforeEach(async () => {
		clock = new FakeClock();
		server = await DemoServer.start(clock);
	});
	afterEach(() => server.dispose());

	const ask = async (options: RequestOptions = {}, url = server.url) => {
		const asking = request(url, { agent: false, ...options }).end();
		const [answer] = (await once(asking, 'response')) as [IncomingMessage];
		answer.setEncoding('utf8');
		// It breaks off: that is what it is for.
		asking.on('error', () => {});
		answer.on('error', () => {});
		return answer;
	};
	const closed = (answer: IncomingMessage) =>
		new Promise<void>(resolve => answer.on('close', () => resolve()));
	/** What has come when `holds`; turns the hands until then, but not past `lastMs` of the clock. */
	const until = async (
		answer: IncomingMessage,
		holds: (text: string) => boolean,
		lastMs = Number.POSITIVE_INFINITY,
	) => {
		let text = '';
		answer.on('data', (part: string) => (text += part));
		while (!holds(text)) {
			if (clock.now() < lastMs) clock.advance(50);
			await new Promise(resolve => setImmediate(resolve));
		}
		return text;
	};
	const idsIn = (text: string) =>
		[...text.matchAll(/^id: (\d+)$/gm)].map(match => Number(match[1]));

	it('sends a stream that says when to come back', async () => {
		const answer = await ask();
		assert.equal(answer.headers['content-type'], 'text/event-stream');
		const text = await until(answer, got => idsIn(got).length >= 30);
		assert.match(text, /^retry: 2000\n\nid: 1\nevent: snapshot\n/);
	});

	for (const { what, options, path, status } of [
		{ what: 'another host', options: { headers: { Host: 'evil.example' } }, status: 421 },
		{ what: 'localhost', options: { headers: { Host: 'localhost' } }, status: 421 },
		{ what: 'a page', options: { headers: { Origin: 'https://evil.example' } }, status: 403 },
		{ what: 'a page without origin', options: { headers: { Origin: 'null' } }, status: 403 },
		{ what: 'a link in a page', options: { headers: { 'Sec-Fetch-Site': 'none' } }, status: 403 },
		{ what: 'another path', path: '/demo/', status: 404 },
		{ what: 'no path', path: '/', status: 404 },
		{ what: 'another method', options: { method: 'POST' }, status: 405 },
	]) {
		it(`refuses ${what}`, async () => {
			const url = path === undefined ? server.url : new URL(path, server.url).href;
			const answer = await ask(options, url);
			assert.equal(answer.statusCode, status);
			answer.resume();
			await once(answer, 'end');
		});
	}

	it('has a path that cannot be guessed', async () => {
		const other = await DemoServer.start(clock);
		assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/demo\/[0-9a-f]{32}$/);
		assert.notEqual(new URL(other.url).pathname, new URL(server.url).pathname);
		other.dispose();
	});

	it('cuts the connection in mid-event, and goes on where the client left off', async () => {
		const answer = await ask();
		const cut = closed(answer);
		const text = await until(answer, got => got.endsWith('"pri'), clock.now() + 25_000);
		clock.advance(200);
		await cut;
		const last = idsIn(text).at(-1) ?? 0;
		clock.advance(2000); // what happens meanwhile is not lost
		const again = await ask({ headers: { 'Last-Event-ID': String(last) } });
		const ids = idsIn(await until(again, got => idsIn(got).length >= 40));
		assert.deepEqual(
			ids,
			ids.map((_id, index) => last + 1 + index),
		);
	});

	it('pauses when nobody could get what it sends any more', async () => {
		const answer = await ask();
		await until(answer, got => idsIn(got).length >= 3);
		answer.destroy();
		while (clock.pending.length > 0) {
			clock.advance(1000);
			await new Promise(resolve => setImmediate(resolve));
		}
		const back = await ask({ headers: { 'Last-Event-ID': '3' } });
		const ids = idsIn(await until(back, got => idsIn(got).length >= 1000));
		assert.equal(ids[0], 4);
	});

	it('is gone when it is disposed of, with its connections', async () => {
		const { url } = server;
		const answer = await ask();
		const end = closed(answer);
		answer.resume();
		server.dispose();
		await end;
		const refused = request(url, { agent: false }).end();
		const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
		assert.equal(error.code, 'ECONNREFUSED');
		assert.deepEqual(clock.pending, []);
	});
});
