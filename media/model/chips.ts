import { connectionKinds, type EntryKind } from '../../src/domain/entry';
import { keyOf, type Choice, type Chosen } from '../../src/domain/query/choice';
import type { Tally } from '../../src/protocol/overview';

/** A type or a kind of which there are entries, as one can choose it. */
export interface Chip {
	readonly key: string;
	readonly choice: Choice;
	readonly count: number;
	/** Types: decides on the colour. */
	readonly typeIndex?: number;
	/** Whether only this is seen, or all but this. */
	readonly mode?: 'only' | 'not' | undefined;
}

const kinds: readonly EntryKind[] = ['ignored', 'incomplete', 'comment', 'retry', 'id'];

/** The types in the order of first appearance, then the kinds; those of which there is none are left out. */
export function chipsOf(tally: Tally, { only, not }: Chosen): Chip[] {
	const found: Chip[] = [];
	const add = (choice: Choice, count: number, typeIndex?: number) => {
		const key = keyOf(choice);
		const mode = only.includes(key) ? 'only' : not.includes(key) ? 'not' : undefined;
		if (count > 0 || mode !== undefined) found.push({ key, choice, count, typeIndex, mode });
	};
	for (const { type, place, count } of tally.types)
		add({ field: 'type', value: type }, count, place);
	const countOf = (kind: EntryKind) => tally.kinds[kind] ?? 0;
	for (const kind of kinds) add({ field: 'kind', value: kind }, countOf(kind));
	const ofConnection = connectionKinds.reduce((sum, kind) => sum + countOf(kind), 0);
	add({ field: 'kind', value: 'connection' }, ofConnection);
	return found;
}

/** How many parts of these widths fit beside each other, where for the rest one of `restPx` is needed. */
export function fitting(widthsPx: readonly number[], roomPx: number, restPx: number): number {
	const total = widthsPx.reduce((sum, widthPx) => sum + widthPx, 0);
	if (total <= roomPx) return widthsPx.length;
	let count = 0;
	let leftPx = roomPx - restPx;
	while (count < widthsPx.length && widthsPx[count]! <= leftPx) leftPx -= widthsPx[count++]!;
	return count;
}
