import type { Entry } from '../../../src/domain/entry';
import type { FieldTerm, JsonPlaces, Query } from '../../../src/domain/query/query';

/** Places of the entries that match, kept up as more come. */
export class Matching {
	private readonly indices: number[] = [];
	private seen = 0;

	constructor(readonly query: Query) {}

	upTo(length: number, entryAt: (index: number) => Entry): readonly number[] {
		for (; this.seen < length; this.seen++) {
			if (matches(this.query, entryAt(this.seen))) this.indices.push(this.seen);
		}
		return this.indices;
	}
}

/** Whether an entry matches, as far as the tests of the page need it: the store has the real thing. */
export function matches(query: Query, entry: Entry): boolean {
	switch (query.type) {
		case 'and':
			return query.terms.every(term => matches(term, entry));
		case 'or':
			return query.terms.some(term => matches(term, entry));
		case 'not':
			return !matches(query.term, entry);
		case 'text': {
			const text = query.text.toLowerCase();
			return texts(entry).some(value => value.toLowerCase().includes(text));
		}
		case 'regex': {
			const regex = new RegExp(query.source, query.flags);
			return texts(entry).some(value => regex.test(value));
		}
		default:
			return matchesField(query, entry);
	}
}

function texts({ type, id, data }: Entry): string[] {
	return [type, id ?? '', data];
}

function matchesField({ field, path, test }: FieldTerm, entry: Entry): boolean {
	let value: unknown = entry[field as keyof Entry];
	if (path !== undefined) value = valueAt(entry.data, path);
	switch (test.type) {
		case 'equals':
			return String(value ?? '').toLowerCase() === test.text.toLowerCase();
		case 'contains':
			return String(value ?? '').includes(test.text);
		case 'kind':
			return test.kinds.includes(entry.kind);
		case 'between':
			return (
				typeof value === 'number' &&
				value >= (test.min?.value ?? -Infinity) &&
				value <= (test.max?.value ?? Infinity)
			);
		case 'exists':
			return value !== undefined;
		default:
			return false;
	}
}

function valueAt(data: string, path: JsonPlaces): unknown {
	try {
		let value: unknown = JSON.parse(data);
		// Of all items the first one is enough here.
		for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key ?? 0];
		return value;
	} catch {
		return undefined;
	}
}
