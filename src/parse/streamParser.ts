import type { FrameSink } from './frameSink';

/** Parses the body of one connection, from its first byte to its end. */
export class StreamParser {
	constructor(
		_sink: FrameSink,
		_begin: {
			/** Where the body begins among all body bytes of the capture. */
			readonly offset: number;
			/** The last event ID string in force. */
			readonly lastEventId: string;
			/** The reconnection time in force, in ms, for the words of a retry; absent: the default. */
			readonly reconnectionTime?: number;
		},
	) {}

	/** Takes the next bytes; frames complete in them go to the sink before it returns. */
	write(_bytes: Uint8Array): void {}

	/** The body has ended: what is left becomes an `incomplete` frame. */
	end(): void {}
}
