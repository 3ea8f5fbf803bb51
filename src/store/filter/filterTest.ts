import { assertNever } from '../../base/assertNever';
import { entryKinds } from '../../domain/entry';
import type { FieldName } from '../../domain/query/fields';
import type { Bound, FieldTerm, FieldTest, Query } from '../../domain/query/query';
import { equalsInAnyCase, findsInAnyCase, wildcardInAnyCase } from './anyCase';
import type { EntryCursor, Test } from './entryCursor';
import { jsonTest } from './jsonTest';
import { readNumberText, within } from './numberText';
import { containsTest, ofType, regexTest } from './textTest';
import { timeOfDay } from './timeOfDay';

/** What a test costs, more or less: of several the cheapest is asked first. */
const enum Cost {
	Number,
	Text,
	Json,
	Pattern,
}

interface Costed {
	readonly test: Test;
	readonly cost: Cost;
}

/**
 * The query as a test of entries. It never throws; a regular expression may take for ever.
 * @param bookmarked the numbers of the entries that have a bookmark.
 */
export function filterTest(query: Query, bookmarked: readonly number[] = []): Test {
	const seqs = new Set(bookmarked);
	return compile(query, at => seqs.has(at.page.seq + at.i)).test;
}

function compile(query: Query, isBookmarked: Test): Costed {
	switch (query.type) {
		case 'and':
			return join(query.terms, isBookmarked, tests => at => {
				for (const test of tests) if (!test(at)) return false;
				return true;
			});
		case 'or':
			return join(query.terms, isBookmarked, tests => at => {
				for (const test of tests) if (test(at)) return true;
				return false;
			});
		case 'not': {
			const { test, cost } = compile(query.term, isBookmarked);
			return { test: at => !test(at), cost };
		}
		case 'text':
			return { test: containsTest(query.text, 'all'), cost: Cost.Text };
		case 'regex':
			return { test: regexTest(query, 'all'), cost: Cost.Pattern };
		case 'field':
			return query.field === 'is'
				? { test: isBookmarked, cost: Cost.Number }
				: fieldTest(query.field, query);
		default:
			return assertNever(query);
	}
}

function join(
	terms: readonly Query[],
	isBookmarked: Test,
	toTest: (tests: readonly Test[]) => Test,
): Costed {
	const costed = terms.map(term => compile(term, isBookmarked)).sort((a, b) => a.cost - b.cost);
	const [first] = costed;
	if (first !== undefined && costed.length === 1) return first;
	return { test: toTest(costed.map(({ test }) => test)), cost: costed.at(-1)?.cost ?? Cost.Number };
}

function fieldTest(field: Exclude<FieldName, 'is'>, { path, test }: FieldTerm): Costed {
	switch (field) {
		case 'type':
			return { test: ofType(wordTest(field, test)), cost: Cost.Number };
		case 'id': {
			const isIt = wordTest(field, test);
			return { test: at => isIt(at.id), cost: Cost.Text };
		}
		case 'data':
			// The numbers of the data as a whole are those of its JSON.
			return path !== undefined || test.type === 'between'
				? { test: jsonTest(path ?? [], test), cost: Cost.Json }
				: dataTest(test);
		case 'kind': {
			if (test.type !== 'kind') return refuse(field, test);
			const isWanted = entryKinds.map(kind => test.kinds.includes(kind));
			return { test: at => isWanted[at.kind]!, cost: Cost.Number };
		}
		case 'size':
		case 'gap':
		case 'retry':
		case 'attempt':
		case 'time':
			return { test: numberTest(field, test), cost: Cost.Number };
		default:
			return assertNever(field);
	}
}

function dataTest(test: FieldTest): Costed {
	switch (test.type) {
		case 'contains':
			return { test: containsTest(test.text, 'data'), cost: Cost.Text };
		case 'regex':
			return { test: regexTest(test, 'data'), cost: Cost.Pattern };
		default: {
			const isIt = wordTest('data', test);
			return { test: at => isIt(at.data), cost: Cost.Pattern };
		}
	}
}

/** For a type, an ID or data; `undefined` is none. */
function wordTest(name: string, test: FieldTest): (text: string | undefined) => boolean {
	switch (test.type) {
		case 'exists':
			return text => text !== undefined && text !== '';
		case 'none':
			return text => text === undefined || text === '';
		case 'contains':
			return finds(findsInAnyCase(test.text));
		case 'equals': {
			const isIt = equalsInAnyCase(test.text);
			return text => text !== undefined && isIt(text);
		}
		case 'wildcard':
			return finds(wildcardInAnyCase(test.pattern));
		case 'regex':
			return finds(new RegExp(test.source, test.flags));
		case 'between': {
			const isWithin = within(test.min, test.max);
			return text => text !== undefined && isWithin(readNumberText(text));
		}
		case 'kind':
		case 'bookmarked':
		case 'timeOfDay':
			return refuse(name, test);
		default:
			return assertNever(test);
	}
}

function finds(pattern: RegExp): (text: string | undefined) => boolean {
	return text => text !== undefined && pattern.test(text);
}

function numberTest(name: 'size' | 'gap' | 'retry' | 'attempt' | 'time', test: FieldTest): Test {
	const valueOf = reading(name);
	switch (test.type) {
		case 'exists':
			return at => valueOf(at) !== undefined;
		case 'none':
			return at => valueOf(at) === undefined;
		case 'between': {
			const isWithin = within(test.min, test.max);
			return at => isWithin(valueOf(at));
		}
		case 'timeOfDay': {
			const isWithin = withinDay(test.min, test.max);
			const toTimeOfDay = timeOfDay();
			return at => isWithin(toTimeOfDay(at.page.time[at.i]!));
		}
		default:
			return refuse(name, test);
	}
}

function reading(name: 'size' | 'gap' | 'retry' | 'attempt' | 'time') {
	return (at: EntryCursor): number | undefined => {
		const value = at.page[name][at.i]!;
		const isThere = name === 'gap' ? !Number.isNaN(value) : name !== 'retry' || value !== -1;
		return isThere ? value : undefined;
	};
}

function withinDay(min?: Bound, max?: Bound): (value: number) => boolean {
	const isOverMidnight = min !== undefined && max !== undefined && min.value > max.value;
	if (!isOverMidnight) return within(min, max);
	const [isAfter, isBefore] = [within(min), within(undefined, max)];
	return value => isAfter(value) || isBefore(value);
}

function refuse(name: string, test: FieldTest): never {
	throw new Error(`No such test for ${name}: ${test.type}`);
}
