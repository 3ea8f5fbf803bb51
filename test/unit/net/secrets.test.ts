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

	const echoes: [string, (secret: string) => { status: number; headers: object; body: string }][] =
		[
			['in a page', secret => ({ status: 401, headers: {}, body: `Wrong key: ${secret}!` })],
			[
				'as JSON',
				secret => ({ status: 403, headers: {}, body: JSON.stringify({ error: { key: secret } }) }),
			],
			[
				'in a header',
				secret => ({
					status: 500,
					headers: { 'X-Seen': Buffer.from(secret, 'utf8').toString('latin1') },
					body: 'x',
				}),
			],
			[
				'in a redirect',
				secret => ({
					status: 302,
					headers: { Location: `/status?code=400&seen=${encodeURIComponent(secret)}` },
					body: '',
				}),
			],
			[
				'in a redirect that is not followed',
				secret => ({
					status: 302,
					headers: { Location: `ftp://x/${encodeURIComponent(secret)}` },
					body: '',
				}),
			],
		];
	for (const [where, answer] of echoes) {
		it(`are shown in no entry when a server says them back ${where}`, async () => {
			const secret = 's3cret "välue"';
			const url = new URL(server.url('/says-back'));
			const { status, headers, body } = answer(secret);
			server.route('/says-back', exchange => exchange.answer(status, { ...headers }, body));
			url.username = 'user';
			url.password = secret;
			for (const endpoint of [
				{ url: server.url('/says-back'), auth: { type: 'bearer', token: secret } },
				{ url: server.url('/says-back'), auth: { type: 'basic', username: 'u', password: secret } },
				{ url: server.url('/says-back'), headers: { 'X-Api-Key': secret } },
				{ url: server.url('/says-back'), query: { api_key: secret } },
				{
					url: server.url('/says-back'),
					auth: { type: 'bearer', token: secret },
					headers: { 'X-Copy': encodeURIComponent(secret) },
				},
				{ url: url.href },
			]) {
				session = TestSession.of(endpoint);
				const { report } = await session.toFail();
				assert.equal(report.isFinal, true);
				const told = JSON.stringify([session.log.entries(), session.failure]);
				assert.match(told, /•••/);
				assert.doesNotMatch(told, /s3cret/);
				session.dispose();
			}
		});
	}

	it('are hidden in the request that carried them, whatever they are named, and however short', async () => {
		const url = server.url('/path/s3cr%22t?q=s3cr%22t');
		const headers = { 'X-Room': 'room s3cr"t', 'X-Pin': '42' };
		session = TestSession.of({ url, headers });
		session.use({ ...session.endpoint, secrets: ['s3cr"t', '42'] });
		const { details } = await session.toFail();
		const shown = new Map(details.request?.headers);
		assert.deepEqual([shown.get('X-Room'), shown.get('X-Pin')], ['room •••', '•••']);
		const told = JSON.stringify([session.log.entries(), session.failure]);
		assert.doesNotMatch(told, /s3cr/);
	});

	describe('on the way to another origin', () => {
		let other: SseServer;

		beforeEach(async () => {
			other = await SseServer.start();
		});
		afterEach(() => other.close());

		const redirected = (code: number, endpoint: object) => {
			const url = server.url(`/redirect?code=${code}&to=${encodeURIComponent(other.url('/echo'))}`);
			session = TestSession.of({ url, ...endpoint });
			session.use({ ...session.endpoint, secrets: ['s3cret"'], secretNames: ['room'] });
		};

		it('are left out of the headers, which is shown', async () => {
			redirected(302, { headers: { 'X-Room': 'in s3cret"', 'X-Hall': 'h' } });
			session.start();
			await session.reaches('open');
			const [open] = session.log.entries('open');
			assert.deepEqual(open?.details?.hops?.[0]?.droppedHeaders, ['X-Room']);
			assert.equal(server.requests[0]?.headers['x-room'], 'in s3cret"');
			assert.equal(other.requests[0]?.headers['x-room'], undefined);
			assert.equal(other.requests[0]?.headers['x-hall'], 'h');
		});

		it('are left out also where HTTP does not carry the spaces around them', async () => {
			redirected(302, { headers: { 'X-Room': ' p1n-code\t', 'X-Door': 'at  p1n-code\t' } });
			session.use({ ...session.endpoint, secrets: [' p1n-code\t'] });
			session.start();
			await session.reaches('open');
			assert.equal(server.requests[0]?.headers['x-room'], 'p1n-code');
			const [open] = session.log.entries('open');
			assert.deepEqual(open?.details?.hops?.[0]?.droppedHeaders, ['X-Room', 'X-Door']);
			assert.equal(other.requests[0]?.headers['x-room'], undefined);
			assert.doesNotMatch(JSON.stringify(session.log.entries()), /p1n-code/);
		});

		for (const body of [{ room: 'in s3cret"' }, 'room=s3cret"']) {
			it(`are not sent on within a body: ${typeof body}`, async () => {
				redirected(307, { method: 'POST', body });
				const { report } = await session.toFail();
				assert.match(report.title, /redirects a request with a secret in its body/);
				assert.equal(other.requests.length, 0);
				session.dispose();
				redirected(303, { method: 'POST', body });
				session.start();
				await session.reaches('open');
				assert.equal(other.requests[0]?.body, '');
			});
		}
	});

	for (const [code, advice] of [
		[401, /^Check the secret “room”; it may be wrong, or have expired\./],
		[403, /^Check that what the secret “room” stands for may read/],
		[404, /^Check the path/],
	] as const) {
		it(`are named when the server answers ${code}, if VS Code keeps them`, async () => {
			session = TestSession.of(server.url(`/status?code=${code}`));
			session.use({ ...session.endpoint, secretNames: ['room'] });
			const { report } = await session.toFail();
			assert.match(report.advice, advice);
			assert.deepEqual(report.secretNames, code === 404 ? undefined : ['room']);
		});
	}

	it('that are too short to tell from words hide none of them', async () => {
		const endpoint = { url: server.url('/missing'), headers: { 'X-Api-Key': 'N' } };
		session = TestSession.of(endpoint);
		assert.match((await session.toFail()).report.answer?.text ?? '', /Not Found/);
	});
});
