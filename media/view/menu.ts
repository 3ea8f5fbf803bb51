import { inertLine } from '../model/inert';
import { clickable, el, icon, on, setAttribute, span } from './dom';
import { rove } from './roving';

/** A line of a menu; `hint` stands dim at its end. */
export interface MenuItem {
	readonly label: string;
	readonly hint?: string;
	/** It is there, but does nothing now. */
	readonly isDisabled?: boolean;
	/** Whether it is checked, if it can be. */
	readonly isChecked?: boolean;
	/** Of those in its group that can be checked, one is. */
	readonly isChoice?: boolean;
	readonly run: () => void;
}

/**
 * Opens a menu with its upper left (or right) corner at a point of the page. It closes by choosing,
 * by Escape, by leaving it and by a change of the panel's size; the focus goes back to where it was, unless the choice moves it.
 */
export function openMenu(
	label: string,
	groups: readonly (readonly MenuItem[])[],
	at: { x: number; y: number; isRight?: boolean },
): void {
	const before = document.activeElement;
	const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: -1 });
	let isClosed = false;
	const close = () => {
		if (isClosed) return;
		isClosed = true;
		removeEventListener('resize', close);
		const hadFocus = menu.contains(document.activeElement);
		menu.remove();
		if (hadFocus && before instanceof HTMLElement) before.focus();
	};
	for (const items of groups) {
		if (items.length > 0 && menu.hasChildNodes())
			menu.append(el('div', { class: 'menu-rule', role: 'separator' }));
		for (const { label: text, hint, isChecked, isChoice, isDisabled, run } of items) {
			const choose = () => {
				if (isDisabled) return;
				close();
				run();
			};
			const role = isChecked === undefined ? '' : isChoice === true ? 'radio' : 'checkbox';
			const look = {
				role: `menuitem${role}`,
				class: 'menu-item',
				'aria-disabled': isDisabled && 'true',
			};
			const button = clickable(look, choose, span('', inertLine(text)));
			if (isChecked !== undefined) {
				setAttribute(button, 'aria-checked', String(isChecked));
				menu.classList.add('has-checks');
				if (isChecked) button.append(icon('check'));
			}
			if (hint !== undefined) button.append(span('dim', inertLine(hint)));
			on(button, 'mouseenter', () => button.focus());
			menu.append(button);
		}
	}
	on(menu, 'keydown', event => {
		event.stopPropagation();
		if (event.key !== 'Escape' && event.key !== 'Tab') return;
		event.preventDefault();
		close();
	});
	on(menu, 'focusout', event => {
		if (!menu.contains(event.relatedTarget as Node | null)) close();
	});
	// Where it stands has moved.
	addEventListener('resize', close);
	rove(menu, ['ArrowUp', 'ArrowDown']);
	// Like all else it belongs to a landmark.
	(document.querySelector('main') ?? document.body).append(menu);
	const left = at.isRight === true ? at.x - menu.offsetWidth : at.x;
	menu.style.left = `${Math.max(4, Math.min(left, innerWidth - menu.offsetWidth - 4))}px`;
	menu.style.top = `${Math.max(4, Math.min(at.y, innerHeight - menu.offsetHeight - 4))}px`;
	menu.querySelector('button')?.focus();
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
