import * as l10n from '@vscode/l10n';
import { entryKinds } from '../entry';
import { asTyped, fitting, type Completion, type CompletionItem } from './completionItem';
import { entryStates, fieldNamed, fields, type Field } from './fields';
import { shapeAt, type JsonShape } from './jsonShape';
import { pathCompletion, stepsOf, valueCompletion } from './pathCompletion';
import { endOfQuoted } from './scan';
import { wordAt, type WordAt } from './wordAt';

/** What was seen in a stream. */
export interface Seen {
	/** Event types. */
	readonly types: readonly string[];
	/** Of the data of events, where it is JSON. */
	readonly shape: JsonShape;
}

/** More than anybody reads. */
export const maxCompletions = 50;
/** Types and keys that are offered beside the fields. */
const maxBeside = 6;

/** Ways to go on at the caret. None within quotation marks and regular expressions. */
export function complete(text: string, caret: number, seen: Seen): Completion {
	const word = wordAt(text, caret);
	const { from, to, items } = word === undefined ? nothing(caret) : completeWord(text, word, seen);
	const written = text.slice(from, to);
	const fresh = items
		.map(item => (text[to] === ':' ? { ...item, text: item.text.replace(/:$/, '') } : item))
		.filter(item => item.text !== written);
	return { from, to, items: fresh.slice(0, maxCompletions) };
}

function nothing(caret: number): Completion {
	return { from: caret, to: caret, items: [] };
}

function completeWord(text: string, word: WordAt, seen: Seen): Completion {
	const { given, head, caret } = word;
	if (given === undefined) {
		return /^data[.[]/i.test(head)
			? pathCompletion(text, word, seen.shape)
			: completeName(text, word, seen);
	}
	const field = fieldNamed(given.name.root);
	const { path } = given.name;
	if (field === undefined || path === undefined) return nothing(caret);
	if (path.length > 0) {
		const shape = shapeAt(seen.shape, path);
		return shape === undefined ? nothing(caret) : valueCompletion(text, word, shape);
	}
	if (given.comparison !== '') return nothing(caret);
	if (field.name === 'type') return listCompletion(text, word, given.from, seen.types);
	if (field.name === 'kind') {
		return listCompletion(text, word, given.from, [...entryKinds, 'connection']);
	}
	if (field.name === 'is') return listCompletion(text, word, given.from, entryStates);
	if (given.from < word.to) return nothing(caret);
	const value = field.example.replace(/^[^:]*:/, '');
	return field.name === 'data'
		? nothing(caret)
		: { from: caret, to: caret, items: [{ text: value, label: value, hint: field.description }] };
}

/** What a term may begin with; once something is typed, also what was seen of that name. */
function completeName(text: string, { from, to, head }: WordAt, seen: Seen): Completion {
	const isFirst = /(?:^|[(]|(?:^|[\s(])(?:or|and|not)\s+)-?\s*$/i.test(text.slice(0, from));
	const names: CompletionItem[] = fields.map((field: Field) => ({
		text: `${field.name}:`,
		label: field.name,
		hint: field.description,
	}));
	const words = [
		{ text: 'OR ', label: 'OR', hint: l10n.t('Either of two terms') },
		{ text: 'NOT ', label: 'NOT', hint: l10n.t('All but the next term') },
	].slice(isFirst ? 1 : 0);
	const wanted = head.toLowerCase();
	const items = [...names, ...words].filter(({ label }) => label.toLowerCase().startsWith(wanted));
	if (head === '') return { from, to, items };
	const keys = stepsOf(seen.shape).map(({ text: step, label, hint }) => ({
		text: `data${step}`,
		label: `data${step.replace(/:$/, '')}`,
		key: label,
		hint,
	}));
	const paths = wanted === 'data' ? keys : fitting(keys, head, ({ key }) => key);
	const types = fitting(seen.types, head, type => type).map(type => ({
		text: `type:${asTyped('type:', type)}`,
		label: `type:${type}`,
	}));
	const beside = paths.slice(0, wanted === 'data' ? undefined : maxBeside);
	items.push(...types.slice(0, maxBeside));
	items.push(...beside.map(({ text: path, label, hint }) => ({ text: path, label, hint })));
	return { from, to, items };
}

/** One of the values that commas separate; those that are there already are left out. */
function listCompletion(
	text: string,
	{ from: wordFrom, to: end, caret }: WordAt,
	valueFrom: number,
	values: readonly string[],
): Completion {
	let from = valueFrom;
	let to = end;
	for (let i = valueFrom; i <= end; i++) {
		const after = text[i] === '"' ? endOfQuoted(text, i) : undefined;
		if (after !== undefined && caret > i && caret < after) return nothing(caret);
		if (after !== undefined) i = after - 1;
		else if (i === end || text[i] === ',') {
			if (i < caret) from = i + 1;
			else to = Math.min(to, i);
		}
	}
	const others = `${text.slice(valueFrom, from)},${text.slice(to, end)}`.toLowerCase().split(',');
	const before = text.slice(wordFrom, valueFrom);
	const items = fitting(values, text.slice(from, caret), value => value)
		.map(value => ({ text: asTyped(before, value), label: value }))
		.filter(item => !others.includes(item.text.toLowerCase()));
	return { from, to, items };
}
