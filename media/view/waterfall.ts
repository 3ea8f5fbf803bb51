import type { AttemptTimings } from '../../src/domain/entry';
import { strings } from '../../src/protocol/strings';
import { phasesOf } from '../model/waterfall';
import { el } from './dom';

const words = strings.facts;

/** What an attempt spent its time on: a table, in which bars repeat what the numbers say. */
export function waterfall(timings: AttemptTimings, firstEventMs?: number): HTMLElement {
	const table = el('table', { class: 'waterfall', 'aria-label': words.timings });
	for (const { name, fromMs, toMs, leftPercent, widthPercent } of phasesOf(timings, firstEventMs)) {
		const bar = el('i', { class: name });
		bar.style.left = `${leftPercent}%`;
		bar.style.width = `${widthPercent}%`;
		table.append(
			el(
				'tr',
				{ title: words.fromTo(fromMs, toMs) },
				el('th', { class: 'dim', scope: 'row' }, words.timing[name]),
				el('td', { class: 'track', 'aria-hidden': 'true' }, bar),
				el('td', {}, words.ms(toMs - fromMs)),
			),
		);
	}
	return table;
}
