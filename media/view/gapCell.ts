import { gapMeasure, gapPercent, longGapMs } from '../model/figures';
import { el, setText, span } from './dom';
import { cell } from './rowCell';

/** The time since the event before: its number over a block that grows from the left. */
export class GapCell {
	readonly element = cell('c-gap');
	readonly #bar = el('i', { class: 'bar' });
	readonly #digits = span();
	readonly #unit = span('unit');

	constructor() {
		this.element.append(this.#bar, el('span', {}, this.#digits, this.#unit));
	}

	/** @param gap in ms. */
	update(gap: number | undefined): void {
		const { digits, unit } = gap === undefined ? { digits: '', unit: '' } : gapMeasure(gap);
		setText(this.#digits, digits);
		setText(this.#unit, unit);
		this.#digits.parentElement?.classList.toggle('dim', (gap ?? 0) < longGapMs);
		this.#bar.style.width = `${gap === undefined ? 0 : gapPercent(gap).toFixed(1)}%`;
	}
}
