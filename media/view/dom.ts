import { linePieces, type Piece } from '../model/inert';
import type { TextRange } from '../model/marks';

/** Attributes by name; `true` sets an empty one, `false` and `undefined` none. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children. Text is text: nothing here reads markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Attributes = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
	element.append(...children);
	return element;
}

/** A piece of a line. */
export function span(look?: string, ...children: (Node | string)[]): HTMLElement {
	return el('span', { class: look }, ...children);
}

/** A block. */
export function div(look?: string, ...children: (Node | string)[]): HTMLElement {
	return el('div', { class: look }, ...children);
}

/** Calls `run` whenever the event happens to `target`. */
export function on<K extends keyof HTMLElementEventMap>(
	target: HTMLElement,
	type: K,
	run: (event: HTMLElementEventMap[K]) => void,
): void {
	target.addEventListener(type, run);
}

/** An icon of VS Code's own font, silent for screen readers. */
export function icon(name: string): HTMLElement {
	const element = el('i', { 'aria-hidden': 'true' });
	setIcon(element, name);
	return element;
}

/** Makes an element, or an icon, that of another name. */
export function setIcon(element: Element, name: string, look = ''): void {
	setAttribute(element, 'class', `codicon codicon-${name}${look}`);
}

/** A 22 px button that shows an icon and says what it does. */
export function iconButton(name: string, label: string, run: () => void): HTMLButtonElement {
	const button = clickable({ class: 'icon-button' }, run, icon(name));
	setLabel(button, label);
	return button;
}

/** A button with words. */
export function textButton(label: string, look: string, run: () => void): HTMLButtonElement {
	return clickable({ class: look }, run, label);
}

/** Any other button. */
export function clickable(
	attributes: Attributes,
	run: () => void,
	...children: (Node | string)[]
): HTMLButtonElement {
	const button = el('button', attributes, ...children);
	on(button, 'click', run);
	return button;
}

/** Gives an element without words of its own a name, also for the mouse. */
export function setLabel(element: HTMLElement, label: string): void {
	setAttribute(element, 'aria-label', label);
	setAttribute(element, 'title', label);
}

/** Sets or takes away an attribute; touches the page only if it changes. */
export function setAttribute(
	element: Element,
	name: string,
	value: string | number | boolean | undefined,
): void {
	if (value === undefined || value === false) {
		if (element.hasAttribute(name)) element.removeAttribute(name);
		return;
	}
	const text = value === true ? '' : String(value);
	if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Sets the text; touches the page only if it changes. */
export function setText(element: Element, text: string): void {
	const { firstChild } = element;
	// A text node that stays costs a fraction of one made anew.
	if (firstChild instanceof Text && firstChild === element.lastChild) {
		if (firstChild.data !== text) firstChild.data = text;
	} else element.textContent = text;
}

/** Fills `element` with text in which nothing acts: what has no shape stands as a boxed word. */
export function setPieces(element: Element, pieces: readonly Piece[]): void {
	const [only] = pieces;
	if (only === undefined) setText(element, '');
	else if (pieces.length === 1 && 'text' in only && only.isMarked !== true) {
		setText(element, only.text);
	} else element.replaceChildren(...pieces.map(pieceNode));
}

/** Fills `element` with foreign text on one line, in which nothing acts. */
export function setLine(element: Element, text: string, marked?: readonly TextRange[]): void {
	setPieces(element, linePieces(text, marked));
}

/** A piece as a node. */
function pieceNode(piece: Piece): Node | string {
	const node = 'text' in piece ? piece.text : span('box', piece.box);
	return piece.isMarked === true ? el('mark', {}, node) : node;
}
