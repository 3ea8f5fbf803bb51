import assert from 'node:assert/strict';
import { redactHeaders, redactUrl } from '../../../src/domain/redaction';
import { isSecretHeader } from '../../../src/domain/secretNames';

describe('redactHeaders', () => {
	for (const [name, value, shown] of [
		['Accept', 'text/event-stream', 'text/event-stream'],
		['Last-Event-ID', '42', '42'],
		['Authorization', 'Bearer abc.def', 'Bearer •••'],
		['authorization', 'basic dXNlcjpwYXNz', 'basic •••'],
		['Authorization', 'Digest username="u", response="r"', 'Digest •••'],
		['Authorization', 'sk-12345', '•••'],
		['Authorization', 'AWS4-HMAC-SHA256 Credential=x', '•••'],
		['Proxy-Authorization', 'Basic abc', 'Basic •••'],
		['Cookie', 'session=1', '•••'],
		['Set-Cookie', 'session=1; HttpOnly', '•••'],
		['X-Api-Key', 'k', '•••'],
		['X-ApiKey', 'k', '•••'],
		['api_key', 'k', '•••'],
		['X-Auth-Token', 't', '•••'],
		['X-Client-Secret', 's', '•••'],
		['X-Signature', 's', '•••'],
		['X-Auth', 'a', '•••'],
		['X-Auth-Key', 'k', '•••'],
		['X-Functions-Key', 'k', '•••'],
		['Ocp-Apim-Subscription-Key', 'k', '•••'],
		['DD-APPLICATION-KEY', 'k', '•••'],
		['Idempotency-Key', 'i', 'i'],
		['Surrogate-Key', 's', 's'],
		['X-Auth-User', 'u', 'u'],
		['X-Request-Id', 'r', 'r'],
	] as const) {
		it(`${name}: ${value}`, () => {
			assert.deepEqual(redactHeaders([[name, value]]), [[name, shown]]);
			assert.equal(isSecretHeader(name), shown !== value);
		});
	}

	it('keeps the order and repetitions', () => {
		assert.deepEqual(
			redactHeaders([
				['b', '1'],
				['Cookie', 'x'],
				['b', '2'],
			]),
			[
				['b', '1'],
				['Cookie', '•••'],
				['b', '2'],
			],
		);
	});
});

describe('redactUrl', () => {
	for (const [url, shown] of [
		[
			'https://example.com/live?symbols=ACME&depth=5',
			'https://example.com/live?symbols=ACME&depth=5',
		],
		['https://user:pass@example.com/', 'https://example.com/'],
		['https://us%40er:p@ss@example.com/a', 'https://example.com/a'],
		['HTTP://token@host', 'HTTP://host'],
		['https://example.com/@user?x=a@b', 'https://example.com/@user?x=a@b'],
		['https://h/?access_token=abc&x=1', 'https://h/?access_token=•••&x=1'],
		['https://h/?x=1&apikey=abc#part', 'https://h/?x=1&apikey=•••#part'],
		['https://h/?key=abc', 'https://h/?key=•••'],
		[
			'https://h/?subscription-key=abc&accessKey=d',
			'https://h/?subscription-key=•••&accessKey=•••',
		],
		['https://h/?partition_key=abc', 'https://h/?partition_key=abc'],
		['https://h/?keyword=abc', 'https://h/?keyword=abc'],
		['https://h/?X-Amz-Signature=abc&sig=d', 'https://h/?X-Amz-Signature=•••&sig=•••'],
		['https://h/?jwt=a=b&password=', 'https://h/?jwt=•••&password=•••'],
		['https://h/?api%5Fkey=abc', 'https://h/?api%5Fkey=•••'],
		['https://h/?access%5Ftoken=abc;x', 'https://h/?access%5Ftoken=•••'],
		['https://h/#access_token=abc', 'https://h/#access_token=•••'],
		['https://h/?%zz=1&token=t', 'https://h/?%zz=1&token=•••'],
		['/relative?token=t', '/relative?token=•••'],
	] as const) {
		it(url, () => {
			assert.equal(redactUrl(url), shown);
		});
	}

	it('takes no time for a run of marks', () => {
		const url = `https://h/${'?'.repeat(200_000)}`;
		assert.equal(redactUrl(url), url);
		assert.equal(redactUrl(`${url}x&token=1`), `${url}x&token=•••`);
	});
});
