import * as l10n from '@vscode/l10n';
import { countOf, countText, shortened } from './words';

/*
 * What is said about the first events after a reconnection that asked to go on after an ID. The
 * parts of a note are joined by semicolons.
 */

/** The next ID came. */
export const resumedAfter = (id: string) => l10n.t`resumed after ${shortened(id)}, nothing missing`;

/** The ID has come before; `seq` is 0 where the entry could not be kept. */
export const sentBefore = (seq: number) =>
	seq === 0 ? l10n.t('sent before') : l10n.t`sent before, as ${place(seq)}`;

/** So many events that came before have come again, first and last by their entries. */
export const sentAgain = (count: number, first: number, last: number) =>
	first === 0
		? l10n.t`${countOf(count, 'event')} sent again before it`
		: l10n.t`${countOf(count, 'event')} sent again before it, ${places(first, last)}`;

/** Said after {@link sentAgain}. */
export const nothingMissing = () => l10n.t('nothing missing');

/** The IDs do not count up one by one. */
export const cannotTell = () => l10n.t('the IDs do not tell whether any are missing');

export function skipped(count: bigint, first: string, last: string): string {
	if (count === 1n) return l10n.t`1 ID skipped: ${shortened(first)}`;
	const digits = String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
	return l10n.t`${digits} IDs skipped: ${shortened(first)} – ${shortened(last)}`;
}

export const beginsAgain = (asked: string) =>
	l10n.t`not resumed after ${shortened(asked)}: begins from the start again`;

export const goesBack = (asked: string, id: string) =>
	l10n.t`not resumed after ${shortened(asked)}: goes back to ${shortened(id)}`;

export const outOfOrder = (before: string) =>
	l10n.t`out of order: comes after ${shortened(before)}`;

/** Its ID was said to be skipped at the entry `seq`. */
export const late = (seq: number) =>
	seq === 0
		? l10n.t('out of order: was missing before')
		: l10n.t`out of order: was missing at ${place(seq)}`;

/** Whether a note only says that all is well, or as it was asked for. */
export function isCalm(note: string): boolean {
	// As this language has them, and as English does: a capture keeps the words it was made with.
	const forms = [...calmForms, ...calmForms.map(form => l10n.t(form))];
	return note.split('; ').every(part => forms.some(form => isOfForm(part, form)));
}

const calmForms = [
	'resumed after {0}, nothing missing',
	'sent before',
	'sent before, as {0}',
	'{0} sent again before it',
	'{0} sent again before it, {1}',
	'nothing missing',
	'the IDs do not tell whether any are missing',
];

function isOfForm(text: string, form: string): boolean {
	const fixed = form.split(/\{\d\}/);
	let end = 0;
	const isThere = fixed.every(part => {
		const at = text.indexOf(part, end);
		end = at + part.length;
		return at >= 0;
	});
	return isThere && text.startsWith(fixed[0] ?? '') && text.endsWith(fixed.at(-1) ?? '');
}

function place(seq: number): string {
	return `#${countText(seq)}`;
}

function places(first: number, last: number): string {
	return first === last ? place(first) : `${place(first)} – ${place(last)}`;
}
