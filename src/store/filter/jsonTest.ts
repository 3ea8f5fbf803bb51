import { assertNever } from '../../base/assertNever';
import { readQuantity } from '../../domain/query/quantity';
import type { FieldTest, JsonPlaces } from '../../domain/query/query';
import { equalsInAnyCase, findsInAnyCase } from './anyCase';
import { ByteSearch } from './byteSearch';
import type { EntryCursor, Test } from './entryCursor';
import { QUOTE } from './jsonBytes';
import { isJson } from './jsonCheck';
import { JsonLocator, unescaped } from './jsonLocator';
import { exactNumber, readNumberText, shortNumber, within, type ExactNumber } from './numberText';
import { requiredTexts } from './regexPrefilter';

/**
 * Whether the JSON in the data has at `path` what the test asks for. The value is looked at first, and only
 * then whether all around it is JSON: most values do not match.
 */
export function jsonTest(path: JsonPlaces, test: FieldTest): Test {
	switch (test.type) {
		case 'exists':
			return withValue(path, () => true);
		case 'none': {
			const hasText = withValue(path, value => value.text !== '');
			return at => !hasText(at);
		}
		case 'contains': {
			const pattern = findsInAnyCase(test.text);
			return withValue(path, ({ text }) => text !== undefined && pattern.test(text), [test.text]);
		}
		case 'equals':
			return equals(path, test);
		case 'regex': {
			const pattern = new RegExp(test.source, test.flags);
			const needles = requiredTexts(test);
			return withValue(path, ({ text }) => text !== undefined && pattern.test(text), needles);
		}
		case 'between': {
			const isWithin = within(test.min, test.max);
			return withValue(path, ({ number }) => isWithin(number));
		}
		case 'wildcard':
		case 'kind':
		case 'bookmarked':
		case 'timeOfDay':
			throw new Error(`No such test for a value in JSON: ${test.type}`);
		default:
			return assertNever(test);
	}
}

function equals(path: JsonPlaces, test: FieldTest & { readonly type: 'equals' }): Test {
	const number = test.isQuoted ? undefined : readQuantity(test.text, 'json');
	// Beyond that a number counts by how it is written: the nearest double is that of several.
	if (number !== undefined && Math.abs(number.value) < 2 ** 63) {
		const bound = { ...number, isInclusive: true };
		const isWithin = within(bound, bound);
		return withValue(path, value => isWithin(value.number));
	}
	const isIt = equalsInAnyCase(test.text);
	return withValue(
		path,
		({ isString, text }) => (isString || !test.isQuoted) && text !== undefined && isIt(text),
		[test.text],
	);
}

/** What is at the path; of several values one after the other. */
class Value {
	private readonly locator: JsonLocator;
	private bytes: Buffer = Buffer.alloc(0);

	constructor(path: JsonPlaces, isIt: (value: Value) => boolean) {
		this.locator = new JsonLocator(path, () => isIt(this));
	}

	/** Whether there is one in the data, at which the cursor points, that `isIt`. */
	find(at: EntryCursor): boolean {
		this.bytes = at.bytes;
		return this.locator.find(at.bytes, at.from, at.to);
	}

	get isString(): boolean {
		return this.bytes[this.locator.start] === QUOTE;
	}

	/** Strings without their quotation marks; lists and objects without spaces; all else as it was sent. */
	get text(): string | undefined {
		const { start, end } = this.locator;
		if (this.isString) return unescaped(this.bytes.toString('utf8', start + 1, end - 1));
		const json = this.bytes.toString('utf8', start, end);
		if (!/^[[{]/.test(json)) return json;
		return json.replace(
			/("(?:[^"\\]|\\.)*")|\s+/g,
			(_, string: string | undefined) => string ?? '',
		);
	}

	/** Some servers send numbers as strings, so as not to lose digits: those count as well. */
	get number(): ExactNumber | undefined {
		const { start, end } = this.locator;
		const first = this.bytes[start]!;
		if (first === QUOTE) return readNumberText(this.text ?? '');
		const isNumber = first === 0x2d || (first >= 0x30 && first <= 0x39);
		if (!isNumber) return undefined;
		return (
			shortNumber(this.bytes, start, end) ?? exactNumber(this.bytes.toString('latin1', start, end))
		);
	}
}

/** @param needles what the value has to have for `isIt` to be true, in any case. */
function withValue(
	path: JsonPlaces,
	isIt: (value: Value) => boolean,
	needles: readonly string[] = [],
): Test {
	const value = new Value(path, isIt);
	// Of other characters JSON can have spaces between them or escapes in their place.
	const searches = needles
		.filter(needle => /^[A-Za-z0-9 .+_-]+$/.test(needle))
		.map(needle => new ByteSearch(needle));
	return at => {
		at.toData();
		for (const search of searches) {
			if (!search.isIn(at.bytes, at.from, at.to) && !at.mayHaveEscapes) return false;
		}
		return value.find(at) && isJson(at.bytes, at.from, at.to);
	};
}
