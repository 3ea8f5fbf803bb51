import type { Block } from '../../src/protocol/about/connection';
import { el } from './dom';

/** What an attempt spent its time on: a table, in which bars repeat what the numbers say. */
export function waterfall({ label, phases }: Block & { type: 'phases' }): HTMLElement {
	const rows = phases.map(({ key, name, duration, title, leftPercent, widthPercent }) => {
		const bar = el('i', { class: key });
		bar.style.left = `${leftPercent}%`;
		bar.style.width = `${widthPercent}%`;
		const head = el('th', { class: 'dim', scope: 'row' }, name);
		const track = el('td', { class: 'track', 'aria-hidden': 'true' }, bar);
		return el('tr', { title }, head, track, el('td', {}, duration));
	});
	return el('table', { class: 'waterfall', 'aria-label': label }, ...rows);
}
