import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../../src/base/errors';
import { toEndpoint } from '../../../src/domain/endpoint';
import { CalledOff } from '../../../src/workbench/secret/ask';
import { Resolution } from '../../../src/workbench/secret/resolution';
import { makeCertificate } from '../../fixtures/certificates';
import { TestResolving } from '../../fixtures/resolving';

const url = 'https://example.com:8443/events';
const origin = 'https://example.com:8443';

describe('Resolving an endpoint', () => {
	let ports: TestResolving;

	beforeEach(() => {
		ports = new TestResolving();
	});

	const of = (endpoint: unknown) => new Resolution(toEndpoint(endpoint), ports);
	const rejects = (endpoint: unknown, problem: RegExp) =>
		assert.rejects(
			of(endpoint).resolve(),
			error =>
				error instanceof HumanError && problem.test(error.message) && !/s3cret/.test(error.message),
		);

	it('gives one without variables back as it is', async () => {
		const endpoint = { name: 'x', url, headers: { a: '${other}' } };
		assert.deepEqual(await of(endpoint).resolve(), { ...endpoint, secrets: [], secretNames: [] });
		assert.deepEqual(ports.asked, []);
	});

	it('takes values from the environment, the folders, the user and the secrets of the origin', async () => {
		Object.assign(ports.environment, { BASE: origin, ROOM: 'r&b' });
		ports.open = [{ name: 'app', path: '/home/me/app' }];
		await ports.secrets.store(origin, 'key', 's3cret');
		ports.answers.push('42');
		const resolved = await of({
			url: '${env:BASE}/events?room=${env:ROOM}',
			headers: { 'X-Dir': '${workspaceFolder}/x', 'X-Depth': '${input:Depth}' },
			auth: { type: 'bearer', token: '${secret:key}' },
		}).resolve();
		assert.equal(resolved.url, `${origin}/events?room=r%26b`);
		assert.deepEqual(resolved.headers, { 'X-Dir': '/home/me/app/x', 'X-Depth': '42' });
		assert.deepEqual(resolved.auth, { type: 'bearer', token: 's3cret' });
		assert.deepEqual(resolved.secrets, ['s3cret']);
		assert.deepEqual(resolved.secretNames, ['key']);
		const [question] = ports.asked;
		assert.deepEqual(question, {
			type: 'input',
			prompt: 'Depth',
			endpointName: '${env:BASE}/events?room=${env:ROOM}',
			isHidden: false,
		});
	});

	it('asks for a secret that is missing, and keeps it for that origin alone', async () => {
		const endpoint = { url, headers: { 'X-Key': '${secret:key}' } };
		ports.answers.push('one');
		const { headers } = await of(endpoint).resolve();
		assert.equal(headers?.['X-Key'], 'one');
		assert.deepEqual(ports.asked, [{ type: 'secret', name: 'key', origin }]);
		assert.deepEqual(await ports.secrets.list(), [{ name: 'key', origin }]);
		assert.equal((await of(endpoint).resolve()).headers?.['X-Key'], 'one');
		assert.equal(ports.asked.length, 1);

		for (const other of [
			'http://example.com:8443',
			'https://example.com',
			'https://evil.com:8443',
		]) {
			ports.answers.push(`for ${other}`);
			const resolved = await of({ ...endpoint, url: `${other}/` }).resolve();
			assert.equal(resolved.headers?.['X-Key'], `for ${other}`);
			assert.deepEqual(ports.asked.at(-1), { type: 'secret', name: 'key', origin: other });
		}
		assert.equal((await of(endpoint).resolve()).headers?.['X-Key'], 'one');
	});

	it('asks for the secret of the origin that the variables make', async () => {
		await ports.secrets.store(origin, 'key', 's3cret');
		ports.environment.BASE = 'https://evil.com/?x=';
		await rejects(
			{ url: '${env:BASE}https://example.com:8443/?k=${secret:key}' },
			/“key” for https:\/\/evil\.com was not given/,
		);
	});

	it('takes for secret what is named like one, but not what chooses the server', async () => {
		Object.assign(ports.environment, { AUTH_HOST: 'auth.example.com', API_TOKEN: 't0ken' });
		ports.answers.push('pa55');
		const resolved = await of({
			url: 'https://${env:AUTH_HOST}/',
			headers: { a: '${env:API_TOKEN}', b: '${input:Password}' },
		}).resolve();
		assert.deepEqual(resolved.secrets, ['t0ken', 'pa55']);
		assert.deepEqual(resolved.secretNames, []);
		assert.ok(ports.asked[0]?.type === 'input' && ports.asked[0].isHidden);
	});

	it('does not ask again for what was typed, nor twice at once', async () => {
		const resolution = of({ url, headers: { a: '${input:A}', b: '${input:A}' } });
		ports.answers.push('one');
		const [first, second] = await Promise.all([resolution.resolve(), resolution.resolve()]);
		assert.deepEqual([first.headers, second.headers], [{ a: 'one', b: 'one' }, first.headers]);
		assert.deepEqual((await resolution.resolve()).headers, first.headers);
		assert.equal(ports.asked.length, 1);
	});

	it('takes a new value of the environment, and of a secret', async () => {
		const resolution = of({ url, headers: { a: '${env:A}', b: '${secret:B}' } });
		ports.environment.A = '1';
		await ports.secrets.store(origin, 'B', '1');
		assert.deepEqual((await resolution.resolve()).headers, { a: '1', b: '1' });
		ports.environment.A = '2';
		await ports.secrets.store(origin, 'B', '2');
		assert.deepEqual((await resolution.resolveSilently())?.headers, { a: '2', b: '2' });
		assert.ok(resolution.uses({ origin, name: 'B' }));
		assert.ok(!resolution.uses({ origin: 'https://example.com', name: 'B' }));
		await ports.secrets.delete(origin, 'B');
		assert.equal(await resolution.resolveSilently(), undefined);
		assert.equal(ports.asked.length, 0);
	});

	it('is called off when the user gives no value', async () => {
		for (const [endpoint, problem] of [
			[{ url, headers: { a: '${input:Which room?}' } }, '“Which room?” was not given.'],
			[{ url: `${url}?\${secret:k}` }, `The secret “k” for ${origin} was not given.`],
		] as const) {
			await assert.rejects(
				of(endpoint).resolve(),
				error => error instanceof CalledOff && error.message === problem,
			);
		}
		assert.deepEqual(await ports.secrets.list(), []);
	});

	it('knows the origin without a question, where it can', async () => {
		ports.environment.HOST = 'h:1';
		const originOf = (text: string) => of(text).originSilently();
		assert.equal(
			await originOf('http://${env:HOST}/${secret:x}?${input:Y}&${env:Z}'),
			'http://h:1',
		);
		assert.equal(await originOf('http://${input:Host}/'), undefined);
		assert.equal(await originOf('http://${env:NONE}/'), undefined);
		assert.deepEqual(ports.asked, []);
	});

	it('says what is missing or unfit, and quotes no secret', async () => {
		await ports.secrets.store(origin, 'K', 's3cret\nX-Admin: 1');
		Object.assign(ports.environment, { BAD: 'ftp://h', TOKEN_URL: 's3cret:x', P: 'GET /' });
		await rejects({ url, headers: { a: '${env:NONE}' } }, /environment variable NONE is not set/);
		await rejects({ url: '${env:BAD}/x' }, /^ftp: URLs cannot be opened/);
		await rejects(
			{ url: '${env:TOKEN_URL}/x' },
			/^With the values of its variables, “\$\{env:TOKEN_URL\}\/x” is no URL/,
		);
		await rejects({ url, method: '${env:P}' }, /"method" must be/);
		await rejects({ url, headers: { 'X-Key': '${secret:K}' } }, /\$\{secret:K\}.*“X-Key”/);
		await rejects({ url, auth: { type: 'bearer', token: '${secret:K}' } }, /must be on one line/);
		await rejects({ url: 'https://${secret:K}/' }, /before the path of the URL/);
		await rejects({ url, headers: { a: '${workspaceFolder}' } }, /no folder is open/);
		await rejects({ url, headers: { a: '${workspaceFolder:x}' } }, /no folder of that name/);
		ports.open = [{ name: 'a' }, { name: 'b', path: '/b' }];
		await rejects({ url, headers: { a: '${workspaceFolder}' } }, /\$\{workspaceFolder:a\}/);
		await rejects({ url, headers: { a: '${workspaceFolder:a}' } }, /is on no disk/);
		const { headers } = await of({ url, headers: { a: '${workspaceFolder:b}' } }).resolve();
		assert.equal(headers?.a, '/b');
	});

	it('moves what a variable brings as user name and password to auth', async () => {
		ports.environment.BASE = 'https://me:p%40ss@example.com';
		const { url: resolvedUrl, auth } = await of('${env:BASE}/x').resolve();
		assert.equal(resolvedUrl, 'https://example.com/x');
		assert.deepEqual(auth, { type: 'basic', username: 'me', password: 'p@ss' });
	});

	describe('with tls', () => {
		let folder: string;
		before(async () => {
			folder = mkdtempSync(join(tmpdir(), 'resolution-'));
			const { cert, key } = await makeCertificate();
			writeFileSync(join(folder, 'cert.pem'), cert);
			writeFileSync(join(folder, 'key.pem'), key);
		});
		after(() => rmSync(folder, { recursive: true }));

		it('reads the files that it names once its variables are replaced', async () => {
			ports.open = [{ name: 'app', path: folder }];
			ports.environment.NAME = 'cert';
			const tls = { ca: '${env:NAME}.pem', cert: 'cert.pem', key: '${workspaceFolder}/key.pem' };
			const { tlsMaterial } = await of({ url, tls }).resolve();
			assert.match(tlsMaterial?.ca?.[0] ?? '', /BEGIN CERTIFICATE/);
			assert.match(tlsMaterial?.key ?? '', /BEGIN PRIVATE KEY/);
		});

		it('quotes no secret in what is said of a file', async () => {
			await ports.secrets.store(origin, 'path', '/tmp/s3cret-path');
			await rejects({ url, tls: { ca: '${secret:path}/ca.pem' } }, /does not exist/);
		});
	});
});
