import * as l10n from '@vscode/l10n';
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
import type { Resolution } from './secret/resolution';
import type { SecretId } from './secret/secrets';

/** One stream: the session that connects and the capture that keeps what it brings. */
export class LiveStream implements StreamSession {
	readonly id = randomUUID();
	readonly onDidChangeState: Event<ConnectionState>;
	private readonly owned = new DisposableStore();
	/** Each order of the user takes the place of the one before, while that one still asks or reads. */
	private orders = 0;

	/** @param asked The endpoint as the user wrote it: this one is shown, compared and saved, and holds no secret's value. */
	constructor(
		private asked: Endpoint,
		readonly capture: Capture,
		readonly session: Session,
		private readonly resolution: Resolution,
	) {
		this.onDidChangeState = session.onDidChangeState;
		this.owned.register(session);
		// What the stream says about itself is known where it is parsed.
		this.owned.register(capture.onDidProgress(progress => session.noteFacts(progress)));
	}

	get endpoint(): Endpoint {
		return this.asked;
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
		if (typeof filter !== 'string') throw new HumanError(l10n.t('The filter must be a string.'));
		const parsed = parseQuery(filter);
		if (!parsed.ok) {
			const { message, hint } = parsed.problem;
			throw new HumanError(hint === undefined ? message : `${message} ${hint}`);
		}
		return queryCapture(this.capture, parsed.query, options);
	}

	async reconnect(options: { lastEventId?: string } = {}): Promise<void> {
		const { lastEventId } = options;
		if (lastEventId !== undefined && typeof lastEventId !== 'string') {
			throw new HumanError(l10n.t('The last event ID must be a string.'));
		}
		const order = ++this.orders;
		const resolved = await this.resolution.resolve();
		if (order !== this.orders) return;
		this.session.use(resolved);
		await this.session.reconnect(options);
	}

	/** From the next order to reconnect on the user asks for `endpoint`, which has the same URL. */
	change(endpoint: Endpoint): void {
		this.asked = endpoint;
		this.resolution.change(endpoint);
	}

	/** The same, and what attempts by themselves ask for as well, unless that would need a question. */
	async changeForNextAttempt(endpoint: Endpoint): Promise<void> {
		this.change(endpoint);
		const resolved = await this.resolution.resolveSilently();
		if (resolved !== undefined) this.session.use(resolved);
	}

	/**
	 * A secret has another value now: if the stream uses it, the next attempt takes that one. If it has
	 * none any more, the stream goes on with the one before until the user reconnects.
	 */
	async secretChanged(id: SecretId): Promise<void> {
		if (!this.resolution.uses(id)) return;
		const resolved = await this.resolution.resolveSilently();
		if (resolved !== undefined) this.session.use(resolved);
	}

	/** The secret of that name that the stream uses. */
	secretNamed(name: string): SecretId | undefined {
		return this.resolution.secrets.find(id => id.name === name);
	}

	/** From now on this is what the next attempt sends, while nothing is connected. */
	editLastEventId(lastEventId: string): void {
		this.session.editLastEventId(lastEventId);
	}

	/** Ends the waiting without another attempt. */
	async stopWaiting(): Promise<void> {
		if (this.state === 'waiting') await this.close();
	}

	async drop(): Promise<void> {
		await this.session.drop();
		await this.capture.flush();
	}

	async close(): Promise<void> {
		this.orders++;
		await this.session.close();
		await this.capture.flush();
	}

	/** Ends the connection and lets go of the capture, whose file is deleted. */
	discard(): Promise<void> {
		return this.end({ delete: true });
	}

	/** Ends the connection and lets go of the capture, which stays on disk. */
	suspend(): Promise<void> {
		return this.end({ delete: false });
	}

	private async end(options: { delete: boolean }): Promise<void> {
		this.orders++;
		await this.session.close();
		this.owned.dispose();
		await this.capture.close(options);
	}
}
