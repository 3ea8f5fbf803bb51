import * as assert from 'node:assert/strict';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('the secrets of a request', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (endpoint: object) => {
		session = TestSession.of(endpoint);
		session.start();
	};

	beforeEach(async () => {
		server = await SseServer.start();
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.close();
	});

	for (const path of ['/echo', '/status?code=401']) {
		it(`are sent to ${path}, and shown in no entry`, async () => {
			const url = server.url(path);
			const secret = 's3cret-välue';
			for (const fields of [
				{ auth: { type: 'bearer', token: secret }, query: { symbol: ['A B', 1], api_key: secret } },
				{ auth: { type: 'basic', username: 'u', password: secret } },
			]) {
				start({ url, ...fields });
				await server.until(({ requests }) => requests.length > 0);
				await session.log.until(log => log.entries().length > 1);
				const told = JSON.stringify([session.log.entries(), session.failure]);
				const forms = [
					secret,
					encodeURIComponent(secret),
					Buffer.from(`u:${secret}`).toString('base64'),
				];
				for (const form of forms) assert.ok(!told.includes(form), told);
				assert.match(told, /(Bearer|Basic) •••/);
				session.dispose();
			}
			const [first, second] = server.requests;
			const read = (value: unknown) => Buffer.from(String(value), 'latin1').toString('utf8');
			assert.equal(read(first?.headers.authorization), `Bearer ${secret}`);
			assert.equal(first?.query.get('api_key'), secret);
			assert.deepEqual(first?.query.getAll('symbol'), ['A B', '1']);
			const pair = Buffer.from(`u:${secret}`).toString('base64');
			assert.equal(second?.headers.authorization, `Basic ${pair}`);
		});
	}
});
