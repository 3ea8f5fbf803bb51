import type { ConnectionState } from '../domain/connectionState';
import type { FailureReport } from '../domain/failure';

/** What is being looked at; does not change while the panel lives. */
export interface StreamInfo {
	/** The endpoint's name. */
	readonly name: string;
	/** Redacted. */
	readonly url: string;
	readonly method: string;
	/** A capture opened from a file has no connection: nothing to reconnect or disconnect. */
	readonly isLive: boolean;
	/**
	 * Names the capture. The webview keeps it in its state, as `capture`, so that the panel finds its
	 * entries again when the window is reloaded.
	 */
	readonly capture: string;
	/** A capture of an earlier connection: how it stands, and whether it can be made again. */
	readonly kept?: {
		/** `cut`: the host ended while it was written. `elsewhere`: another window writes it. */
		readonly state: 'ended' | 'cut' | 'elsewhere';
		readonly canReconnect: boolean;
	};
}

export interface StreamStatus {
	readonly state: ConnectionState;
	/** While waiting: how long in all, and how much of it is left as the message is sent, in ms. */
	readonly waiting?: { readonly totalMs: number; readonly remainingMs: number };
	/** While there is no answer yet: for how long, as the message is sent, in ms. */
	readonly connecting?: { readonly forMs: number };
	/** The current or latest attempt, from 1. */
	readonly attempt: number;
	/** What the next attempt will send, shortened as a row’s texts are. */
	readonly lastEventId: string;
	readonly reconnectionTimeMs: number;
	/** Entries since the session began; those in the capture; those that could not be kept. */
	readonly received: number;
	readonly kept: number;
	readonly dropped: number;
	/** Why nothing more is kept, as a sentence; absent while all is well. */
	readonly keepingStopped?: string;
	/** Body bytes on the wire since the session began, before any content coding is undone. */
	readonly bytes: number;
	/** Events per second, of late. */
	readonly rate: number;
	/** While open: for how long, and the body bytes of this attempt. */
	readonly open?: { readonly forMs: number; readonly bytes: number };
	/** While failed: why. */
	readonly failure?: FailureReport;
}
