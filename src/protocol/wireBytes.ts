/** Exact bytes with the chunks they came in. */
export interface WireBytes {
	/** Where they begin among all body bytes of the capture, or, if they are an attempt's, of that. */
	readonly offset: number;
	/** All of them, of which {@link WireBytes.bytes} are the first. */
	readonly length: number;
	/** At most {@link maxWireBytes}; a buffer of its own. */
	readonly bytes: Uint8Array;
	/** In order: number, arrival (ms since the epoch), and where each begins, relative to `offset`: the first may begin before it. */
	readonly chunks: readonly {
		readonly chunk: number;
		readonly time: number;
		readonly start: number;
		readonly length: number;
	}[];
}

export const maxWireBytes = 65_536;
