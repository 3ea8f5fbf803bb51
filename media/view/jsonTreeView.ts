import type { JsonPath } from '../../src/domain/query/query';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { inertLine } from '../model/inert';
import type { JsonKind } from '../../src/domain/json/document';
import type { JsonLine, JsonNode, JsonTree } from '../model/json/tree';
import { el, icon, on, setAttribute, setIcon, setLine, span } from './dom';
import { openMenu } from './menu';

const words = stringsOnDemand.menu;

/** A longer value makes no filter; UTF-16 units. */
const maxTermLength = 2000;

/** What can be done with a value. */
export interface JsonActions {
	copyPath(path: JsonPath): void;
	/** The value from one place of the data to another. */
	copyValue(from: number, to: number): void;
	filterByValue(path: JsonPath, json: string): void;
	/** Puts the texts at the path together, from one event to the next. */
	showText(path: JsonPath): void;
}

const looks: Readonly<Record<JsonKind, string>> = {
	object: 'x',
	array: 'x',
	string: 's',
	number: 'n',
	literal: 'b',
};

/** A JSON tree with the looks and the keys of VS Code's Variables view. */
export class JsonTreeView {
	readonly element: HTMLElement;
	readonly #nodes: HTMLElement[];
	#focused = 0;
	readonly #tree: JsonTree;
	readonly #actions: JsonActions;

	constructor(tree: JsonTree, actions: JsonActions) {
		this.#tree = tree;
		this.#actions = actions;
		this.element = el('div', {
			class: 'json',
			role: 'tree',
			'aria-label': stringsOnDemand.data.json,
		});
		this.#nodes = tree.lines.map(line => this.#node(line));
		this.#nodes[0]?.setAttribute('tabindex', '0');
		this.element.append(...this.#nodes);
		on(this.element, 'click', event => this.#onClick(event));
		on(this.element, 'contextmenu', event => this.#onContextMenu(event));
		on(this.element, 'keydown', event => this.#onKey(event));
	}

	#node(line: JsonLine): HTMLElement {
		const node = el('div', {
			class: 'node',
			role: 'treeitem',
			tabindex: -1,
			'aria-level': line.depth + 1,
		});
		for (let i = 0; i < line.depth; i++) node.append(span('guide'));
		if (line.kind === 'more') {
			node.append(span('twisty'), span('link', stringsOnDemand.data.showMore()));
			return node;
		}
		const twisty = span('twisty');
		if (line.canExpand) twisty.append(icon('chevron-right'));
		const text = this.#tree.document.line(line.value);
		const key = span('k');
		setLine(key, line.key);
		const value = span(`v ${looks[line.value.kind]}`);
		setLine(value, text);
		if (text.length > 30) setAttribute(value, 'title', inertLine(text));
		node.append(twisty, key, span('colon dim', ':'), value);
		showExpanded(node, line);
		return node;
	}

	#onClick(event: MouseEvent): void {
		const place = this.#placeOf(event.target);
		if (place < 0 || getSelection()?.isCollapsed === false) return;
		this.#focus(place);
		this.#toggle(place);
	}

	#onContextMenu(event: MouseEvent): void {
		event.preventDefault();
		const isMouse = event.button === 2;
		const place = isMouse ? this.#placeOf(event.target) : this.#focused;
		const line = this.#tree.lines[place];
		const node = this.#nodes[place];
		if (line?.kind !== 'member' || node === undefined) return;
		this.#focus(place);
		const { left, bottom } = node.getBoundingClientRect();
		const at = isMouse ? { x: event.clientX, y: event.clientY } : { x: left + 16, y: bottom };
		this.#openMenu(line, this.#tree.pathOf(place), at);
	}

	#openMenu({ value }: JsonNode, path: JsonPath, at: { x: number; y: number }): void {
		const actions = this.#actions;
		const { kind, start, end } = value;
		const item = (label: string, run: () => void) => ({ label, run });
		const copies = [
			item(words.copyPath(), () => actions.copyPath(path)),
			item(words.copyValue(), () => actions.copyValue(start, end)),
		];
		const isShort = kind !== 'object' && kind !== 'array' && end - start < maxTermLength;
		const json = isShort ? this.#tree.document.text.slice(start, end) : '';
		const filters = isShort
			? [item(words.filterByValue(), () => actions.filterByValue(path, json))]
			: [];
		const texts = kind === 'string' ? [item(words.asText(), () => actions.showText(path))] : [];
		openMenu(stringsOnDemand.data.json, [copies, filters, texts], at);
	}

	#onKey(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const focused = this.#focused;
		const tree = this.#tree;
		const line = tree.lines[focused];
		const isOpen = line?.kind === 'member' && line.isExpanded;
		const canOpen = line?.kind === 'member' && line.canExpand && !isOpen;
		const toggle = () => this.#toggle(focused);
		const focus = (place: number) => () => this.#focus(place);
		const keys: Record<string, () => void> = {
			ArrowDown: focus(focused + 1),
			ArrowUp: focus(focused - 1),
			Home: focus(0),
			End: focus(this.#nodes.length - 1),
			ArrowRight: canOpen ? toggle : focus(isOpen ? focused + 1 : focused),
			ArrowLeft: isOpen ? toggle : focus(tree.parentOf(focused) ?? focused),
			Enter: toggle,
			' ': toggle,
		};
		const run = keys[event.key];
		if (run === undefined) return;
		run();
		event.preventDefault();
	}

	#toggle(place: number): void {
		const change = this.#tree.toggle(place);
		if (change === undefined) return;
		const added = change.added.map(line => this.#node(line));
		const removed = this.#nodes.splice(change.at, change.removed, ...added);
		const next = this.#nodes[change.at + added.length] ?? null;
		for (const node of removed) node.remove();
		for (const node of added) this.element.insertBefore(node, next);
		const line = this.#tree.lines[place];
		const node = this.#nodes[place];
		if (line?.kind === 'member' && node !== undefined) showExpanded(node, line);
		if (document.activeElement === null || document.activeElement === document.body) {
			this.#focus(Math.min(place, this.#nodes.length - 1));
		}
	}

	#focus(place: number): void {
		const node = this.#nodes[place];
		if (node === undefined) return;
		this.#nodes[this.#focused]?.setAttribute('tabindex', '-1');
		this.#focused = place;
		node.setAttribute('tabindex', '0');
		node.focus();
	}

	#placeOf(target: EventTarget | null): number {
		const node = target instanceof Element ? target.closest<HTMLElement>('.node') : null;
		return node === null ? -1 : this.#nodes.indexOf(node);
	}
}

function showExpanded(node: HTMLElement, line: JsonNode): void {
	if (!line.canExpand) return;
	setAttribute(node, 'aria-expanded', String(line.isExpanded));
	const twisty = node.querySelector('.twisty i');
	if (twisty !== null) setIcon(twisty, line.isExpanded ? 'chevron-down' : 'chevron-right');
}
