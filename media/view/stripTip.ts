import { countText } from '../../src/domain/words';
import { otherSlot, troubleSlot, type Tally } from '../../src/protocol/overview';
import { strings } from '../../src/protocol/strings';
import { clockText, rateText } from '../model/figures';
import { inertLine } from '../model/inert';
import type { Bar } from '../model/strip/bars';
import { div, span } from './dom';
import { mark, paintMark } from './mark';

const words = strings.strip;

/** What there is to say about a bar: when, how much a second, and how many of what. */
export class StripTip {
	readonly element = div('tip');

	/** @returns the same as a sentence. */
	show({ fromTime, toTime, events, counts }: Bar, tally: Tally | undefined): string {
		const lengthMs = toTime - fromTime;
		const time = clockText(fromTime).slice(0, lengthMs < 1000 ? undefined : -4);
		const rate = words.rate(rateText((events * 1000) / lengthMs));
		const lines = counts.flatMap((count, slot) =>
			count === 0 ? [] : [{ slot, count, name: nameOf(slot, tally) }],
		);
		this.element.replaceChildren(
			div('line', span('', time), span('n', rate)),
			...lines.map(({ slot, count, name }) => {
				const sign = mark();
				const isEvent = slot < troubleSlot;
				paintMark(sign, isEvent ? { kind: 'event', typeIndex: slot } : { kind: 'ignored' });
				return div('line', sign, span('ell', name), span('n', countText(count)));
			}),
		);
		const details = lines.map(({ name, count }) => `${name} ${countText(count)}`);
		return [`${time}, ${rate}`, ...details].join(', ');
	}
}

function nameOf(slot: number, tally: Tally | undefined): string {
	if (slot === troubleSlot) return words.trouble();
	if (slot === otherSlot) return words.other();
	const type = tally?.types.find(({ place }) => place === slot)?.type;
	return type === undefined ? words.other() : inertLine(type);
}
