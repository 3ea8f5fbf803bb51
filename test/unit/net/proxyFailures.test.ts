import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { failureOf } from '../../../src/net/failure/failures';
import { isProxyAnswer } from '../../../src/net/failure/proxyFailures';
import { proxyNews } from '../../../src/net/exchange/proxyNews';

describe('What VS Code tells of a proxy', () => {
	for (const [told, name] of [
		['PROXY proxy.corp:8080', 'proxy.corp:8080'],
		['PROXY user:pass@proxy.corp:8080', 'proxy.corp:8080'],
		['PROXY user:p@ss@proxy.corp:8080/', 'proxy.corp:8080'],
		['PROXY us/er:p%20a@proxy.corp:8080/x', 'proxy.corp:8080'],
		['HTTPS proxy.corp:443', 'proxy.corp:443'],
		['SOCKS 127.0.0.1:1080', '127.0.0.1:1080'],
		['SOCKS5 user:pass@[::1]:1080', '[::1]:1080'],
	] as const) {
		it(`${told}: its host and port, no more`, () => {
			assert.deepEqual(proxyNews({ proxy: told }), { name });
			const error = new Error('no way');
			assert.deepEqual(proxyNews({ proxy: told, error }), { name, error });
		});
	}

	for (const told of [
		{ proxy: 'DIRECT' },
		{ proxy: '' },
		{ proxy: 1 },
		{},
		undefined,
		'PROXY a:1',
	]) {
		it(`${JSON.stringify(told)}: there is none`, () => {
			assert.equal(proxyNews(told), undefined);
		});
	}
});

describe('What a proxy does wrong', () => {
	const url = new URL('https://stream.example/live');
	const failure = (error: unknown) =>
		failureOf(
			new Error('Failed to establish a socket connection to proxies: PROXY u:p@p.corp:80'),
			{
				url,
				proxy: { name: 'p.corp:80', error },
				hasAnswered: false,
			},
		);
	const systemError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

	for (const [code, words, title] of [
		['ECONNREFUSED', 'connection refused by proxy p.corp:80', 'refused the connection'],
		['ENOTFOUND', 'unknown proxy p.corp:80', 'is not known'],
		['EHOSTUNREACH', 'proxy p.corp:80 cannot be reached', 'cannot be reached'],
		['ETIMEDOUT', 'proxy p.corp:80 cannot be reached', 'cannot be reached'],
		['ECONNRESET', 'connection cut by proxy p.corp:80', 'cut the connection before an answer'],
	] as const) {
		it(`is said with its name: ${code}`, () => {
			const { words: said, report } = failure(systemError(code));
			assert.equal(said, words);
			assert.equal(report.title, `The proxy p.corp:80 ${title}`);
			assert.equal(report.code, code);
			assert.equal(report.isFinal, false);
			assert.match(report.advice, /“http\.proxy”.*stream\.example:443.*“http\.noProxy”\.$/);
		});
	}

	it('is said as it was told, if it is nothing that we know', () => {
		const { words, report } = failure(new Error('Socks5 Authentication failed'));
		assert.equal(words, 'no connection through proxy p.corp:80');
		assert.equal(report.title, 'The proxy p.corp:80 made no connection to stream.example:443');
		assert.match(report.explanation, /: Socks5 Authentication failed\.$/);
		assert.ok(!JSON.stringify(report).includes('u:p@'));
	});

	it('is its own certificate, about which the endpoint can do nothing', () => {
		const { report } = failure(systemError('DEPTH_ZERO_SELF_SIGNED_CERT'));
		assert.equal(report.type, 'proxy');
		assert.match(report.title, /^The certificate of the proxy p\.corp is signed by itself/);
		assert.equal(report.tlsRemedy, undefined);
	});

	it('is not what breaks once the stream is open', () => {
		const { words, report } = failureOf(systemError('ECONNRESET'), {
			url,
			proxy: { name: 'p.corp:80' },
			remoteAddress: '10.0.0.1:80',
			hasAnswered: true,
		});
		assert.equal(report.type, 'reset');
		assert.match(words, /by stream\.example:443 through proxy p\.corp:80 in the middle/);
	});

	it('is an answer of its own: unencrypted in place of TLS, or 407', () => {
		const socket = new Socket();
		const proxy = { name: 'p.corp:80' };
		const plain = new URL('http://stream.example/live');
		assert.equal(isProxyAnswer({ status: 403, socket }, url, proxy), true);
		assert.equal(isProxyAnswer({ status: 403, socket }, plain, proxy), false);
		assert.equal(isProxyAnswer({ status: 407, socket }, plain, proxy), true);
		assert.equal(isProxyAnswer({ status: 407, socket }, plain, undefined), false);
	});
});
