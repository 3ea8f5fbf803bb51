import assert from 'node:assert/strict';
import { HumanError } from '../../../../src/base/errors';
import { curlCode } from '../../../../src/domain/code/curlCode';
import { eventSourceCode } from '../../../../src/domain/code/eventSourceCode';
import { fetchCode } from '../../../../src/domain/code/fetchCode';
import { toEndpoint } from '../../../../src/domain/endpoint';

const completion = toEndpoint({
	url: 'https://api.example.com/v1/chat',
	method: 'POST',
	auth: { type: 'bearer', token: 's3cret' },
	body: { stream: true, messages: [{ role: 'user', content: "What's new?" }] },
});

describe('Generated code', () => {
	it('looks as people write it: curl', () => {
		assert.deepEqual(curlCode(completion, '7'), {
			text: `curl -N -L 'https://api.example.com/v1/chat' \\
  -H 'Accept: text/event-stream' \\
  -H 'Cache-Control: no-cache' \\
  -H 'Content-Type: application/json' \\
  -H 'Last-Event-ID: 7' \\
  -H "Authorization: Bearer $TOKEN" \\
  --data-raw '{"stream":true,"messages":[{"role":"user","content":"What'\\''s new?"}]}'`,
			variables: ['TOKEN'],
		});
	});

	it('looks as people write it: fetch', () => {
		assert.deepEqual(fetchCode(completion), {
			text: `import { EventSourceParserStream } from 'eventsource-parser/stream';

// It reads TOKEN from the environment.
const response = await fetch('https://api.example.com/v1/chat', {
	method: 'POST',
	headers: {
		Accept: 'text/event-stream',
		'Cache-Control': 'no-cache',
		'Content-Type': 'application/json',
		Authorization: \`Bearer \${process.env.TOKEN}\`,
	},
	body: JSON.stringify({
		stream: true,
		messages: [
			{
				role: 'user',
				content: 'What\\'s new?',
			},
		],
	}),
});
if (!response.ok || response.body === null) {
	throw new Error(\`The server answered \${response.status} \${response.statusText}\`);
}
const events = response.body
	.pipeThrough(new TextDecoderStream())
	.pipeThrough(new EventSourceParserStream());
for await (const { event = 'message', id, data } of events) {
	console.log(event, id, data);
}
`,
			variables: ['TOKEN'],
		});
	});

	it('looks as people write it: EventSource', () => {
		const endpoint = toEndpoint('https://example.com/events?key=s3cret&a=1');
		assert.deepEqual(eventSourceCode(endpoint, ['tick', 'message', 'error']), {
			text: `// It reads KEY from the environment.
const source = new EventSource(\`https://example.com/events?key=\${encodeURIComponent(process.env.KEY)}&a=1\`);
source.addEventListener('open', () => console.log('open'));
source.addEventListener('error', () => {
	console.log(source.readyState === EventSource.CLOSED ? 'failed' : 'reconnecting');
});
// The server sends events of the type error too: they reach the listener above.
for (const type of ['message', 'tick']) {
	source.addEventListener(type, ({ lastEventId, data }) => {
		console.log(type, lastEventId, data);
	});
}
`,
			variables: ['KEY'],
		});
	});

	it('says what EventSource cannot send', () => {
		const first = (fields: object) =>
			eventSourceCode(toEndpoint({ url: 'https://h/', ...fields }), []).text.split('\n')[0];
		assert.equal(
			first({ headers: { a: 'b' } }),
			'// EventSource cannot send headers, so this uses fetch.',
		);
		assert.match(first({ auth: { type: 'bearer', token: 'x' } })!, /credentials/);
		assert.match(first({ method: 'PUT', body: '' })!, /a method and a body/);
	});

	it('says how a script gets at certificates', () => {
		const tls = { verify: false, ca: 'ca.pem', cert: 'c.pem', key: 'k.pem', passphrase: 's3cret' };
		const endpoint = toEndpoint({ url: 'https://h/', tls });
		const script = fetchCode(endpoint).text;
		assert.match(script, /NODE_TLS_REJECT_UNAUTHORIZED=0/);
		assert.match(script, /NODE_EXTRA_CA_CERTS=/);
		assert.match(script, /dispatcher/);
		const { text, variables } = curlCode(endpoint);
		assert.match(text, / -k \\\n {2}--cacert 'ca.pem' \\\n {2}--cert 'c.pem' \\\n/);
		assert.match(text, /--key 'k.pem' \\\n {2}--pass "\$PASSPHRASE"$/);
		assert.deepEqual(variables, ['PASSPHRASE']);
	});

	it('names the version of HTTP, and keeps a colon in a path', () => {
		const of = (fields: object) => curlCode(toEndpoint({ url: 'https://h/', ...fields })).text;
		assert.match(of({ httpVersion: '2' }), / --http2$/);
		assert.match(of({ httpVersion: '1.1' }), / --http1\.1$/);
		assert.doesNotMatch(of({ httpVersion: 'auto' }), /--http/);
		assert.match(of({ tls: { cert: 'a:b', key: 'c:d' } }), /--cert 'a\\:b' .*--key 'c:d'$/s);
	});

	it('has a key in PEM from the environment', () => {
		const tls = { cert: '-----BEGIN CERTIFICATE-----\nc', key: '-----BEGIN PRIVATE KEY-----\ns3' };
		const { text, variables } = curlCode(toEndpoint({ url: 'https://h/', tls }));
		assert.match(text, /--cert <\(printf '%s\\n' '-----BEGIN CERTIFICATE-----\nc'\)/);
		assert.match(text, /--key <\(printf '%s\\n' "\$CLIENT_KEY"\)$/);
		assert.deepEqual(variables, ['CLIENT_KEY']);
	});

	it('cannot be a command line with a NUL in it', () => {
		const endpoint = toEndpoint({ url: 'https://h/', method: 'POST', body: 'a\0b' });
		assert.throws(() => curlCode(endpoint), HumanError);
		assert.match(fetchCode(endpoint).text, /'a\\u0000b'/);
	});
});
