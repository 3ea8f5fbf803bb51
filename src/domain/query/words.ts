import * as l10n from '@vscode/l10n';
import { connectionKinds, entryKinds, type EntryKind } from '../entry';
import { entryStates, type Field } from './fields';
import type { GivenValue, Value } from './lexer';
import { cited, fail, quoted } from './problem';
import type { FieldTest, SourceRange } from './query';
import { endOfQuoted, unquote } from './scan';

/** One of the values that commas separate. */
interface Item extends SourceRange {
	readonly text: string;
	readonly isQuoted: boolean;
}

/** What the value of a word's field asks for; several values, separated by commas, are alternatives. */
export function readWords(value: Value, isLiteral: boolean): FieldTest[] {
	if (value.type === 'regex') return [regexTest(value)];
	const items = isLiteral ? [{ ...value, isQuoted: true }] : split(value);
	return items.map(({ text, isQuoted }): FieldTest => {
		if (text === '') return { type: 'none' };
		if (isQuoted || !text.includes('*')) return { type: 'equals', text, isQuoted };
		return /^\*+$/.test(text) ? { type: 'exists' } : { type: 'wildcard', pattern: text };
	});
}

export function regexTest({ source, flags }: Value & { type: 'regex' }): FieldTest {
	return { type: 'regex', source, flags };
}

/** Kinds by name; `connection` stands for all of the connection's. */
export function readKinds(field: Field, given: GivenValue & { value: Value }): FieldTest {
	const { value, comparison } = given;
	if (value.type === 'regex' || (comparison !== undefined && comparison !== '=')) {
		fail(given, l10n.t`${field.name}: takes the name of a kind.`, { hint: kindsInWords() });
	}
	const kinds = split(value).flatMap(({ text, from, to }): readonly EntryKind[] => {
		const name = text.toLowerCase();
		if (name === 'connection') return connectionKinds;
		if (name === '*') return entryKinds;
		const kind = entryKinds.find(known => known === name);
		return kind === undefined
			? fail({ from, to }, l10n.t`${cited(text)} is not a kind.`, { hint: kindsInWords() })
			: [kind];
	});
	return { type: 'kind', kinds: [...new Set(kinds)] };
}

function kindsInWords(): string {
	return l10n.t`Kinds: ${entryKinds.join(', ')}; or connection for the last ${connectionKinds.length}.`;
}

/** States by name. */
export function readState(field: Field, given: GivenValue & { value: Value }): FieldTest {
	const { value, comparison } = given;
	if (value.type === 'regex' || (comparison !== undefined && comparison !== '=')) {
		fail(given, l10n.t`${field.name}: takes the name of a state.`, { hint: statesInWords() });
	}
	for (const { text, from, to } of split(value)) {
		const isKnown = entryStates.some(state => state === text.toLowerCase());
		if (!isKnown)
			fail({ from, to }, l10n.t`${cited(text)} is not a state.`, { hint: statesInWords() });
	}
	return { type: 'bookmarked' };
}

function statesInWords(): string {
	return l10n.t`States: ${entryStates.join(', ')}.`;
}

/** Commas inside quotation marks, brackets and braces separate nothing. */
function split(value: Value & { type: 'bare' | 'quoted' }): Item[] {
	const { text, from } = value;
	if (value.type === 'quoted') return [{ ...value, isQuoted: true }];
	const items: Item[] = [];
	let begin = 0;
	let depth = 0;
	const end = (at: number) => {
		const piece = text.slice(begin, at);
		const isQuoted = piece.startsWith('"') && endOfQuoted(piece, 0) === piece.length;
		const item = { text: isQuoted ? unquote(piece) : piece, isQuoted };
		if (piece !== '') items.push({ ...item, from: from + begin, to: from + at });
		begin = at + 1;
	};
	for (let i = 0; i < text.length; i++) {
		const character = text[i] ?? '';
		if (character === '"') i = (endOfQuoted(text, i) ?? i + 1) - 1;
		else if ('([{'.includes(character)) depth++;
		else if (')]}'.includes(character)) depth--;
		else if (character === ',' && depth === 0) end(i);
	}
	end(text.length);
	// Nothing but commas is text like any other.
	return items.length > 0 ? items : [{ ...value, isQuoted: true }];
}

/** @throws QueryFailure: a value that has no order was compared. */
export function failToCompare(field: Field, given: GivenValue & { value: Value }): never {
	const value = given.value.type === 'regex' ? '' : given.value.text;
	fail(given, l10n.t`${field.name}: cannot be compared with ${given.comparison ?? ''}.`, {
		hint: l10n.t`To find this text, write ${field.name}:${quoted(`${given.comparison ?? ''}${value}`)}.`,
	});
}
