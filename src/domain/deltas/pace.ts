import type { Usage } from './delta';

/** How fast a text came. */
export interface Pace {
	/** From the request to its first piece; absent: it is not the first that the request brought. */
	readonly firstAfterMs?: number;
	/** From its first piece to its last one. */
	readonly durationMs: number;
	/** A second, from the first piece on; absent: it came at once. */
	readonly deltas?: number;
	/** Unicode code points a second. */
	readonly characters?: number;
	/** As the service counted them, for all texts of the response. */
	readonly usage: Usage;
	/** A second. */
	readonly tokens?: number;
}

/** What a pace is made of, in the order in which it came. Times are ms since the epoch. */
export interface Course {
	/** The pieces of the text; those without any are passed over. */
	readonly pieces: readonly { readonly time: number; readonly text: string }[];
	/** When pieces of any text of the response came. */
	readonly response: readonly number[];
	readonly usage: Usage;
	readonly requestTime: number | undefined;
}

/** The figures, of which tokens are known only if the stream tells them. */
export function paceOf({ pieces, response, usage, requestTime }: Course): Pace {
	const [first, ...later] = pieces.filter(({ text }) => text !== '');
	const firstTime = first?.time ?? 0;
	const durationMs = (later.at(-1)?.time ?? firstTime) - firstTime;
	// The first one says when it began, not how long it took.
	const perSecond = (count: number, ms: number) => (count * 1000) / ms;
	const characters = later.reduce((sum, { text }) => sum + codePoints(text), 0);
	const responseMs = (response.at(-1) ?? 0) - (response[0] ?? 0);
	return {
		...(first && requestTime !== undefined && { firstAfterMs: firstTime - requestTime }),
		durationMs,
		...(durationMs > 0 && {
			deltas: perSecond(later.length, durationMs),
			characters: perSecond(characters, durationMs),
		}),
		usage,
		...(usage.output !== undefined &&
			responseMs > 0 && { tokens: perSecond(usage.output, responseMs) }),
	};
}

function codePoints(text: string): number {
	return text.length - (text.match(/[\udc00-\udfff]/g)?.length ?? 0);
}
