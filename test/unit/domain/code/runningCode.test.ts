import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { curlCode, type GeneratedCode } from '../../../../src/domain/code/curlCode';
import { eventSourceCode } from '../../../../src/domain/code/eventSourceCode';
import { fetchCode } from '../../../../src/domain/code/fetchCode';
import { toEndpoint } from '../../../../src/domain/endpoint';
import { withoutLiteralSecrets } from '../../../../src/domain/literalSecrets';
import { substituted } from '../../../../src/domain/variables';
import { requestFor } from '../../../../src/net/exchange/outgoingRequest';
import { makeCertificate } from '../../../fixtures/certificates';
import { SseServer, type RecordedRequest } from '../../../fixtures/sseServer';
import { codeEndpoints, environment, secrets } from './endpoints';

const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe('Generated code that runs', () => {
	let server: SseServer;
	let folder: string;

	before(async () => {
		server = await SseServer.start();
		server.route('/echo', exchange =>
			exchange.answer(200, { 'Content-Type': 'text/event-stream' }, stream),
		);
		folder = await mkdtemp(join(tmpdir(), 'generated-code-'));
		// Where a project has its packages.
		await symlink(resolve('node_modules'), join(folder, 'node_modules'));
	});
	after(async () => {
		await server.close();
		await rm(folder, { recursive: true });
	});

	const stream = 'event: add\nid: 1\ndata: one\n\ndata: zwei ü\n\n';
	const path = (wanted: string) => server.url(wanted);

	const run = (command: string, args: string[]) =>
		new Promise<string>((done, fail) => {
			const options = { cwd: folder, env: { ...process.env, ...environment }, timeout: 30_000 };
			execFile(command, args, options, (error, stdout, stderr) =>
				error ? fail(new Error(`${stderr}\n${args.at(-1)}`)) : done(stdout),
			);
		});
	const runScript = async ({ text }: GeneratedCode) => {
		const file = join(folder, 'code.mjs');
		await writeFile(file, text);
		return run(process.execPath, [file]);
	};

	/** What counts of a request: a client names itself, and manages its connection. */
	const facts = ({
		method,
		url,
		headers,
		body,
	}: Pick<RecordedRequest, 'method' | 'url' | 'headers' | 'body'>) => {
		const others =
			/^(host|connection|user-agent|accept-language|accept-encoding|sec-fetch-mode|content-length|transfer-encoding)$/;
		return {
			method,
			url,
			body,
			headers: Object.fromEntries(
				Object.entries(headers)
					.filter(([name]) => !others.test(name))
					.map(([name, value]) => [name, Buffer.from(String(value), 'latin1').toString('utf8')]),
			),
		};
	};
	/** What the inspector would send. */
	const wanted = (fields: object, lastEventId = '') => {
		const { endpoint } = withoutLiteralSecrets(toEndpoint(fields));
		const resolved = substituted(endpoint, variable => {
			const name = variable.type === 'input' ? 'CODE_HOST_PATH' : variable.name!;
			return environment[name] ?? assert.fail(name);
		});
		const request = requestFor(resolved, lastEventId);
		return facts({
			method: request.method,
			url: request.url.pathname + request.url.search,
			headers: Object.fromEntries(
				request.headers.map(([name, value]) => [
					name.toLowerCase(),
					Buffer.from(value, 'utf8').toString('latin1'),
				]),
			),
			body: request.body === undefined ? '' : Buffer.from(request.body).toString('utf8'),
		});
	};
	const holdsNoSecret = ({ text }: GeneratedCode) => {
		for (const secret of secrets) assert.ok(!text.includes(secret), text);
	};

	const names = codeEndpoints(wantedPath => wantedPath).map(([name]) => name);
	for (const [index, name] of names.entries()) {
		const given = () => codeEndpoints(path)[index]!;

		if (hasCurl) {
			it(`by curl: ${name}`, async () => {
				const [, fields, lastEventId] = given();
				const code = curlCode(toEndpoint(fields), lastEventId);
				holdsNoSecret(code);
				// A value in a URL is put in as it is.
				const env = name === 'variables' ? 'WHO=Zo%C3%AB; ' : '';
				assert.equal(await run('bash', ['-c', env + code.text]), stream);
				assert.deepEqual(facts(server.requests.at(-1)!), wanted(fields, lastEventId));
			});
		}

		it(`by fetch: ${name}`, async () => {
			const [, fields, lastEventId] = given();
			const code = fetchCode(toEndpoint(fields), lastEventId);
			holdsNoSecret(code);
			assert.equal(await runScript(code), 'add 1 one\nmessage undefined zwei ü\n');
			assert.deepEqual(facts(server.requests.at(-1)!), wanted(fields, lastEventId));
		});
	}

	it('by EventSource', async () => {
		const hostile = `x'];process.exit(9);//\u2028process.exit(9)`;
		const code = eventSourceCode(toEndpoint(path('/echo?key=p4rameter&x=1')), ['add', hostile]);
		holdsNoSecret(code);
		// Node has none: the package that browsers' behaviour is measured against stands in.
		const standIn = "import { EventSource } from 'eventsource';\n";
		const ending = "source.addEventListener('error', () => source.close());\n";
		const output = await runScript({ ...code, text: standIn + code.text + ending });
		assert.equal(output, 'open\nadd 1 one\nmessage 1 zwei ü\nreconnecting\n');
		assert.equal(server.requests.at(-1)!.url, '/echo?key=p4rameter&x=1');
	});

	it('by fetch, where EventSource cannot', async () => {
		const code = eventSourceCode(
			toEndpoint({ url: path('/echo'), method: 'POST', body: 'x', headers: { 'X-A': 'b' } }),
			['add'],
		);
		assert.match(code.text, /^\/\/ EventSource cannot send a method and headers and a body, so /);
		assert.equal(await runScript(code), 'add 1 one\nmessage undefined zwei ü\n');
	});

	if (hasCurl) {
		it('by curl, over TLS', async () => {
			const certificate = await makeCertificate({
				authority: 'Code Authority',
				names: ['stream.example'],
			});
			const secure = await SseServer.start({ tls: certificate });
			try {
				secure.route('/echo', exchange =>
					exchange.answer(200, { 'Content-Type': 'text/event-stream' }, stream),
				);
				const url = secure.url('/echo');
				await writeFile(join(folder, 'ca: 1.pem'), certificate.ca);
				for (const tls of [
					{ verify: false },
					{ ca: certificate.ca, serverName: 'stream.example' },
					{ ca: 'ca: 1.pem', serverName: 'stream.example' },
					{ ca: ['ca: 1.pem', certificate.ca], serverName: 'stream.example' },
				]) {
					const { text } = curlCode(toEndpoint({ url, tls, httpVersion: '1.1' }));
					assert.equal(await run('bash', ['-c', text]), stream, text);
					assert.equal(secure.requests.at(-1)!.headers.host, new URL(url).host);
				}
				const strict = curlCode(toEndpoint({ url, tls: { ca: certificate.ca } }));
				await assert.rejects(run('bash', ['-c', strict.text]), 'another name');
			} finally {
				await secure.close();
			}
		});
	}
});
