import { randomUUID } from 'node:crypto';
import { DisposableStore } from '../base/disposable';
import { HumanError } from '../base/errors';
import type { Event } from '../base/emitter';
import type { ConnectionState } from '../domain/connectionState';
import type { Endpoint } from '../domain/endpoint';
import type { Entry } from '../domain/entry';
import { parseQuery } from '../domain/query/parser';
import type { Session } from '../net/session';
import type { Capture } from '../store/capture';
import { queryCapture } from '../store/captureQuery';
import type { StreamCounts, StreamSession } from './api';

/** One stream: the session that connects and the capture that keeps what it brings. */
export class LiveStream implements StreamSession {
	readonly id = randomUUID();
	readonly onDidChangeState: Event<ConnectionState>;
	private readonly owned = new DisposableStore();

	constructor(
		readonly endpoint: Endpoint,
		readonly capture: Capture,
		readonly session: Session,
	) {
		this.onDidChangeState = session.onDidChangeState;
		this.owned.register(session);
		// What the stream says about itself is known where it is parsed.
		this.owned.register(capture.onDidProgress(progress => session.noteFacts(progress)));
	}

	get state(): ConnectionState {
		return this.session.state;
	}

	get lastEventId(): string {
		return this.session.lastEventId;
	}

	get reconnectionTime(): number {
		return this.session.reconnectionTimeMs;
	}

	get counts(): StreamCounts {
		const { received, kept, dropped, bytes } = this.capture.progress;
		return { received, kept, dropped, bytes };
	}

	get isEnded(): boolean {
		return this.state === 'closed' || this.state === 'failed';
	}

	async query(
		filter: string,
		options: { offset?: number; limit?: number } = {},
	): Promise<{ total: number; entries: Entry[] }> {
		const parsed = parseQuery(filter);
		if (!parsed.ok) {
			const { message, hint } = parsed.problem;
			throw new HumanError(hint === undefined ? message : `${message} ${hint}`);
		}
		return queryCapture(this.capture, parsed.query, options);
	}

	async reconnect(options: { lastEventId?: string } = {}): Promise<void> {
		await this.session.reconnect(options);
	}

	async close(): Promise<void> {
		await this.session.close();
		await this.capture.flush();
	}

	/** Ends the connection and lets go of the capture, whose file is deleted. */
	discard(): Promise<void> {
		return this.end({ delete: true });
	}

	/** Ends the connection and leaves the capture on disk, for the panel to come back to. */
	suspend(): Promise<void> {
		return this.end({ delete: false });
	}

	private async end(options: { delete: boolean }): Promise<void> {
		await this.session.close();
		this.owned.dispose();
		await this.capture.close(options);
	}
}
