import type { EntryKind } from '../../src/domain/entry';
import { typeColor } from '../model/typeColor';
import { el, setAttribute } from './dom';

/** The sign in front of a type or a sentence. */
export function mark(): HTMLElement {
	return el('span', { class: 'mark', 'aria-hidden': 'true' }, el('i'));
}

/** The square of an event's type, or the icon of any other kind. */
export function paintMark(
	element: HTMLElement,
	{ kind, typeIndex }: { readonly kind: EntryKind; readonly typeIndex?: number },
	icons: Readonly<Record<Exclude<EntryKind, 'event'>, string>>,
): void {
	const sign = element.firstElementChild;
	if (sign === null) return;
	if (kind !== 'event') {
		setAttribute(sign, 'class', `codicon codicon-${icons[kind]} kind-${kind}`);
		return;
	}
	const { color, isHollow } = typeColor(typeIndex ?? 0);
	setAttribute(sign, 'class', `swatch type-${color}${isHollow ? ' hollow' : ''}`);
}
