import type { Entry } from '../../../src/domain/entry';
import type { Bound, FieldTerm, FieldTest, Query } from '../../../src/domain/query/query';

/** What a filter says of an entry, as plainly as that can be put; `undefined` for what it does not know. */
export function slowFilter(query: Query, entry: Entry): boolean | undefined {
	switch (query.type) {
		case 'and':
		case 'or': {
			const answers = query.terms.map(term => slowFilter(term, entry));
			if (answers.includes(undefined)) return undefined;
			return query.type === 'and' ? !answers.includes(false) : answers.includes(true);
		}
		case 'not': {
			const answer = slowFilter(query.term, entry);
			return answer === undefined ? undefined : !answer;
		}
		case 'text':
			return [entry.data, entry.type, entry.id].some(text => contains(text, query.text));
		case 'regex': {
			const pattern = new RegExp(query.source, query.flags);
			const others = [entry.type, entry.id].filter(Boolean);
			return [entry.data, ...others].some(text => pattern.test(text!));
		}
		case 'field':
			return field(query, entry);
	}
}

function field({ field: name, path, test }: FieldTerm, entry: Entry): boolean | undefined {
	if (test.type === 'kind') return test.kinds.includes(entry.kind);
	if (name === 'type' || name === 'id') return word(entry[name], test);
	if (name === 'data') {
		if (path !== undefined || test.type === 'between') return json(path ?? [], test, entry.data);
		return word(entry.data, test);
	}
	if (name === 'size' || name === 'gap' || name === 'retry' || name === 'attempt') {
		const value = entry[name];
		if (test.type === 'exists') return value !== undefined;
		if (test.type === 'none') return value === undefined;
		if (test.type === 'between') return value !== undefined && isWithin(value, test.min, test.max);
	}
	return undefined;
}

function word(text: string | undefined, test: FieldTest): boolean | undefined {
	switch (test.type) {
		case 'exists':
			return text !== undefined && text !== '';
		case 'none':
			return text === undefined || text === '';
		case 'contains':
			return contains(text, test.text);
		case 'equals':
			return text !== undefined && text.length === test.text.length && contains(text, test.text);
		case 'regex':
			return text !== undefined && new RegExp(test.source, test.flags).test(text);
		default:
			return undefined;
	}
}

/** Of objects and numbers alone. */
function json(path: readonly (string | number)[], test: FieldTest, data: string) {
	let value: unknown;
	try {
		value = JSON.parse(data);
		for (const step of path) value = (value as Record<string, unknown>)[step];
	} catch {
		value = undefined;
	}
	if (test.type === 'exists') return value !== undefined;
	if (test.type !== 'between') return undefined;
	return typeof value === 'number' && isWithin(value, test.min, test.max);
}

function contains(text: string | undefined, wanted: string): boolean {
	return text !== undefined && folded(text).includes(folded(wanted));
}

/** Letters of ASCII alone: what else has cases is not among the words that are looked for. */
function folded(text: string): string {
	return text.replace(/[A-Z]/g, letter => letter.toLowerCase());
}

function isWithin(value: number, min?: Bound, max?: Bound): boolean {
	const isAbove = !min || (min.isInclusive ? value >= min.value : value > min.value);
	const isBelow = !max || (max.isInclusive ? value <= max.value : value < max.value);
	return isAbove && isBelow;
}
