/** What an event adds to a response that comes in small pieces. */
export interface Delta {
	/** Names the response, where each of its events does. */
	readonly response?: string;
	/** Texts that it adds to, in order; none if it only begins, ends or accompanies a response. */
	readonly pieces: readonly Piece[];
	/** A response begins with it. */
	readonly isFirst?: boolean;
	/** A response ends with it. */
	readonly isLast?: boolean;
	/** What it says that the response has cost up to here. */
	readonly usage?: Usage;
}

/** Tokens, as a service counts them: those of a cache and of reasoning are counted, too. */
export interface Usage {
	readonly input?: number;
	readonly output?: number;
}

/** A part of one of the texts of a response. */
export interface Piece {
	/** Names the text within the response, for a person too: where it stands in the data. */
	readonly part: string;
	readonly text: string;
}

/** What the event is to its response; `undefined`: nothing that the format knows. */
export type Recognise = (data: Readonly<Record<string, unknown>>) => Delta | undefined;
