import type { Piece } from '../model/inert';

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

/** An icon of VS Code's own font, silent for screen readers. */
export function icon(name: string, more = ''): HTMLElement {
	return el('i', { class: `codicon codicon-${name} ${more}`.trim(), 'aria-hidden': 'true' });
}

/** A 22 px button that shows an icon and says what it does. */
export function iconButton(name: string, label: string, run: () => void): HTMLButtonElement {
	const button = el('button', { type: 'button', class: 'icon-button' }, icon(name));
	setLabel(button, label);
	button.addEventListener('click', run);
	return button;
}

/** A button with words. */
export function textButton(label: string, look: string, run: () => void): HTMLButtonElement {
	const button = el('button', { type: 'button', class: look }, label);
	button.addEventListener('click', run);
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
	if (element.textContent !== text) element.textContent = text;
}

/** Fills `element` with text in which nothing acts: what has no shape stands as a boxed word. */
export function setPieces(element: Element, pieces: readonly Piece[]): void {
	const [only] = pieces;
	if (only === undefined || (pieces.length === 1 && 'text' in only)) {
		setText(element, only === undefined ? '' : (only as { text: string }).text);
		return;
	}
	element.replaceChildren(...pieces.map(pieceNode));
}

/** A piece as a node. */
export function pieceNode(piece: Piece): Node | string {
	return 'text' in piece ? piece.text : el('span', { class: 'box' }, piece.box);
}
