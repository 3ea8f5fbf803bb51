import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Disposable } from '../../base/disposable';
import type { ProxyNews } from './proxyNews';

/** An answer whose head is complete and whose body follows, whichever version of HTTP it came by. */
export interface Answer {
	readonly status: number;
	/** The server's own phrase; empty in HTTP/2, which has none. */
	readonly statusText: string;
	/** `1.0`, `1.1`, `2`. */
	readonly httpVersion: string;
	/** Names and values as they came, byte for character, in order, duplicates kept. */
	readonly headers: readonly (readonly [string, string])[];
	/** What it came by. */
	readonly socket: Socket;
	/** The bytes of the body, coded as they came. After a break its `error` says why, or nobody knows. */
	readonly body: Readable;
	/** To be asked when `body` has emitted `end`: whether the server ended it as HTTP wants it ended. */
	isComplete(): boolean;
}

/** Told of what happens, but not before the exchange has been returned to who began it. */
export interface ExchangeListener {
	/** It goes through a proxy, or would have to. Before the socket; of several the last one counts. */
	proxy(news: ProxyNews): void;
	/** A socket: connecting, or connected by a proxy. Of several the last one counts. */
	socket(socket: Socket): void;
	/** All of the request was handed to the system. */
	sent(): void;
	/** Once at most. */
	answered(answer: Answer): void;
	/**
	 * It broke, at any time; several errors may have one cause, and the first is the nearest to it.
	 * Without an error: the connection went away before an answer, and nobody said why.
	 */
	broke(error: unknown): void;
}

/** One request and its answer, on a connection of its own. Disposing cuts it; nothing is told any more. */
export type Exchange = Disposable;
