/** What is known of an attempt that opened, and of its bytes. */
export interface AttemptFacts {
	readonly attempt: number;
	/** Ms since the epoch; absent if nobody recorded it. */
	readonly opened?: number;
	/** The content coding of its answer, for example `gzip`. */
	readonly coding?: string;
	/** How it ended, as a sentence; absent while it has not, and once that is cleared. */
	readonly ending?: string;
	/** The bytes of its body, decoded. */
	readonly body: KeptBytes;
	/** The same as received; absent if there is no coding, or only decoded bytes were ever kept. */
	readonly coded?: KeptBytes;
}

/** Bytes that came, and those of them that are in the capture. */
export interface KeptBytes {
	readonly sizeBytes: number;
	/** Fewer once the capture has been cleared, or if keeping stopped. */
	readonly keptBytes: number;
}

/** Some of an attempt's bytes; places are counted from its first byte, kept or not. */
export interface AttemptRange {
	/** Absent: as received. */
	readonly isDecoded?: boolean;
	readonly from: number;
	/** The first byte that is not wanted. */
	readonly to: number;
}

/** Bytes that lie side by side. */
export interface AttemptPiece {
	/** At most {@link maxPieceBytes}. */
	readonly bytes: Uint8Array;
	/** The place of the first of them: later than what was asked for if that is not in the capture. */
	readonly from: number;
}

export const maxPieceBytes = 1_048_576;
