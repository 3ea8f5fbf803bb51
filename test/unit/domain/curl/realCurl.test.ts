import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { parseCurl } from '../../../../src/domain/curl/curlCommand';
import { substituted } from '../../../../src/domain/variables';
import { requestFor } from '../../../../src/net/exchange/outgoingRequest';
import { SseServer } from '../../../fixtures/sseServer';

const commands = [
	`curl -N "$URL"`,
	`curl -sSNXDELETE "$URL?a=1"`,
	`curl "$URL" -d a=1 -d 'b=2 3' --data-raw '@c'`,
	`curl "$URL" -d ''`,
	`curl "$URL" --data-urlencode "a=x y&z/é'()*!~._-" --data-urlencode "=b c" --data-urlencode 'd e'`,
	`curl -G "$URL" --data-urlencode "a=x y" -d b=2`,
	`curl -G "$URL?z=1" -d b=2`,
	`curl -G "$URL" -XPOST -d b=2`,
	`curl -G "$URL?" -d b=2`,
	`curl "$URL?f\\[a\\]=1&f\\[a-z\\]=\\{b,c\\}"`,
	`curl -g "$URL?f[a-z]={b,c}"`,
	`curl "$URL" --json '{"a":' --json '1}'`,
	`curl "$URL" --data-binary $'a\\nb\\u00fc\\t' -H 'Content-Type: text/x'`,
	`curl "$URL" -d x -H Content-Type:`,
	`curl "$URL" -H 'X-A: b' -H 'X-None;' -H 'X-Sp:   c  ' -HX-D:e`,
	`curl "$URL" -A me -e 'https://r/;auto' -b 'a=1; b=2'`,
	`curl "$URL" -u 'é:p:w'`,
	`curl "$URL" --oauth2-bearer t0ken`,
	`curl "$URL" -XPUT -d x`,
	`curl --url "$URL" --request PATCH --data "$(printf x)"`.replace('"$(printf x)"', '"x$TOKEN"'),
];

// What a request of ours says by itself, or curl by itself.
const own = /^(host|accept|connection|cache-control|content-length)$/;

if (spawnSync('curl', ['--version']).status === 0) {
	describe('What curl sends, we send', () => {
		let server: SseServer;
		before(async () => {
			server = await SseServer.start();
			server.route('/echo', exchange => exchange.answer(200, {}, ''));
		});
		after(() => server.close());

		for (const command of commands) {
			it(command, async () => {
				const env = { ...process.env, URL: server.url('/echo'), TOKEN: 't' };
				await new Promise<void>((done, fail) =>
					execFile('bash', ['-c', command], { env }, error => (error ? fail(error) : done())),
				);
				const sent = server.requests.at(-1)!;
				const parsed = parseCurl(command);
				if (!parsed.ok) assert.fail(parsed.problem.message);
				const request = requestFor(
					substituted(parsed.endpoint, variable =>
						variable.type === 'env' && variable.name === 'URL' ? env.URL : 't',
					),
					'',
				);
				const facts = (
					method: string,
					url: string,
					headers: readonly (readonly [string, string])[],
					body: string,
				) => ({
					method,
					url,
					headers: headers
						.filter(
							([name, value]) =>
								!own.test(name) && !(name === 'user-agent' && value.startsWith('curl')),
						)
						.sort(([a], [b]) => a.localeCompare(b)),
					body,
				});
				assert.deepEqual(
					facts(
						request.method,
						request.url.pathname + request.url.search,
						request.headers.map(([name, value]) => [name.toLowerCase(), value] as const),
						Buffer.from(request.body ?? []).toString('utf8'),
					),
					facts(
						sent.method,
						sent.url,
						Object.entries(sent.headers).map(([name, value]) => [name, String(value)] as const),
						sent.body,
					),
				);
			});
		}
	});
}
