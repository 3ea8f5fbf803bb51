import type { Entry } from '../../../src/domain/entry';
import type {
	Bound,
	FieldTerm,
	FieldTest,
	JsonPlaces,
	Query,
} from '../../../src/domain/query/query';

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

/** Of what exists and of numbers alone. */
function json(path: JsonPlaces, test: FieldTest, data: string): boolean | undefined {
	if (test.type !== 'exists' && test.type !== 'between') return undefined;
	let values: unknown[];
	try {
		values = [JSON.parse(data)];
	} catch {
		return false;
	}
	for (const step of path) values = values.flatMap(value => below(value, step));
	if (test.type === 'exists') return values.length > 0;
	return values.some(value => typeof value === 'number' && isWithin(value, test.min, test.max));
}

/** What is one step below a value. */
function below(value: unknown, step: JsonPlaces[number]): unknown[] {
	if (Array.isArray(value)) {
		if (step === null) return value as unknown[];
		const item: unknown = typeof step === 'number' ? value.at(step) : undefined;
		return item === undefined ? [] : [item];
	}
	if (typeof value !== 'object' || value === null || typeof step !== 'string') return [];
	return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
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
