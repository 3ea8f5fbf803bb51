import assert from 'node:assert/strict';
import { toEndpoint, type Endpoint } from '../../../src/domain/endpoint';
import { withoutLiteralSecrets } from '../../../src/domain/literalSecrets';
import { substituted } from '../../../src/domain/variables';

const url = 'https://h/';

describe('Without its literal secrets, an endpoint', () => {
	const cases: readonly (readonly [
		name: string,
		fields: Partial<Endpoint>,
		changed: object,
		secrets: Readonly<Record<string, string>>,
	])[] = [
		['without any stays', { url, headers: { 'X-A': 'b' } }, { url, headers: { 'X-A': 'b' } }, {}],
		[
			'has its token',
			{ url, auth: { type: 'bearer', token: 's3' } },
			{ url, auth: { type: 'bearer', token: '${secret:TOKEN}' } },
			{ TOKEN: 's3' },
		],
		[
			'has its password, and keeps its user',
			{ url, auth: { type: 'basic', username: 'me', password: 's3' } },
			{ url, auth: { type: 'basic', username: 'me', password: '${secret:PASSWORD}' } },
			{ PASSWORD: 's3' },
		],
		[
			'has the password of its URL',
			{ url: 'https://me:s3@h/' },
			{ url, auth: { type: 'basic', username: 'me', password: '${secret:PASSWORD}' } },
			{ PASSWORD: 's3' },
		],
		[
			'keeps an empty password',
			{ url, auth: { type: 'basic', username: 'me', password: '' } },
			{ url, auth: { type: 'basic', username: 'me', password: '' } },
			{},
		],
		[
			'has its headers, schemes stay',
			{ url, headers: { Authorization: 'Bearer s3', 'x-api-key': 'k3', Cookie: 'a=1; b=2' } },
			{
				url,
				headers: {
					Authorization: 'Bearer ${secret:TOKEN}',
					'x-api-key': '${secret:X_API_KEY}',
					Cookie: '${secret:COOKIE}',
				},
			},
			{ TOKEN: 's3', X_API_KEY: 'k3', COOKIE: 'a=1; b=2' },
		],
		[
			'has an authorization of no known scheme whole',
			{ url, headers: { authorization: 'my s3' } },
			{ url, headers: { authorization: '${secret:AUTHORIZATION}' } },
			{ AUTHORIZATION: 'my s3' },
		],
		[
			'keeps its variables',
			{
				url: 'https://h/?key=${env:KEY}',
				headers: { Authorization: 'Bearer ${secret:MINE}', Cookie: '${input:Cookie}; ${env:C}' },
				auth: { type: 'bearer', token: '${env:T}' },
			},
			{
				url: 'https://h/?key=${env:KEY}',
				headers: { Authorization: 'Bearer ${secret:MINE}', Cookie: '${input:Cookie}; ${env:C}' },
				auth: { type: 'bearer', token: '${env:T}' },
			},
			{},
		],
		[
			'has what stands around its variables',
			{ url, headers: { Cookie: 'id=${env:ID}; s=s3' } },
			{ url, headers: { Cookie: '${secret:COOKIE}${env:ID}${secret:COOKIE_2}' } },
			{ COOKIE: 'id=', COOKIE_2: '; s=s3' },
		],
		[
			'has the parameters of its URL, decoded',
			{ url: 'https://h/p?a=1&api_key=s%2F3+4&b=2&token=#access_token=t3' },
			{
				url: 'https://h/p?a=1&api_key=${secret:API_KEY}&b=2&token=#access_token=${secret:ACCESS_TOKEN}',
			},
			{ API_KEY: 's/3 4', ACCESS_TOKEN: 't3' },
		],
		[
			'has those of its query',
			{ url, query: { page: 5, key: ['k1', 'k2', 'k1'], token: 42 } },
			{
				url,
				query: {
					page: 5,
					key: ['${secret:KEY}', '${secret:KEY_2}', '${secret:KEY}'],
					token: '${secret:TOKEN}',
				},
			},
			{ KEY: 'k1', KEY_2: 'k2', TOKEN: '42' },
		],
		[
			'has the parts of its JSON',
			{
				url,
				method: 'POST',
				body: { a: [{ apiKey: 'k3' }], password: ['p3', 4], max_tokens: 5, token_type: 't' },
			},
			{
				url,
				method: 'POST',
				body: {
					a: [{ apiKey: '${secret:APIKEY}' }],
					password: ['${secret:PASSWORD}', 4],
					max_tokens: 5,
					token_type: 't',
				},
			},
			{ APIKEY: 'k3', PASSWORD: 'p3' },
		],
		[
			'has the parts of its JSON that is text, as they are written',
			{
				url,
				method: 'POST',
				body: '{ "api_key" : "k\\"3", "a":"token", "token":"${env:T}", "max_tokens":5 }',
			},
			{
				url,
				method: 'POST',
				body: '{ "api_key" : "${secret:API_KEY}", "a":"token", "token":"${env:T}", "max_tokens":5 }',
			},
			{ API_KEY: 'k\\"3' },
		],
		[
			'has the parts of its form',
			{ url, method: 'POST', body: 'grant_type=x&client_secret=s%203&refresh_token=&a=b' },
			{
				url,
				method: 'POST',
				body: 'grant_type=x&client_secret=${secret:CLIENT_SECRET}&refresh_token=&a=b',
			},
			{ CLIENT_SECRET: 's%203' },
		],
		[
			'keeps what is no form',
			{ url, method: 'POST', body: 'the token = x & the secret' },
			{ url, method: 'POST', body: 'the token = x & the secret' },
			{},
		],
		[
			'has its passphrase and its private key, but no path',
			{
				url,
				tls: { cert: 'c.pem', key: '-----BEGIN PRIVATE KEY-----\nx', passphrase: 's3' },
			},
			{
				url,
				tls: { cert: 'c.pem', key: '${secret:CLIENT_KEY}', passphrase: '${secret:PASSPHRASE}' },
			},
			{ CLIENT_KEY: '-----BEGIN PRIVATE KEY-----\nx', PASSPHRASE: 's3' },
		],
	];
	for (const [name, fields, changed, secrets] of cases) {
		it(name, () => {
			const given = toEndpoint({ name: 'x', ...fields });
			const { endpoint, secrets: found } = withoutLiteralSecrets(given);
			assert.deepEqual(endpoint, { name: 'x', ...changed });
			assert.deepEqual(Object.fromEntries(found.map(one => [one.name, one.value])), secrets);
			assert.deepEqual(toEndpoint(endpoint), endpoint, 'is still valid');
		});
	}

	it('asks the same, once the secrets are put in again', () => {
		const given = toEndpoint({
			url: 'https://h/?sig=a%2Bb%20c&x=1',
			headers: { 'X-Token': 'ü"\'', Cookie: 'a=${env:A}b' },
			auth: { type: 'basic', username: 'u', password: 'p:%' },
		});
		const { endpoint, secrets } = withoutLiteralSecrets(given);
		const again = substituted(endpoint, variable =>
			variable.type === 'secret'
				? (secrets.find(({ name }) => name === variable.name)?.value ?? '')
				: '${env:A}',
		);
		assert.deepEqual(again, given);
	});

	it('takes no name that stands for something else', () => {
		const { endpoint, secrets } = withoutLiteralSecrets(
			toEndpoint({ url, auth: { type: 'bearer', token: 's3' } }),
			name => name !== 'TOKEN' && name !== 'TOKEN_2',
		);
		assert.deepEqual(endpoint.auth, { type: 'bearer', token: '${secret:TOKEN_3}' });
		assert.deepEqual(secrets, [{ name: 'TOKEN_3', value: 's3' }]);
	});
});
