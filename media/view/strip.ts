import type { TimeRange } from '../../src/domain/query/timeRange';
import type { DensityNews } from '../../src/protocol/toWebview';
import type { Tally } from '../../src/protocol/overview';
import { strings } from '../../src/protocol/strings';
import { outagesOf } from '../model/strip/outages';
import { xOf } from '../model/strip/scale';
import { StripModel } from '../model/strip/strip';
import { timesOf } from '../model/strip/timesOf';
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
	/** Numbers of the entries with a bookmark; another list, if they are others. */
	readonly bookmarks?: readonly number[];
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
	#bookmarks: readonly number[] = [];
	readonly #actions: StripActions;

	constructor(actions: StripActions) {
		this.#actions = actions;
		const look = {
			class: 'strip',
			role: 'slider',
			tabindex: 0,
			'aria-label': strings.strip.label(),
		};
		const { canvas, probe } = this.#painter;
		// What may be opaque in a theme stands behind the bars.
		this.element = el('div', look, probe, this.#outages, this.#visible, canvas);
		this.element.append(this.#selected, this.#brush, this.#cursor, this.#tip.element);
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
		const { bookmarks = [] } = marks;
		const isNew = density !== this.#density || now !== this.#now || bookmarks !== this.#bookmarks;
		this.#bookmarks = bookmarks;
		this.#density = density;
		this.#now = now;
		if (isNew) this.#draw();
		this.#over(this.#visible, marks.visible, 8);
		const { selected: at } = marks;
		this.#over(this.#selected, at === undefined ? undefined : { from: at, to: at });
	}

	/** Shows what the model points at, and says it to those who do not see. */
	point(): void {
		const { bars, place } = this.model;
		const last = Math.max(0, bars.length - 1);
		setAttribute(this.element, 'aria-valuemin', 0);
		setAttribute(this.element, 'aria-valuemax', last);
		setAttribute(this.element, 'aria-valuenow', place < 0 ? last : place);
		setAttribute(this.element, 'aria-valuetext', this.#show() ?? strings.strip.label());
	}

	/** @returns what is said of the bar that is pointed at. */
	#show(): string | undefined {
		const { bar, range } = this.model;
		this.#cursor.hidden = this.#tip.element.hidden = bar === undefined;
		this.#over(this.#brush, range);
		if (bar === undefined) return undefined;
		const text = this.#tip.show(bar, this.#tally);
		const x = Math.round(bar.leftPx + bar.widthPx / 2);
		this.#cursor.style.left = `${x}px`;
		const maxPx = this.element.clientWidth - this.#tip.element.offsetWidth;
		this.#tip.element.style.left = `${Math.max(0, Math.min(x + 10, maxPx))}px`;
		return text;
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
		const marked = density === undefined ? [] : timesOf(density, this.#bookmarks);
		this.#painter.paint(model.scale, model.bars, marked, clientWidth, clientHeight);
		const outages = outagesOf(density, this.#now).map(range => {
			const outage = div('outage');
			this.#over(outage, range);
			return outage;
		});
		this.#outages.replaceChildren(...outages);
		// It is not said anew whenever something comes.
		if (!this.#cursor.hidden) this.#show();
	}

	/** Puts an element over a range of time, if there is one. */
	#over(element: HTMLElement, range: TimeRange | undefined, minPx = 0): void {
		const { scale } = this.model;
		element.hidden = range === undefined || scale === undefined;
		if (range === undefined || scale === undefined) return;
		const left = xOf(scale, range.from);
		const widthPx = Math.max(minPx, xOf(scale, range.to) - left);
		element.style.left = `${Math.round(Math.min(left, scale.widthPx - widthPx))}px`;
		element.style.width = `${Math.round(widthPx)}px`;
	}
}
