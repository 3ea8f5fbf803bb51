import { writtenPath } from '../query/writtenPath';
import { differenceOf } from './decimal';
import { JsonDocument, nameOf, type JsonValue } from './document';

/** One value that differs. */
export interface Change {
	/** As it is typed into a filter, without the `data` at its beginning; empty for the data as a whole. */
	readonly path: string;
	/** As they were sent, shortened to {@link maxValueLength}; absent: there was none, there is none any more. */
	readonly old?: string;
	readonly next?: string;
	/** Of numbers: how much larger the new one is, with its sign. */
	readonly difference?: string;
}

/** More changes than a person reads. */
export const maxChanges = 1000;
/** UTF-16 units of a value, ellipses apart. */
const maxValueLength = 400;
/** Deeper than this containers are compared as text. */
const maxDepth = 100;
/** What is shown before the first character that differs. */
const contextLength = 20;

type Place = readonly (string | number)[];

/** The changes from one text to the next, value by value if both are JSON, lists by place. */
export function changesOf(old: string, next: string): { changes: Change[]; hasMore: boolean } {
	if (old === next) return { changes: [], hasMore: false };
	const [a, b] = [JsonDocument.parse(old), JsonDocument.parse(next)];
	if (a === undefined || b === undefined) {
		return { changes: [changeOf([], old, next)], hasMore: false };
	}
	const comparison = new Comparison(a, b);
	comparison.compare([], a.root, b.root);
	const { changes } = comparison;
	return { changes: changes.slice(0, maxChanges), hasMore: changes.length > maxChanges };
}

class Comparison {
	readonly changes: Change[] = [];

	constructor(
		private readonly old: JsonDocument,
		private readonly next: JsonDocument,
	) {}

	compare(path: Place, old: JsonValue, next: JsonValue): void {
		const [a, b] = [textOf(this.old, old), textOf(this.next, next)];
		if (a === b || this.isFull) return;
		const isDeep = path.length >= maxDepth;
		if (old.kind === next.kind && old.kind === 'object' && !isDeep) {
			this.compareObjects(path, old, next);
		} else if (old.kind === next.kind && old.kind === 'array' && !isDeep) {
			this.compareArrays(path, old, next);
		} else if (old.kind === 'number' && next.kind === 'number') {
			const difference = differenceOf(a, b);
			this.changes.push({
				...changeOf(path, a, b),
				...(difference !== undefined && { difference }),
			});
		} else this.changes.push(changeOf(path, a, b));
	}

	private get isFull(): boolean {
		return this.changes.length > maxChanges;
	}

	private compareObjects(path: Place, old: JsonValue, next: JsonValue): void {
		// Of doubled keys the last one counts, as everywhere.
		const before = byName(this.old, old);
		const after = byName(this.next, next);
		for (const [key, value] of after) {
			if (this.isFull) return;
			const own = [...path, key];
			const was = before.get(key);
			if (was === undefined) this.list(own, this.next, value, 'next');
			else this.compare(own, was, value);
		}
		for (const [key, value] of before) {
			if (this.isFull) return;
			if (!after.has(key)) this.list([...path, key], this.old, value, 'old');
		}
	}

	private compareArrays(path: Place, old: JsonValue, next: JsonValue): void {
		const [before, after] = [this.old.each(old), this.next.each(next)];
		for (let place = 0; !this.isFull; place++) {
			const [a, b] = [before.next(), after.next()];
			const own = [...path, place];
			if (a.done !== true && b.done !== true) this.compare(own, a.value.value, b.value.value);
			else if (b.done !== true) this.list(own, this.next, b.value.value, 'next');
			else if (a.done !== true) this.list(own, this.old, a.value.value, 'old');
			else return;
		}
	}

	/** All values within one that came or went. */
	private list(path: Place, document: JsonDocument, value: JsonValue, side: 'old' | 'next'): void {
		if (this.isFull) return;
		if (!document.hasMembers(value) || path.length >= maxDepth) {
			const text = textOf(document, value);
			this.changes.push(
				side === 'old' ? changeOf(path, text, undefined) : changeOf(path, undefined, text),
			);
			return;
		}
		for (const { key, value: inner } of document.each(value)) {
			const step = value.kind === 'array' ? Number(key) : nameOf(key);
			this.list([...path, step], document, inner, side);
			if (this.isFull) return;
		}
	}
}

function byName(document: JsonDocument, object: JsonValue): Map<string, JsonValue> {
	const members = new Map<string, JsonValue>();
	for (const { key, value } of document.each(object)) members.set(nameOf(key), value);
	return members;
}

function textOf(document: JsonDocument, { start, end }: JsonValue): string {
	return document.text.slice(start, end);
}

function changeOf(path: Place, old: string | undefined, next: string | undefined): Change {
	const same = old === undefined || next === undefined ? 0 : samePrefix(old, next);
	return {
		path: writtenPath(path).replace(/^data\.?/, ''),
		...(old !== undefined && { old: shownOf(old, same) }),
		...(next !== undefined && { next: shownOf(next, same) }),
	};
}

function samePrefix(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** Of a long text the part where it begins to differ. */
function shownOf(text: string, same: number): string {
	if (text.length <= maxValueLength) return text;
	const from = same < maxValueLength / 2 ? 0 : same - contextLength;
	const part = text.slice(from, from + maxValueLength);
	const end = from + maxValueLength < text.length ? '…' : '';
	return `${from > 0 ? '…' : ''}${part}${end}`;
}
