import type { EntryKind } from '../../src/domain/entry';
import { kindIcons } from '../model/rowLook';
import { typeColor } from '../model/typeColor';
import { el, setAttribute, setIcon } from './dom';

/** The sign in front of a type or a sentence. */
export function mark(): HTMLElement {
	return el('span', { class: 'mark', 'aria-hidden': 'true' }, el('i'));
}

/** The square of an event's type, or the icon of any other kind. */
export function paintMark(
	element: HTMLElement,
	{ kind, typeIndex }: { readonly kind: EntryKind; readonly typeIndex?: number },
): void {
	const sign = element.firstElementChild;
	if (sign === null) return;
	if (kind !== 'event') {
		setIcon(sign, kindIcons[kind], ` kind-${kind}`);
		return;
	}
	const { color, isHollow } = typeColor(typeIndex ?? 0);
	setAttribute(sign, 'class', `swatch type-${color}${isHollow ? ' hollow' : ''}`);
}
