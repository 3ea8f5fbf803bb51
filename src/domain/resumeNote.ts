import { countOf, countText, shortened } from './words';

/*
 * What is said about the first events after a reconnection that asked to go on after an ID. The
 * parts of a note are joined by semicolons.
 */

/** The next ID came. */
export const resumedAfter = (id: string) => `resumed after ${shortened(id)}, nothing missing`;

/** The ID has come before; `seq` is 0 where the entry could not be kept. */
export const sentBefore = (seq: number) => `sent before${seq === 0 ? '' : `, as ${place(seq)}`}`;

/** So many events that came before have come again, first and last by their entries. */
export const sentAgain = (count: number, first: number, last: number) =>
	`${countOf(count, 'event')} sent again before it${first === 0 ? '' : `, ${places(first, last)}`}`;

/** Said after {@link sentAgain}. */
export const nothingMissing = 'nothing missing';

/** The IDs do not count up one by one. */
export const cannotTell = 'the IDs do not tell whether any are missing';

export function skipped(count: bigint, first: string, last: string): string {
	if (count === 1n) return `1 ID skipped: ${shortened(first)}`;
	const digits = String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
	return `${digits} IDs skipped: ${shortened(first)} – ${shortened(last)}`;
}

export const beginsAgain = (asked: string) =>
	`not resumed after ${shortened(asked)}: begins from the start again`;

export const goesBack = (asked: string, id: string) =>
	`not resumed after ${shortened(asked)}: goes back to ${shortened(id)}`;

export const outOfOrder = (before: string) => `out of order: comes after ${shortened(before)}`;

/** Its ID was said to be skipped at the entry `seq`. */
export const late = (seq: number) =>
	`out of order: was missing${seq === 0 ? ' before' : ` at ${place(seq)}`}`;

/** Whether a note only says that all is well, or as it was asked for. */
export function isCalm(note: string): boolean {
	return note
		.split('; ')
		.every(part =>
			/^(resumed after|sent before|the IDs do not tell|nothing missing|[\d\u202f]+ events? sent again)/.test(
				part,
			),
		);
}

function place(seq: number): string {
	return `#${countText(seq)}`;
}

function places(first: number, last: number): string {
	return first === last ? place(first) : `${place(first)} – ${place(last)}`;
}
