import {
	createScanner,
	findNodeAtLocation,
	modify,
	parseTree,
	type JSONPath,
	type Node,
} from 'jsonc-parser';
import { isRecord } from '../../base/isRecord';

/** What is changed in a list of settings; places are counted from 0. */
export type ListEdit =
	| { readonly type: 'insert'; readonly index: number; readonly value: object }
	/** Of an object, only the properties that differ are written. */
	| { readonly type: 'set'; readonly index: number; readonly value: object }
	| { readonly type: 'remove'; readonly index: number };

/** The list after the edit. */
export function edited(list: readonly unknown[], edit: ListEdit): unknown[] {
	switch (edit.type) {
		case 'insert':
			return list.toSpliced(edit.index, 0, edit.value);
		case 'set':
			return list.with(edit.index, edit.value);
		case 'remove':
			return list.toSpliced(edit.index, 1);
	}
}

/**
 * The text of a settings file after the edit of the list at `path`, every comment where it was: VS Code's own
 * way of writing a setting puts the whole list anew, and loses those within it. `undefined` if there is no
 * such list in the text.
 */
export function editedText(text: string, path: JSONPath, edit: ListEdit): string | undefined {
	const list = nodeAt(text, path);
	if (list?.type !== 'array') return undefined;
	switch (edit.type) {
		case 'insert':
			return modified(text, [...path, edit.index], edit.value, true);
		case 'remove':
			return withoutElement(text, list, edit.index);
		case 'set': {
			const { index, value } = edit;
			const element = list.children?.[index];
			const before = element && valueOf(element);
			if (!isRecord(before)) return modified(text, [...path, index], value);
			const after = value as Record<string, unknown>;
			const names = new Set([...Object.keys(before), ...Object.keys(after)]);
			const changes = [...names].filter(
				name => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
			);
			return changes.reduce(
				(result, name) => modified(result, [...path, index, name], after[name]),
				text,
			);
		}
	}
}

/** The value at a path of a settings file; `undefined` if there is none. */
export function valueAt(text: string, path: JSONPath): unknown {
	const node = nodeAt(text, path);
	return node && valueOf(node);
}

/** Where the value at a path begins and ends, in UTF-16 units; `undefined` if there is none. */
export function rangeAt(text: string, path: JSONPath): [from: number, to: number] | undefined {
	const node = nodeAt(text, path);
	return node && [node.offset, node.offset + node.length];
}

function nodeAt(text: string, path: JSONPath): Node | undefined {
	const root = parseTree(text, [], { allowTrailingComma: true });
	return root && findNodeAtLocation(root, path);
}

function valueOf(node: Node): unknown {
	if (node.type === 'array') return (node.children ?? []).map(valueOf);
	if (node.type !== 'object') return node.value;
	return Object.fromEntries(
		(node.children ?? []).map(({ children: [name, value] = [] }) => [
			String(name?.value),
			value && valueOf(value),
		]),
	);
}

function modified(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
	const formattingOptions = {
		insertSpaces: !/^\t/m.test(text),
		tabSize: /^( +)\S/m.exec(text)?.[1]?.length ?? 4,
		eol: text.includes('\r\n') ? '\r\n' : '\n',
	};
	const edits = modify(text, path, value, { formattingOptions, isArrayInsertion });
	return edits
		.sort((a, b) => b.offset - a.offset)
		.reduce(
			(result, { offset, length, content }) =>
				result.slice(0, offset) + content + result.slice(offset + length),
			text,
		);
}

/** Takes out the element and a comma, and the lines that are empty then. */
function withoutElement(text: string, list: Node, index: number): string {
	const { children = [] } = list;
	const element = children[index];
	if (element === undefined) return text;
	const previous = children[index - 1];
	const end = element.offset + element.length;
	const comma =
		commaFrom(text, end, list.offset + list.length) ??
		(previous && commaFrom(text, previous.offset + previous.length, element.offset));
	const cuts = [[element.offset, end] as const];
	if (comma !== undefined) cuts.push([comma, comma + 1]);
	return cuts.sort(([a], [b]) => b - a).reduce((result, [from, to]) => cut(result, from, to), text);
}

/** Where the next comma is, comments left out; `undefined` if something else comes before. */
function commaFrom(text: string, from: number, to: number): number | undefined {
	const scanner = createScanner(text, true);
	scanner.setPosition(from);
	scanner.scan();
	const at = scanner.getTokenOffset();
	return at < to && text[at] === ',' ? at : undefined;
}

function cut(text: string, from: number, to: number): string {
	const before = text.slice(0, from);
	const after = text.slice(to);
	const lineStart = /(?:^|\n)([ \t]*)$/.exec(before);
	const lineEnd = /^[ \t]*\r?\n/.exec(after);
	if (lineStart === null || lineEnd === null) return before + after;
	return before.slice(0, before.length - lineStart[1]!.length) + after.slice(lineEnd[0].length);
}
