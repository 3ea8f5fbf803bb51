import { strings } from '../../src/protocol/strings';
import { inertLine, linePieces } from '../model/inert';
import type { JsonKind } from '../model/json/document';
import type { JsonLine, JsonNode, JsonTree } from '../model/json/tree';
import { el, icon, setAttribute, setPieces } from './dom';

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
	private readonly nodes: HTMLElement[];
	private focused = 0;

	/** @param openData opens the whole in an editor. */
	constructor(
		private readonly tree: JsonTree,
		private readonly openData: () => void,
	) {
		this.element = el('div', { class: 'json', role: 'tree', 'aria-label': strings.details.json });
		this.nodes = tree.lines.map(line => this.node(line));
		this.nodes[0]?.setAttribute('tabindex', '0');
		this.element.append(...this.nodes);
		this.element.addEventListener('click', event => this.onClick(event));
		this.element.addEventListener('dblclick', event => {
			const place = this.placeOf(event.target);
			const line = this.tree.lines[place];
			// A value too long for its line is read in an editor.
			if (line?.kind === 'member' && !line.canExpand && isLong(line)) this.openData();
		});
		this.element.addEventListener('keydown', event => this.onKey(event));
	}

	private node(line: JsonLine): HTMLElement {
		const node = el('div', {
			class: 'node',
			role: 'treeitem',
			tabindex: -1,
			'aria-level': line.depth + 1,
		});
		for (let i = 0; i < line.depth; i++) node.append(el('span', { class: 'guide' }));
		if (line.kind === 'more') {
			const words = el('span', { class: 'link' }, strings.details.showMore);
			node.append(el('span', { class: 'twisty' }), words);
			return node;
		}
		const twisty = el('span', { class: 'twisty' });
		if (line.canExpand) twisty.append(icon('chevron-right'));
		const text = this.tree.document.line(line.value);
		const key = el('span', { class: 'k' });
		setPieces(key, linePieces(line.key));
		const value = el('span', { class: `v ${looks[line.value.kind]}` });
		setPieces(value, linePieces(text));
		if (text.length > 30) setAttribute(value, 'title', inertLine(text));
		node.append(twisty, key, el('span', { class: 'colon dim' }, ':'), value);
		showExpanded(node, line);
		return node;
	}

	private onClick(event: MouseEvent): void {
		const place = this.placeOf(event.target);
		if (place < 0 || getSelection()?.isCollapsed === false) return;
		this.focus(place);
		this.toggle(place);
	}

	private onKey(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const line = this.tree.lines[this.focused];
		const isOpen = line?.kind === 'member' && line.isExpanded;
		const canOpen = line?.kind === 'member' && line.canExpand;
		switch (event.key) {
			case 'ArrowDown':
				this.focus(this.focused + 1);
				break;
			case 'ArrowUp':
				this.focus(this.focused - 1);
				break;
			case 'Home':
				this.focus(0);
				break;
			case 'End':
				this.focus(this.nodes.length - 1);
				break;
			case 'ArrowRight':
				if (canOpen && !isOpen) this.toggle(this.focused);
				else if (isOpen) this.focus(this.focused + 1);
				break;
			case 'ArrowLeft':
				if (isOpen) this.toggle(this.focused);
				else this.focus(this.tree.parentOf(this.focused) ?? this.focused);
				break;
			case 'Enter':
			case ' ':
				this.toggle(this.focused);
				break;
			default:
				return;
		}
		event.preventDefault();
	}

	private toggle(place: number): void {
		const change = this.tree.toggle(place);
		if (change === undefined) return;
		const added = change.added.map(line => this.node(line));
		const removed = this.nodes.splice(change.at, change.removed, ...added);
		const next = this.nodes[change.at + added.length] ?? null;
		for (const node of removed) node.remove();
		for (const node of added) this.element.insertBefore(node, next);
		const line = this.tree.lines[place];
		const node = this.nodes[place];
		if (line?.kind === 'member' && node !== undefined) showExpanded(node, line);
		if (document.activeElement === null || document.activeElement === document.body) {
			this.focus(Math.min(place, this.nodes.length - 1));
		}
	}

	private focus(place: number): void {
		const node = this.nodes[place];
		if (node === undefined) return;
		this.nodes[this.focused]?.setAttribute('tabindex', '-1');
		this.focused = place;
		node.setAttribute('tabindex', '0');
		node.focus();
	}

	private placeOf(target: EventTarget | null): number {
		const node = target instanceof Element ? target.closest<HTMLElement>('.node') : null;
		return node === null ? -1 : this.nodes.indexOf(node);
	}
}

function isLong(line: JsonNode): boolean {
	return line.value.end - line.value.start > 1000;
}

function showExpanded(node: HTMLElement, line: JsonNode): void {
	if (!line.canExpand) return;
	setAttribute(node, 'aria-expanded', String(line.isExpanded));
	const name = line.isExpanded ? 'chevron-down' : 'chevron-right';
	setAttribute(node.querySelector('.twisty i') ?? node, 'class', `codicon codicon-${name}`);
}
