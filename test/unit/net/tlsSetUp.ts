import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type * as https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsFields } from '../../../src/domain/tlsFields';
import { readTls } from '../../../src/net/tls/tlsMaterial';
import { makeCertificate, type CertificateOptions } from '../../fixtures/certificates';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

/** Servers with TLS, sessions with TLS fields, and a folder for the files that these name. */
export class TlsSetUp {
	readonly folder = mkdtempSync(join(tmpdir(), 'event-stream-tls-'));
	private readonly servers: SseServer[] = [];
	private readonly sessions: TestSession[] = [];

	async serve(tls: https.ServerOptions): Promise<SseServer> {
		const server = await SseServer.start({ tls });
		this.servers.push(server);
		return server;
	}

	/** A server whose certificate is made so; it sends no more of the chain than it is told to. */
	async make(options: CertificateOptions = {}) {
		const certificate = await makeCertificate(options);
		const { key, cert } = certificate;
		return { certificate, server: await this.serve({ key, cert }) };
	}

	/** @returns its path. */
	file(name: string, content: string | Buffer): string {
		const path = join(this.folder, name);
		writeFileSync(path, content);
		return path;
	}

	/** What is told of the answer that opens. */
	async opened(url: string, tls: TlsFields) {
		const session = await this.sessionFor(url, tls);
		session.start();
		await session.log.until(log => log.entries('open').length + log.entries('failed').length > 0);
		const [entry] = session.log.entries('open');
		assert.ok(entry?.details?.response, session.log.story.join('\n'));
		return { data: entry.data, ...entry.details.response };
	}

	async failed(url: string, tls: TlsFields) {
		return (await this.sessionFor(url, tls)).toFail();
	}

	/** Ends what there is, but for the folder. */
	async end(): Promise<void> {
		for (const session of this.sessions.splice(0)) {
			session.dispose();
			assert.deepEqual(session.errors, []);
		}
		await Promise.all(this.servers.splice(0).map(server => server.close()));
	}

	deleteFolder(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	private async sessionFor(url: string, tls: TlsFields): Promise<TestSession> {
		const session = TestSession.of({ url, tls });
		this.sessions.push(session);
		session.clock.advance(Date.now() - session.clock.now());
		session.use({ ...session.endpoint, tlsMaterial: await readTls(tls, this.folder) });
		return session;
	}
}
