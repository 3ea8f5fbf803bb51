import { el } from './dom';

/** A cell of a row. */
export function cell(look: string): HTMLElement {
	return el('span', { class: look, role: 'gridcell' });
}
