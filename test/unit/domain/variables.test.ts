import assert from 'node:assert/strict';
import { HumanError } from '../../../src/base/errors';
import { parseEndpoints, toEndpoint, type Endpoint } from '../../../src/domain/endpoint';
import { displayUrl, urlCredentials, urlProblem } from '../../../src/domain/endpointUrl';
import { redactUrl } from '../../../src/domain/redaction';
import { isSecretVariable } from '../../../src/domain/secretNames';
import { isInOrigin, substituted, variablesIn } from '../../../src/domain/variables';
import { isSecretName, variablesOf, variableText } from '../../../src/domain/variableText';

const url = 'https://example.com/events';
/** Each variable's value is its name in capitals, unless `values` has another. */
const filled = (endpoint: object, values: Record<string, string> = {}): Endpoint =>
	substituted(toEndpoint(endpoint), variable => {
		const text = variableText(variable);
		return values[text] ?? text.replace(/^.*:|[${}]/g, '').toUpperCase();
	});
const says = (pattern: RegExp, run: () => unknown) =>
	assert.throws(run, error => error instanceof HumanError && pattern.test(error.message));

describe('Variables in a text', () => {
	for (const [text, ...found] of [
		['no variable: $ { } ${} ${x} $env:A {env:A}'],
		['${env:HOME}', '${env:HOME}'],
		['a${env:A_1}b${secret:key.v-2}c', '${env:A_1}', '${secret:key.v-2}'],
		[
			'${workspaceFolder}/x ${workspaceFolder:my app}',
			'${workspaceFolder}',
			'${workspaceFolder:my app}',
		],
		['${input:Which room? (1/2)}', '${input:Which room? (1/2)}'],
		['${{env:A}}'],
		['${env:${env:A}}', '${env:A}'],
		['${secret:a b} ${secret:} ${env:} ${input:} ${workspaceFolder:} ${Env:A} ${file}'],
		['${env:A\nB}'],
		['$${env:A}', '${env:A}'],
	] as const) {
		it(`are ${found.join(', ') || 'none'} in ${JSON.stringify(text)}`, () => {
			assert.deepEqual(variablesOf(text).map(variableText), found);
		});
	}

	for (const [text, isHidden] of [
		['${secret:anything}', true],
		['${env:OPENAI_API_KEY}', true],
		['${env:GITHUB_TOKEN}', true],
		['${env:SIGNING_KEY}', true],
		['${env:dbPassword}', true],
		['${input:Your password}', true],
		['${input:Key for the staging host}', true],
		['${input:Passphrase?}', true],
		['${env:KEYBOARD}', false],
		['${env:BASE_URL}', false],
		['${input:Room}', false],
		['${workspaceFolder:secret}', false],
	] as const) {
		it(`${isHidden ? 'hide' : 'show'} the value of ${text}`, () => {
			assert.equal(isSecretVariable(variablesOf(text)[0]!), isHidden);
		});
	}

	it('name secrets by letters, digits, _ . and -', () => {
		for (const name of ['a', 'A1', 'openai.key_2-x']) assert.ok(isSecretName(name), name);
		for (const name of ['', 'a b', 'a:b', 'é', 'a}', 'a\n']) assert.ok(!isSecretName(name), name);
	});
});

describe('Variables in an endpoint', () => {
	const full = {
		name: '${env:NAME}',
		url: 'https://${env:host}/${env:path}?q=${env:q}',
		query: { a: '${env:one}', b: ['${env:two}', 3, true] },
		method: 'p${input:method}',
		headers: { 'X-Room': '${env:room} and ${env:room}' },
		auth: { type: 'basic', username: '${env:user}', password: '${secret:pass}' },
		body: { '${env:key}': ['${env:in}', { deep: ['${env:deep}', null, 1, false] }] },
		lastEventId: '${env:id}',
		tls: {
			verify: false,
			ca: ['${workspaceFolder}/ca.pem'],
			cert: '${env:cert}',
			key: '${secret:pem}',
			passphrase: '${secret:phrase}',
			serverName: '${env:sni}',
		},
	};

	it('are found in every field but the name and the keys', () => {
		const names = variablesIn(toEndpoint(full)).map(variableText);
		const expected = ['host', 'path', 'q', 'one', 'two', 'room', 'user', 'in', 'deep', 'id'];
		assert.deepEqual(
			names.toSorted(),
			[
				...[...expected, 'cert', 'sni'].map(name => `\${env:${name}}`),
				...['pass', 'pem', 'phrase'].map(name => `\${secret:${name}}`),
				'${input:method}',
				'${workspaceFolder}',
			].toSorted(),
		);
	});

	it('are replaced in all of them', () => {
		assert.deepEqual(toEndpoint(filled(full)), {
			name: '${env:NAME}',
			url: 'https://HOST/PATH?q=Q',
			query: { a: 'ONE', b: ['TWO', 3, true] },
			method: 'PMETHOD',
			headers: { 'X-Room': 'ROOM and ROOM' },
			auth: { type: 'basic', username: 'USER', password: 'PASS' },
			body: { '${env:key}': ['IN', { deep: ['DEEP', null, 1, false] }] },
			lastEventId: 'ID',
			tls: {
				verify: false,
				ca: ['WORKSPACEFOLDER/ca.pem'],
				cert: 'CERT',
				key: 'PEM',
				passphrase: 'PHRASE',
				serverName: 'SNI',
			},
		});
		const bearer = { url, auth: { type: 'bearer', token: 'a-${secret:t}' } };
		assert.deepEqual(filled(bearer).auth, { type: 'bearer', token: 'a-T' });
		const text = { url, method: 'POST', body: '{"a": "${env:x}", "b": "${other}"}' };
		assert.equal(filled(text).body, '{"a": "X", "b": "${other}"}');
	});

	it('are replaced once: a value is no text with variables', () => {
		const values = { '${env:a}': '${secret:b}' };
		assert.equal(filled({ url, headers: { x: '${env:a}' } }, values).headers?.x, '${secret:b}');
	});

	it('cannot break out of a JSON string, nor lose a key', () => {
		const body = JSON.parse('{"__proto__": "${env:a}"}') as object;
		const { body: sent } = filled({ url, method: 'POST', body }, { '${env:a}': '","admin":"x' });
		assert.equal(JSON.stringify(sent), '{"__proto__":"\\",\\"admin\\":\\"x"}');
	});

	it('cannot break out of a header', () => {
		for (const value of ['s3cret\r\nX-Admin: 1', 's3cret\n', 's3cret\0']) {
			assert.throws(
				() => filled({ url, headers: { 'X-Key': 'Key ${env:K}' } }, { '${env:K}': value }),
				error =>
					error instanceof HumanError &&
					/\$\{env:K\}.*“X-Key”/.test(error.message) &&
					!error.message.includes('s3cret'),
			);
		}
	});
});

describe('Variables in a URL', () => {
	for (const [text, values, result] of [
		['${env:B}/events', { '${env:B}': 'https://h:8/a?b=c' }, 'https://h:8/a?b=c/events'],
		['${env:B}/events', { '${env:B}': 'http://h' }, 'http://h/events'],
		['${env:S}://h/', { '${env:S}': 'http' }, 'http://h/'],
		[
			'https://h:${env:P}/${env:X}',
			{ '${env:P}': '81', '${env:X}': 'a/b?c' },
			'https://h:81/a/b?c',
		],
		['https://h/${secret:X}', { '${secret:X}': 'a/b?c' }, 'https://h/a%2Fb%3Fc'],
		['https://h/?a=${env:X}', { '${env:X}': 'b&c d' }, 'https://h/?a=b%26c%20d'],
		['https://h/#${env:X}', { '${env:X}': 'b#c' }, 'https://h/#b%23c'],
		['${env:B}&a=${env:X}', { '${env:B}': 'http://h/?b', '${env:X}': '&' }, 'http://h/?b&a=%26'],
		['https://h/?a=${env:X}', { '${env:X}': '\ud800' }, 'https://h/?a=%EF%BF%BD'],
	] as const) {
		it(`become ${result} in ${text}`, () => {
			assert.equal(filled({ url: text }, values).url, result);
		});
	}

	for (const text of [
		'${secret:BASE}/x',
		'https://${secret:HOST}/x',
		'https://h${secret:X}',
		'https://h:${secret:PORT}/',
		'${env:BASE}${secret:X}',
	]) {
		it(`cannot be secrets before the path: ${text}`, () => {
			says(/before the path of the URL/, () =>
				filled({ url: text }, { '${env:BASE}': 'http://h' }),
			);
		});
	}

	it('are moved to auth with the user name and the password', () => {
		const { url: left, auth } = toEndpoint('https://${input:Who?/@:}%40:${secret:P}@${env:H}/x@y');
		assert.equal(left, 'https://${env:H}/x@y');
		assert.deepEqual(auth, {
			type: 'basic',
			username: '${input:Who?/@:}@',
			password: '${secret:P}',
		});
		assert.equal(urlCredentials('https://${env:H}/@'), undefined);
		assert.equal(displayUrl('${env:S}://u:p@h/'), '${env:S}://h/');
		// Where the parser of URLs ends the host, it ends.
		assert.equal(displayUrl('https://evil\\@good/'), 'https://evil\\@good/');
		assert.equal(urlCredentials('https://evil\\:x@good/'), undefined);
	});

	it('tell which of them choose the server', () => {
		const endpoint = toEndpoint({
			url: '${env:A}.${env:B}:1/${env:C}',
			headers: { d: '${env:D}' },
		});
		const chosen = variablesIn(endpoint).filter(variable => isInOrigin(endpoint, variable));
		assert.deepEqual(chosen.map(variableText), ['${env:A}', '${env:B}']);
	});

	it('stay where it is shown', () => {
		assert.equal(redactUrl('https://h/?token=${secret:T}'), 'https://h/?token=${secret:T}');
		assert.equal(redactUrl('https://h/?token=x${secret:T}'), 'https://h/?token=•••');
		assert.equal(toEndpoint('${env:BASE}/?key=abc').name, '${env:BASE}/?key=•••');
	});
});

describe('What may have variables', () => {
	for (const text of [
		'${env:BASE}',
		'${env:BASE}/events?a=b',
		'${input:URL of the stream}',
		'${env:SCHEME}://host/',
		'http${env:S}://host/',
		'https://${env:HOST}',
		'https://${env:HOST}:${env:PORT}/',
		'https://api.${env:DOMAIN}:80${env:X}/',
		'https://host/${workspaceFolder:a b}?q=${input:What is it?}',
		'https://${env:USER}:${secret:PASS}@host/',
	]) {
		it(`a URL: ${text}`, () => assert.equal(urlProblem(text), undefined));
	}

	for (const [text, problem] of [
		['ftp://${env:HOST}/', /^ftp: URLs/],
		['host/${env:X}', /“host\/\$\{env:X\}” has no scheme/],
		['https://a b${env:X}/', /contains a space/],
		['https:///${env:X}', /names no host/],
		['${env:X} y', /contains a space/],
		['https://h:${env:PORT}x/', /“https:\/\/h:\$\{env:PORT\}x\/” is not a valid URL/],
		['${unknown}/x', /has no scheme/],
	] as const) {
		it(`not just any URL: ${text}`, () => assert.match(urlProblem(text) ?? '', problem));
	}

	it('a method, in upper case around them', () => {
		const { method } = toEndpoint({ url, method: 'p${input:which method}', body: 'x' });
		assert.equal(method, 'P${input:which method}');
		says(/"method" must be/, () => toEndpoint({ url, method: '${env:M} /' }));
	});

	it('a user name, whose variables have a colon', () => {
		const auth = { type: 'basic', username: '${env:U}', password: '' };
		assert.deepEqual(toEndpoint({ url, auth }).auth, auth);
		says(/a colon/, () => toEndpoint({ url, auth: { ...auth, username: 'a:${env:U}' } }));
		says(/a colon/, () => toEndpoint(filled({ url, auth }, { '${env:U}': 'a:b' })));
	});

	it('not what is shown and kept, if they are secrets', () => {
		says(/"lastEventId" is shown and kept/, () =>
			toEndpoint({ url, lastEventId: 'x${secret:ID}' }),
		);
		says(/"method" is shown and kept.*\$\{env:TOKEN\}/, () =>
			toEndpoint({ url, method: '${env:TOKEN}' }),
		);
	});

	it('what their values make of it', () => {
		const invalid = (endpoint: object, values: Record<string, string>, problem: RegExp) =>
			says(problem, () => toEndpoint(filled(endpoint, values)));
		const post = { url, method: '${input:m}', body: 'x' };
		invalid(post, { '${input:m}': 'get' }, /A GET request has no body/);
		invalid(post, { '${input:m}': 'POST /' }, /"method" must be/);
		invalid({ url, lastEventId: '${env:I}' }, { '${env:I}': 'a\nb' }, /"lastEventId" must be/);
		invalid({ url: '${env:B}/x' }, { '${env:B}': 'ftp://h' }, /^ftp: URLs/);
		const token = { url, auth: { type: 'bearer', token: '${env:T}' } };
		invalid(token, { '${env:T}': ' ' }, /needs a "token"/);
		invalid(token, { '${env:T}': 's3cret\n' }, /"token" in "auth" must be on one line/);
	});

	it('a saved endpoint', () => {
		const saved = {
			name: 'x',
			url: '${env:BASE}/x',
			headers: { Authorization: 'Key ${secret:K}' },
		};
		assert.deepEqual(parseEndpoints([saved]), [{ ok: true, endpoint: saved }]);
	});
});
