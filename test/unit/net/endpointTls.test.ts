import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { makeCertificate } from '../../fixtures/certificates';
import { TlsSetUp } from './tlsSetUp';

const day = 86_400_000;

describe('The TLS fields of an endpoint', () => {
	let on: TlsSetUp;
	before(() => {
		on = new TlsSetUp();
	});
	afterEach(() => on.end());
	after(() => on.deleteFolder());

	describe('trust', () => {
		it('a certificate that signs itself', async () => {
			const { certificate, server } = await on.make();
			const { tls, data } = await on.opened(server.url('/basic'), { ca: certificate.cert });
			assert.equal(tls?.unverified, undefined);
			assert.doesNotMatch(data, /verified/);
		});

		it('an authority: PEM text, a file, one of a list', async () => {
			const { certificate, server } = await on.make({ authority: 'Corp', sendsChain: true });
			const other = await makeCertificate({ authority: 'Other' });
			on.file('corp.pem', certificate.ca);
			for (const ca of [certificate.ca, 'corp.pem', [other.ca, 'corp.pem']]) {
				assert.equal((await on.opened(server.url('/basic'), { ca })).tls?.issuer, 'CN=Corp');
			}
		});

		it('an authority that the server does not send along', async () => {
			const { certificate, server } = await on.make({ authority: 'Corp' });
			await on.opened(server.url('/basic'), { ca: certificate.ca });
		});

		it('the server’s own certificate, whoever signed it', async () => {
			const { certificate, server } = await on.make({ authority: 'Corp' });
			await on.opened(server.url('/basic'), { ca: certificate.cert });
		});

		it('no authority but those that they name', async () => {
			const { server } = await on.make({ authority: 'Corp' });
			const other = await makeCertificate({ authority: 'Other' });
			const { report } = await on.failed(server.url('/basic'), { ca: other.ca });
			assert.equal(report.code, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
			assert.equal(report.tlsRemedy, 'trust');
			assert.equal(server.requests.length, 0);
		});

		for (const variable of [
			'NODE_EXTRA_CA_CERTS',
			...(process.platform === 'linux' ? ['SSL_CERT_FILE'] : []),
		]) {
			it(`what the process trusts as well: ${variable}`, async () => {
				const { certificate, server } = await on.make({ authority: 'System' });
				const other = await makeCertificate({ authority: 'Other' });
				const system = on.file('system.pem', certificate.ca);
				const own = on.file('own.pem', other.ca);
				const probe = join(__dirname, '..', '..', 'fixtures', 'trustProbe.js');
				const ask = async (env: Record<string, string>) => {
					const args = [probe, server.url('/basic'), own];
					const { stdout } = await promisify(execFile)(process.execPath, args, { env });
					return stdout;
				};
				assert.equal(await ask({ [variable]: system }), 'trusted');
				assert.equal(await ask({ [variable]: own }), 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
			});
		}
	});

	// What no trust mends is said as before, and what would help.
	for (const [kind, options, code, remedy, words] of [
		[
			'expired',
			{ validFrom: new Date(Date.now() - 30 * day), validTo: new Date(Date.now() - day) },
			'CERT_HAS_EXPIRED',
			'skip',
			/has expired\.$/,
		],
		[
			'not valid yet',
			{ validFrom: new Date(Date.now() + day), validTo: new Date(Date.now() + 30 * day) },
			'CERT_NOT_YET_VALID',
			'skip',
			/is not valid yet\.$/,
		],
		[
			'for another host',
			{ names: ['live.example'] },
			'ERR_TLS_CERT_ALTNAME_INVALID',
			'rename',
			/127\.0\.0\.1 shows is for another host\.$/,
		],
	] as const) {
		it(`refuse a certificate that is ${kind}, unless they do not verify it`, async () => {
			const { certificate, server } = await on.make({ authority: 'Corp', ...options });
			const { report } = await on.failed(server.url('/basic'), { ca: certificate.ca });
			assert.equal(report.code, code);
			assert.equal(report.tlsRemedy, remedy);
			const { tls, data } = await on.opened(server.url('/basic'), {
				ca: certificate.ca,
				verify: false,
			});
			assert.match(tls?.unverified ?? '', words);
			assert.match(data, / · certificate not verified( ·|$)/);
		});
	}

	it('let any certificate do, and say so', async () => {
		for (const [options, words] of [
			[{}, /is signed by itself/],
			[{ authority: 'Corp' }, /an authority this computer does not know/],
			[{ authority: 'Corp', sendsChain: true }, /an authority this computer does not trust/],
		] as const) {
			const { server } = await on.make(options);
			const { tls } = await on.opened(server.url('/basic'), { verify: false });
			assert.match(tls?.unverified ?? '', words);
		}
	});

	it('say nothing of a certificate that would have done anyway', async () => {
		const { certificate, server } = await on.make({ authority: 'Corp' });
		const { tls, data } = await on.opened(server.url('/basic'), {
			ca: certificate.ca,
			verify: false,
		});
		assert.equal(tls?.unverified, undefined);
		assert.doesNotMatch(data, /verified/);
	});

	it('ask for another name, and verify that one', async () => {
		const { certificate, server } = await on.make({ authority: 'Corp', names: ['live.example'] });
		const asked: (string | false | null)[] = [];
		server.route('/name', async exchange => {
			asked.push((exchange.response.socket as TLSSocket).servername);
			await exchange.write('data: x\n\n');
		});
		const { ca } = certificate;
		await on.opened(server.url('/name'), { ca, serverName: 'live.example' });
		assert.deepEqual(asked, ['live.example']);
		const { report } = await on.failed(server.url('/name'), { ca, serverName: 'other.example' });
		assert.equal(report.code, 'ERR_TLS_CERT_ALTNAME_INVALID');
	});
});
