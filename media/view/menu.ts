import { el } from './dom';

/** A line of a menu; `hint` stands dim at its end. */
export interface MenuItem {
	readonly label: string;
	readonly hint?: string;
	readonly run: () => void;
}

/**
 * Opens a menu with its upper left (or right) corner at a point of the page. It closes by choosing,
 * by Escape and by leaving it; the focus goes back to where it was, unless the choice moves it.
 */
export function openMenu(
	label: string,
	groups: readonly (readonly MenuItem[])[],
	at: { x: number; y: number; isRight?: boolean },
): void {
	const before = document.activeElement;
	const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: -1 });
	const buttons: HTMLButtonElement[] = [];
	let isClosed = false;
	const close = () => {
		if (isClosed) return;
		isClosed = true;
		const hadFocus = menu.contains(document.activeElement);
		menu.remove();
		if (hadFocus && before instanceof HTMLElement) before.focus();
	};
	for (const items of groups.filter(group => group.length > 0)) {
		if (buttons.length > 0) menu.append(el('div', { class: 'menu-rule', role: 'separator' }));
		for (const { label: text, hint, run } of items) {
			const button = el(
				'button',
				{ type: 'button', role: 'menuitem', tabindex: -1, class: 'menu-item' },
				el('span', {}, text),
			);
			if (hint !== undefined) button.append(el('span', { class: 'dim' }, hint));
			button.addEventListener('click', () => {
				close();
				run();
			});
			button.addEventListener('mouseenter', () => button.focus());
			buttons.push(button);
			menu.append(button);
		}
	}
	menu.addEventListener('keydown', event => {
		const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
		const to = placeOf(event.key, here, buttons.length);
		if (to !== undefined) buttons[to]?.focus();
		else if (event.key === 'Escape' || event.key === 'Tab') close();
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	menu.addEventListener('focusout', event => {
		if (!menu.contains(event.relatedTarget as Node | null)) close();
	});
	document.body.append(menu);
	const left = at.isRight === true ? at.x - menu.offsetWidth : at.x;
	menu.style.left = `${Math.max(4, Math.min(left, innerWidth - menu.offsetWidth - 4))}px`;
	menu.style.top = `${Math.max(4, Math.min(at.y, innerHeight - menu.offsetHeight - 4))}px`;
	buttons[0]?.focus();
}

/** Opens a menu below the right end of a button. */
export function openMenuBelow(
	button: HTMLElement,
	label: string,
	groups: readonly (readonly MenuItem[])[],
): void {
	const { right, bottom } = button.getBoundingClientRect();
	openMenu(label, groups, { x: right, y: bottom + 2, isRight: true });
}

/** The place a key moves to among `count`, round the ends; `undefined` for any other key. */
function placeOf(key: string, here: number, count: number): number | undefined {
	switch (key) {
		case 'ArrowDown':
			return (here + 1) % count;
		case 'ArrowUp':
			return (here - 1 + count) % count;
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return undefined;
	}
}
