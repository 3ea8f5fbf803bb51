import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { HumanError } from '../../../src/base/errors';
import { serverChain } from '../../../src/net/tls/serverChain';
import { makeCertificate, type CertificateOptions } from '../../fixtures/certificates';
import { SseServer } from '../../fixtures/sseServer';

describe('The certificates that a server shows', () => {
	let server: SseServer;
	const serve = async (options: CertificateOptions) => {
		const certificate = await makeCertificate(options);
		server = await SseServer.start({ tls: { key: certificate.key, cert: certificate.cert } });
		return certificate;
	};
	const chain = () => serverChain(new URL(server.url('/basic?key=1')), undefined);
	afterEach(async () => {
		assert.deepEqual(server.requests, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	it('are its own, if that signs itself', async () => {
		const { cert } = await serve({ names: ['live.example', '*.live.example', '127.0.0.1'] });
		const found = await chain();
		const wanted = new X509Certificate(cert);
		assert.equal(found.length, 1);
		const { subject, issuer, validFrom, validTo, fingerprint, hosts, pem } = found[0];
		assert.equal(subject, 'CN=live.example');
		assert.equal(issuer, subject);
		assert.match(`${validFrom} ${validTo}`, /^\S+ \d\d:\d\d UTC \S+ \d\d:\d\d UTC$/);
		assert.equal(fingerprint, wanted.fingerprint256);
		assert.deepEqual(hosts, ['live.example']);
		assert.equal(new X509Certificate(pem).fingerprint256, wanted.fingerprint256);
	});

	it('are those that it sends along', async () => {
		const { ca } = await serve({ authority: 'Corp', sendsChain: true });
		const found = await chain();
		assert.deepEqual(
			found.map(({ subject }) => subject),
			['CN=127.0.0.1', 'CN=Corp'],
		);
		assert.equal(found[1]?.fingerprint, new X509Certificate(ca).fingerprint256);
	});

	it('are its own alone, if it sends no other', async () => {
		await serve({ authority: 'Corp' });
		assert.deepEqual(
			(await chain()).map(({ subject, issuer }) => [subject, issuer]),
			[['CN=127.0.0.1', 'CN=Corp']],
		);
	});

	it('are none, if it does not speak TLS, or is not there', async () => {
		server = await SseServer.start();
		const url = new URL(server.url('/basic').replace('http:', 'https:'));
		const isSaid = (words: string) => (error: unknown) => {
			assert.ok(error instanceof HumanError);
			assert.ok(error.message.startsWith(words), error.message);
			return true;
		};
		await assert.rejects(serverChain(url, undefined), isSaid(`${url.host} does not speak TLS. If`));
		await server.close();
		const gone = serverChain(url, undefined);
		await assert.rejects(gone, isSaid(`${url.host} refused the connection. Is the server`));
		server = await SseServer.start();
	});
});
