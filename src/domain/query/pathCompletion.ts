import * as l10n from '@vscode/l10n';
import { asTyped, fitting, type Completion, type CompletionItem } from './completionItem';
import { readName } from './fieldName';
import { shapeAt, type JsonShape } from './jsonShape';
import { quoted } from './problem';
import { endOfQuoted } from './scan';
import type { WordAt } from './wordAt';

const plainKey = /^[^\s.[\]:"(){},;=<>]+$/u;
const restOfStep = /[^\s.[\]:"(){},;=<>]*\]?/uy;

/** Ways to go on with a path that has at least a dot or a bracket. */
export function pathCompletion(text: string, word: WordAt, shape: JsonShape): Completion {
	const { from, head, caret } = word;
	const separator = lastSeparator(head);
	const above = separator === undefined ? undefined : seenAt(shape, head.slice(0, separator));
	if (separator === undefined || above === undefined) return { from: caret, to: caret, items: [] };
	const typed = head.slice(separator + 1);
	const steps =
		head[separator] === '['
			? stepsOf(above).filter(({ text: step }) => step.startsWith(`[${typed}`))
			: fitting(keysOf(above), typed, ({ label }) => label);
	const here = typed === '' ? undefined : seenAt(shape, head);
	restOfStep.lastIndex = caret;
	const to = caret + (restOfStep.exec(text)?.[0].length ?? 0);
	const on = to === caret && here !== undefined ? stepsOf(here) : [];
	const written = head.slice(separator);
	const items = [...on.map(item => ({ ...item, text: written + item.text })), ...steps];
	return { from: from + separator, to, items };
}

/** What may follow a value that looks like this: a key, a place in a list. */
export function stepsOf(shape: JsonShape): CompletionItem[] {
	const places = shape.item === undefined ? [] : ['[0]', '[-1]', '[*]'];
	return [
		...places.map(text => ({ text, label: text, hint: hintOf(shape.item) })),
		...keysOf(shape),
	];
}

/** Ways to go on after the colon of a path. */
export function valueCompletion(text: string, word: WordAt, shape: JsonShape): Completion {
	const { from, caret, to, given } = word;
	const start = given?.from ?? caret;
	const typed = text.slice(start, caret);
	const isOrder = /^[<>]/.test(given?.comparison ?? '');
	const samples = shape.samples
		.filter(sample => !isOrder || typeof sample === 'number')
		.map(sample => ({
			label: String(sample),
			text: isOrder ? String(sample) : asTyped(text.slice(from, start), String(sample)),
		}));
	const orders = shape.samples.some(sample => typeof sample === 'number')
		? [
				{ text: '>', label: '>', hint: l10n.t('Larger than') },
				{ text: '<', label: '<', hint: l10n.t('Smaller than') },
			]
		: [];
	const tests = [
		{ text: '=', label: '=', hint: l10n.t('Equal to') },
		...orders,
		{ text: '*', label: '*', hint: l10n.t('Exists') },
	];
	const items = fitting(samples, typed, ({ label }) => label);
	return {
		from: start,
		to,
		items: start === caret && given?.comparison === '' ? [...items, ...tests] : items,
	};
}

function keysOf({ members }: JsonShape): CompletionItem[] {
	return [...members].map(([key, below]) => {
		const isLeaf = below.item === undefined && below.members.size === 0;
		const step = plainKey.test(key) ? `.${key}` : `[${quoted(key)}]`;
		return { text: isLeaf ? `${step}:` : step, label: key, hint: hintOf(below) };
	});
}

function hintOf(shape: JsonShape | undefined): string | undefined {
	if (shape === undefined) return undefined;
	if (shape.item !== undefined) return '[…]';
	return shape.members.size > 0
		? '{…}'
		: shape.samples[0] === undefined
			? undefined
			: String(shape.samples[0]);
}

function seenAt(shape: JsonShape, path: string): JsonShape | undefined {
	const steps = readName(`${path}:`, 0)?.path;
	return steps && shapeAt(shape, steps);
}

/** Where the last step of a path begins; `undefined` if there is none, or it is being quoted. */
function lastSeparator(path: string): number | undefined {
	let last: number | undefined;
	for (let i = 0; i < path.length; i++) {
		if (path[i] === '.' || path[i] === '[') last = i;
		else if (path[i] === '"') {
			const end = endOfQuoted(path, i);
			if (end === undefined) return undefined;
			i = end - 1;
		}
	}
	return last;
}
