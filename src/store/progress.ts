/** How far a capture has come. Everything that it counts is committed, and can be asked for. */
export interface Progress {
	/** Entries since the capture began: cleared and dropped ones included. */
	readonly received: number;
	/** Entries in the capture: `firstSeq … lastSeq`. */
	readonly kept: number;
	/** Entries that could not be kept, which have no `seq`, and those that made room for newer ones. */
	readonly dropped: number;
	/** Body bytes as they were received, kept or not. */
	readonly bytes: number;
	/** Entries of kind `event`, kept or not. */
	readonly events: number;
	/** The first entry in the capture, which grows; `lastSeq + 1` if there is none. */
	readonly firstSeq: number;
	/** The latest entry in the capture; 0 before the first one ever. */
	readonly lastSeq: number;
	/** The last event ID string in force. */
	readonly lastEventId: string;
	/** Set by the latest valid `retry` field, in ms; absent if there was none. */
	readonly reconnectionTime?: number;
	/** Why nothing more is kept, as a sentence; absent while all is well. */
	readonly keepingStopped?: string;
}

/** What the stream has said once a body has ended, all bytes written before considered. */
export interface BodyFacts {
	readonly lastEventId: string;
	/** Ms; absent if no valid `retry` came in the whole capture. */
	readonly reconnectionTime?: number;
	/** Events dispatched by the attempt that ended. */
	readonly events: number;
}
