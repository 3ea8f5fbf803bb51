import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { HumanError } from '../../../src/base/errors';
import type { TlsFields } from '../../../src/domain/tlsFields';
import { readTls } from '../../../src/net/tls/tlsMaterial';
import { makeCertificate, type Certificate } from '../../fixtures/certificates';

const passphrase = 'correct horse';

describe('What the TLS fields of an endpoint name', () => {
	let folder: string;
	let own: Certificate;
	let other: Certificate;
	let encrypted: string;

	const file = (name: string, content: string | Uint8Array): string => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	};
	const problem = async (fields: TlsFields, from: string | undefined = folder): Promise<string> => {
		const error = await readTls(fields, from).then(
			() => assert.fail('It was read.'),
			(reason: unknown) => reason,
		);
		assert.ok(error instanceof HumanError, String(error));
		assert.match(error.message, /"(ca|cert|key)".*\.$/);
		const told = `${error.message} ${String(error.cause)}`;
		for (const pem of [own.key, other.key, encrypted]) {
			for (const line of pem.split('\n').filter(text => /^[\w+/=]{20}/.test(text))) {
				assert.ok(!told.includes(line), 'a key is quoted');
			}
		}
		assert.ok(!told.includes(passphrase), 'the passphrase is quoted');
		return error.message;
	};

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'event-stream-tls-'));
		own = await makeCertificate({ authority: 'One' });
		other = await makeCertificate({ authority: 'Two' });
		encrypted = createPrivateKey(own.key).export({
			type: 'pkcs8',
			format: 'pem',
			cipher: 'aes-256-cbc',
			passphrase,
		}) as string;
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	it('may be nothing', async () => {
		assert.deepEqual(await readTls({}, undefined), {});
		const others = { verify: false, serverName: 'stream.example' };
		assert.deepEqual(await readTls(others, undefined), others);
	});

	it('is PEM text, or a file by its absolute or relative path, one or a list', async () => {
		const absolute = file('one.pem', own.ca);
		mkdirSync(join(folder, 'sub'));
		file('sub/two.pem', other.ca);
		assert.deepEqual(await readTls({ ca: own.ca }, undefined), { ca: [own.ca] });
		assert.deepEqual(await readTls({ ca: absolute }, undefined), { ca: [own.ca] });
		assert.deepEqual(await readTls({ ca: [own.ca, 'sub/two.pem'] }, folder), {
			ca: [own.ca, other.ca],
		});
	});

	it('is a file below the home folder', async () => {
		const path = file('home.pem', own.ca);
		const { ca } = await readTls({ ca: `~/${relative(homedir(), path)}` }, undefined);
		assert.deepEqual(ca, [own.ca]);
	});

	it('is a bundle of authorities', async () => {
		const bundle = `# two of them\n${own.ca}\n${other.ca}`;
		assert.deepEqual(await readTls({ ca: bundle }, undefined), { ca: [bundle] });
	});

	it('is a certificate with its key', async () => {
		const { cert, key } = own;
		assert.deepEqual(await readTls({ cert, key }, undefined), { cert, key });
		assert.deepEqual(await readTls({ cert, key: encrypted, passphrase }, undefined), {
			cert,
			key: encrypted,
			passphrase,
		});
	});

	it('has lost its line ends to a variable of the environment, or to a line of input', async () => {
		for (const end of ['\\n', ' ', '\\r\\n']) {
			const flat = (pem: string) => pem.trim().replace(/\r?\n/g, end);
			const fields = { ca: flat(own.ca), cert: flat(own.cert), key: flat(own.key) };
			const { ca, cert, key } = await readTls(fields, undefined);
			assert.match(ca?.[0] ?? '', /^-----BEGIN CERTIFICATE-----\n/, end);
			assert.match(cert ?? '', /\n-----END CERTIFICATE-----/, end);
			assert.ok(createPrivateKey(key ?? '').equals(createPrivateKey(own.key)), end);
		}
	});

	describe('is refused', () => {
		it('if the path is relative and no folder is open', async () => {
			const said = await readTls({ ca: 'certs/ca.pem' }, undefined).catch(
				({ message }: Error) => message,
			);
			assert.equal(
				said,
				'"ca" in "tls" is the relative path “certs/ca.pem”, but no folder is open. Open the folder, or write an absolute path or PEM text.',
			);
		});

		it('if there is no such file', async () => {
			const path = join(folder, 'nothing.pem');
			assert.equal(
				await problem({ ca: 'nothing.pem' }),
				`The file “${path}” of "ca" in "tls" does not exist. Check the path.`,
			);
			file('plain.txt', '');
			assert.match(await problem({ ca: 'plain.txt/ca.pem' }), /does not exist/);
		});

		it('if it is a folder, or no ordinary file', async () => {
			assert.match(await problem({ ca: folder }), /is a folder\. Name a PEM file in it\.$/);
			if (process.platform === 'linux') {
				assert.match(await problem({ ca: '/dev/zero' }), /is no ordinary file/);
			}
		});

		it('if it cannot be read', async () => {
			symlinkSync('circle.pem', join(folder, 'circle.pem'));
			assert.match(await problem({ ca: 'circle.pem' }), /cannot be read\. Check the path/);
			const path = file('secret.pem', own.ca);
			chmodSync(path, 0o000);
			// Who may do everything may read it all the same.
			if (process.getuid?.() === 0) await readTls({ ca: path }, folder);
			else assert.match(await problem({ ca: path }), /may not be read by you/);
		});

		it('if it is too large', async () => {
			const path = file('large.pem', Buffer.alloc(1_000_001, '-----BEGIN '));
			assert.match(await problem({ ca: path }), /is larger than 1\.0 MB/);
		});

		it('if it is not PEM', async () => {
			const path = file('binary.der', Buffer.from([0x30, 0x82, 0x01, 0x0a, 0x00]));
			assert.match(await problem({ ca: path }), /is not in PEM form.*openssl/);
		});

		it('if it holds no certificate, or a broken one', async () => {
			assert.match(await problem({ ca: own.key }), /^"ca" in "tls" holds no certificate/);
			const broken = own.ca.replace(/\n[^-][^]{30}/, '\nMIIB');
			assert.match(await problem({ ca: broken }), /holds a certificate that cannot be read/);
			assert.match(
				await problem({ cert: 'one.pem', key: own.cert }),
				/^"key" in "tls" holds no private key/,
			);
		});

		it('if the key is broken', async () => {
			const key = own.key.replace(/\n[^-][^]{30}/, '\nMIIB');
			const said = await problem({ cert: own.cert, key });
			assert.match(said, /^"key" in "tls" holds a private key that cannot be read/);
		});

		it('if the key needs a passphrase', async () => {
			const said = await problem({ cert: own.cert, key: encrypted });
			assert.equal(said, '"key" in "tls" is encrypted. Add its "passphrase" to "tls".');
		});

		it('if the passphrase is not that of the key', async () => {
			for (const wrong of ['wrong', '']) {
				const path = file('own.key', encrypted);
				const said = await problem({ cert: own.cert, key: path, passphrase: wrong });
				assert.equal(
					said,
					`The file “${path}” of "key" in "tls" does not open with the "passphrase" in "tls". Check the passphrase.`,
				);
			}
		});

		it('if the key belongs to another certificate', async () => {
			const said = await problem({ cert: own.cert, key: other.key });
			assert.match(said, /is not the key of the first certificate in "cert"/);
		});

		it('without quoting a secret that was taken for a path', async () => {
			const secret = 'c2VjcmV0LWtleQ';
			const said = await readTls({ ca: `dir/${secret}` }, folder, [secret]).catch(
				({ message }: Error) => message,
			);
			assert.match(String(said), /dir\/•••” of "ca" in "tls" does not exist/);
		});
	});
});
