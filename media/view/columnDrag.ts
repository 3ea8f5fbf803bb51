import { withPlace } from '../model/columns/change';
import type { Columns } from '../model/columns/columns';
import { el } from './dom';
import { followPointer } from './followPointer';

/** Pulled less than this, a header was clicked. */
const minPullPx = 5;

/** Puts a column where the pointer lets go of its header; Escape leaves it where it was. */
export function dragColumn(
	columns: Columns,
	head: HTMLElement,
	name: string,
	startX: number,
): void {
	const names = columns.plan.columns.map(column => column.name);
	const here = names.indexOf(name);
	const edges = [...head.querySelectorAll('[data-column]')].map(cell =>
		cell.getBoundingClientRect(),
	);
	const left = head.getBoundingClientRect().left;
	const mark = el('i', { class: 'drop-mark', hidden: true });
	let to: number | undefined;
	followPointer(head, {
		move: clientX => {
			if (to === undefined && Math.abs(clientX - startX) < minPullPx) return;
			if (to === undefined) head.append(mark);
			head.classList.add('is-dragged');
			const after = edges.findIndex(edge => clientX < (edge.left + edge.right) / 2);
			to = after < 0 ? names.length : after;
			const x = to < names.length ? edges[to]!.left : edges.at(-1)!.right;
			// On either side of itself it stays where it is.
			mark.hidden = to === here || to === here + 1;
			mark.style.left = `${x - left}px`;
		},
		end: isCancelled => {
			mark.remove();
			head.classList.remove('is-dragged');
			if (isCancelled || to === undefined || to === here || to === here + 1) return;
			columns.set(withPlace(columns.settings, name, names[to]));
		},
	});
}
