import * as assert from 'node:assert/strict';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from '../net/setUp';

describe('An answer', () => {
	let server: SseServer;
	let other: SseServer;
	let session: TestSession;

	const start = (endpoint: object | string) => {
		session = TestSession.of(endpoint);
		session.start();
		return session;
	};

	beforeEach(async () => {
		[server, other] = await Promise.all([SseServer.start(), SseServer.start()]);
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		for (const each of [server, other]) {
			await each.until(({ openSockets }) => openSockets === 0);
			await each.close();
		}
	});

	for (const status of [204, 205, 210, 299, 404, 410, 503]) {
		it(`with ${status} ends it for good, though its type is right`, async () => {
			server.route('/live', exchange => {
				const hasBody = status !== 204 && status !== 205;
				exchange.answer(
					status,
					{ 'Content-Type': 'text/event-stream' },
					hasBody ? 'data: never\n\n' : '',
				);
			});
			await start(server.url('/live')).reaches(status === 204 ? 'closed' : 'failed');
			assert.deepEqual(session.log.events, []);
			assert.deepEqual(session.clock.pending, []);
			assert.equal(server.requests.length, 1);
		});
	}

	for (const type of ['x bogus', 'text/x-bogus']) {
		it(`of the type ${type} ends it for good`, async () => {
			server.route('/live', exchange =>
				exchange.answer(200, { 'Content-Type': type }, 'data: never\n\n'),
			);
			await start(server.url('/live')).reaches('failed');
			assert.equal(session.failure?.type, 'content-type');
			assert.deepEqual(session.log.events, []);
		});
	}

	for (const type of ['text/event-stream;', 'text/event-stream;charset=windows-1252']) {
		it(`of the type ${type} is a stream in UTF-8`, async () => {
			server.route('/live', async exchange => {
				exchange.open({ 'Content-Type': type });
				await exchange.write('data: fine…\n\n');
				await exchange.untilGone();
			});
			await start(server.url('/live')).log.until(({ events }) => events.length === 1);
			assert.deepEqual(session.log.events, ['fine…']);
		});
	}

	for (const status of [301, 302, 303, 307, 308]) {
		it(`with ${status} leads on within the origin, each time from the first URL`, async () => {
			const url = server.url(`/redirect?code=${status}&to=/ends`);
			start({ url, headers: { Authorization: 'Bearer t' } });
			await session.reaches('waiting');
			session.passWait();
			await session.reaches('waiting');
			assert.deepEqual(
				server.requests.map(({ path, headers }) => [path, headers.authorization]),
				['/redirect', '/ends', '/redirect', '/ends'].map(path => [path, 'Bearer t']),
			);
			assert.equal(session.endpoint.url, url);
			assert.deepEqual(session.log.events, ['one', 'two', 'one', 'two']);
		});

		it(`with ${status} leads on to another origin, without the credentials`, async () => {
			const to = encodeURIComponent(other.url('/ends'));
			const url = server.url(`/redirect?code=${status}&to=${to}`);
			start({ url, headers: { Authorization: 'Bearer t' } });
			await session.reaches('waiting');
			session.passWait();
			await session.reaches('waiting');
			assert.equal(server.requestsTo('/redirect').length, 2);
			assert.deepEqual(
				other.requests.map(({ headers }) => headers.authorization),
				[undefined, undefined],
			);
			const hops = session.log.entries('open').flatMap(({ details }) => details?.hops ?? []);
			assert.deepEqual(
				hops.map(hop => [hop.to, hop.droppedHeaders]),
				[1, 2].map(() => [other.url('/ends'), ['Authorization']]),
			);
		});
	}

	for (const status of [301, 307]) {
		it(`with ${status} and an empty Location is followed 20 times, and then a failure`, async () => {
			server.route('/live', exchange => exchange.answer(status, { Location: '' }));
			await start(server.url('/live')).reaches('failed');
			assert.equal(session.failure?.type, 'redirect');
			assert.equal(server.requests.length, 21);
		});

		it(`with ${status} and no Location is a failure`, async () => {
			server.route('/live', exchange => exchange.answer(status, {}));
			await start(server.url('/live')).reaches('failed');
			assert.equal(session.failure?.type, 'status');
			assert.equal(server.requests.length, 1);
		});
	}
});
