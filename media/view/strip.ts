import type { TimeRange } from '../../src/domain/query/timeRange';
import type { DensityNews } from '../../src/protocol/messages';
import type { Tally } from '../../src/protocol/overview';
import { strings } from '../../src/protocol/strings';
import { xOf } from '../model/strip/scale';
import { StripModel } from '../model/strip/strip';
import { div, el, setAttribute } from './dom';
import { StripPainter } from './stripPainter';
import { StripTip } from './stripTip';

/** What the strip asks of the rest. */
export interface StripActions {
	/** Shows the entry, or the nearest one after it that matches. */
	goTo(seq: number): void;
	filterTime(range: TimeRange, whole: TimeRange): void;
	/** On to the list. */
	leave(): void;
}

/** What else stands on the strip: times in ms since the epoch. */
export interface StripMarks {
	/** From the first to the last row in sight. */
	readonly visible?: TimeRange | undefined;
	readonly selected?: number | undefined;
}

/** Events over time, with what is seen of them in the list. */
export class Strip {
	readonly element: HTMLElement;
	readonly model = new StripModel();
	readonly #painter = new StripPainter(() => this.#draw());
	readonly #tip = new StripTip();
	readonly #outages = div();
	readonly #visible = div('window');
	readonly #selected = div('selected');
	readonly #brush = div('brush');
	readonly #cursor = div('cursor');
	#density: DensityNews | undefined;
	#tally: Tally | undefined;
	#now: number | undefined;
	readonly #actions: StripActions;

	constructor(actions: StripActions) {
		this.#actions = actions;
		const look = { class: 'strip', role: 'slider', tabindex: 0, 'aria-label': strings.strip.label };
		const painter = this.#painter;
		const outages = this.#outages;
		const visible = this.#visible;
		const selected = this.#selected;
		const brush = this.#brush;
		const cursor = this.#cursor;
		const tip = this.#tip;
		this.element = el('div', look, painter.canvas, painter.probe, outages, visible);
		this.element.append(selected, brush, cursor, tip.element);
		new ResizeObserver(() => this.#draw()).observe(this.element);
		this.point();
	}

	/** @param now the host's time while the stream runs. */
	update(
		density: DensityNews | undefined,
		tally: Tally | undefined,
		now: number | undefined,
		marks: StripMarks,
	): void {
		this.#tally = tally;
		const isNew = density !== this.#density || now !== this.#now;
		this.#density = density;
		this.#now = now;
		if (isNew) this.#draw();
		this.#place(this.#visible, marks.visible, 8);
		const { selected: at } = marks;
		this.#place(this.#selected, at === undefined ? undefined : { from: at, to: at });
	}

	/** Shows what the model points at, and says it to those who do not see. */
	point(): void {
		const { model } = this;
		const { bar, range, bars, place, scale } = model;
		const x = bar && scale && Math.round(bar.leftPx + bar.widthPx / 2);
		this.#cursor.hidden = this.#tip.element.hidden = x === undefined;
		this.#place(this.#brush, range);
		const last = Math.max(0, bars.length - 1);
		setAttribute(this.element, 'aria-valuemin', 0);
		setAttribute(this.element, 'aria-valuemax', last);
		setAttribute(this.element, 'aria-valuenow', place < 0 ? last : place);
		const text = bar && this.#tip.show(bar, this.#tally);
		setAttribute(this.element, 'aria-valuetext', text ?? strings.strip.nothing);
		if (x === undefined) return;
		this.#cursor.style.left = `${x}px`;
		const maxPx = this.element.clientWidth - this.#tip.element.offsetWidth;
		this.#tip.element.style.left = `${Math.max(0, Math.min(x + 10, maxPx))}px`;
	}

	/** Does what pointing there was for. */
	act(): void {
		const { bar, range, scale } = this.model;
		this.model.unmark();
		this.point();
		if (range !== undefined && scale !== undefined) {
			this.#actions.filterTime(range, { from: scale.startTime, to: scale.endTime });
		} else if (bar !== undefined) this.#actions.goTo(bar.seq);
	}

	/** Leaves the range first, then the strip. */
	escape(): void {
		if (this.model.range === undefined) this.#actions.leave();
		this.model.unmark();
		this.point();
	}

	#draw(): void {
		const { model, element } = this;
		const density = this.#density;
		const { clientWidth, clientHeight } = element;
		// A panel that is low has no room for it.
		if (clientWidth === 0) return;
		model.update(density, this.#now, clientWidth);
		this.#painter.paint(model.scale, model.bars, clientWidth, clientHeight);
		const spans = Array.from(density?.outages ?? []);
		const outages = spans.flatMap((from, at) => {
			if (at % 2 === 1) return [];
			const outage = div('outage');
			this.#place(outage, { from, to: spans[at + 1] ?? from });
			return [outage];
		});
		this.#outages.replaceChildren(...outages);
		if (!this.#cursor.hidden) this.point();
	}

	/** Puts an element over a range of time, if there is one. */
	#place(element: HTMLElement, range: TimeRange | undefined, minPx = 0): void {
		const { scale } = this.model;
		element.hidden = range === undefined || scale === undefined;
		if (range === undefined || scale === undefined) return;
		const left = xOf(scale, range.from);
		const widthPx = Math.max(minPx, xOf(scale, range.to) - left);
		element.style.left = `${Math.round(Math.min(left, scale.widthPx - widthPx))}px`;
		element.style.width = `${Math.round(widthPx)}px`;
	}
}
