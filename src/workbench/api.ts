import type { Event } from '../base/emitter';
import type { ConnectionState } from '../domain/connectionState';
import type { Endpoint } from '../domain/endpoint';
import type { Entry } from '../domain/entry';

/** What `activate()` returns: for tests and for other extensions. */
export interface InspectorApi {
	/**
	 * Resolves when the session exists, not when it is open: a refused connection is a `failed` entry.
	 * An endpoint whose session still runs gives that session.
	 * @throws HumanError if the endpoint or its URL is malformed.
	 */
	connect(endpoint: string | Endpoint, options?: { reveal?: boolean }): Promise<StreamSession>;
	/** Those whose panel is open, and those without a panel that still run. */
	readonly sessions: readonly StreamSession[];
}

export interface StreamSession {
	readonly id: string;
	readonly endpoint: Endpoint;
	readonly state: ConnectionState;
	readonly lastEventId: string;
	/** Reconnection time in force, in milliseconds. */
	readonly reconnectionTime: number;
	/** Entries received, kept and dropped; bytes on the wire. */
	readonly counts: StreamCounts;
	readonly onDidChangeState: Event<ConnectionState>;
	/**
	 * Entries that match a filter, in order; without a limit the first 1 000. Resolves once all that
	 * has arrived so far has been considered.
	 * @throws HumanError if the filter or the page is invalid, or a regular expression takes too long.
	 */
	query(
		filter: string,
		options?: { offset?: number; limit?: number },
	): Promise<{ total: number; entries: Entry[] }>;
	/** Cuts the connection, if there is one, and starts a new attempt at once. */
	reconnect(options?: { lastEventId?: string }): Promise<void>;
	/**
	 * Cuts the connection, if there is one, as a broken network would: the stream then reconnects by
	 * itself, as its endpoint says. Resolves when that has been decided.
	 */
	drop(): Promise<void>;
	/** Ends the connection. Nothing more arrives; what has arrived can still be queried. */
	close(): Promise<void>;
}

export interface StreamCounts {
	readonly received: number;
	readonly kept: number;
	readonly dropped: number;
	readonly bytes: number;
}
