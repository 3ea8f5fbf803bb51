import type { Regex } from '../../domain/query/query';
import { findsInAnyCase, isComparedByBytes } from './anyCase';
import { ByteSearch } from './byteSearch';
import type { Page } from '../page/page';
import type { EntryCursor, Test } from './entryCursor';
import { requiredTexts } from './regexPrefilter';

/** Where a text is looked for: in the data, or in the data, the type and the ID. */
export type Scope = 'data' | 'all';

/** Whether the text is somewhere in the scope, in any case. */
export function containsTest(text: string, scope: Scope): Test {
	if (text === '') return () => true;
	if (isComparedByBytes(text)) return bytesTest(text, scope);
	const pattern = findsInAnyCase(text);
	// Only a text that takes more bytes than characters can hold a character beyond ASCII.
	const isIn = (found: string | undefined) =>
		found !== undefined && !isShort(found) && pattern.test(found);
	return at => {
		at.toData();
		if (at.data.length !== at.to - at.from && pattern.test(at.data)) return true;
		return scope === 'all' && (isIn(at.type) || isIn(at.id));
	};
}

/** Whether the regular expression finds something in the scope; an empty type or ID has nothing to be found. */
export function regexTest(regex: Regex, scope: Scope): Test {
	const pattern = new RegExp(regex.source, regex.flags);
	const isIn = (text: string | undefined) =>
		text !== undefined && text !== '' && pattern.test(text);
	const test: Test = at =>
		pattern.test(at.data) || (scope === 'all' && (isIn(at.type) || isIn(at.id)));
	// To look for what every match has spares most entries to be made a string of.
	const mayMatch = requiredTexts(regex).map(text => containsTest(text, scope));
	return at => {
		for (const isThere of mayMatch) if (!isThere(at)) return false;
		return test(at);
	};
}

/** The types of a page are few: each is asked about once. */
export function ofType(isIt: (type: string) => boolean): Test {
	let page: Page | undefined;
	let answers: boolean[] = [];
	return at => {
		if (at.page !== page) {
			page = at.page;
			answers = [];
		}
		return (answers[at.page.type[at.i]!] ??= isIt(at.type));
	};
}

function bytesTest(text: string, scope: Scope): Test {
	const inData: Test = at => {
		at.toData();
		return dataSearch.isIn(at.bytes, at.from, at.to);
	};
	const dataSearch = new ByteSearch(text);
	if (scope === 'data') return inData;
	const [idSearch, blockSearch] = [new ByteSearch(text), new ByteSearch(text)];
	const inId = (at: EntryCursor) => at.toId() && idSearch.isIn(at.bytes, at.from, at.to);
	const pattern = findsInAnyCase(text);
	const inType = ofType(type => pattern.test(type));
	return at => {
		// Where both are in one block, it may have neither.
		const mayBeIn = !at.toBlock() || blockSearch.isIn(at.bytes, at.from, at.to);
		return (mayBeIn && (inData(at) || inId(at))) || inType(at);
	};
}

/** Whether the text has ASCII alone, with one byte for each character. */
function isShort(text: string): boolean {
	return Buffer.byteLength(text) === text.length;
}
