import { isConnectionKind } from '../../src/domain/entry';
import type { Marks } from '../../src/domain/query/marks';
import { durationText, sizeText, countText } from '../../src/domain/words';
import type { Row } from '../../src/protocol/row';
import { kindWord } from '../../src/protocol/kindWords';
import { strings } from '../../src/protocol/strings';
import type { ColumnPlan } from '../model/columns/plan';
import { isBuiltIn } from '../model/columns/sizes';
import { clockParts, largeSizeBytes } from '../model/figures';
import { markedIn } from '../model/marks';
import { DataCell } from './dataCell';
import { el, setAttribute, setLine, setText, span } from './dom';
import { GapCell } from './gapCell';
import { mark, paintMark } from './mark';
import { cell } from './rowCell';
import { classesOf } from './rowClasses';
import type { RowPlace } from './rowPlace';

/** The id of the element that shows an entry; an entry has another one, so that a change is read out. */
export function rowId(seq: number): string {
	return `entry-${seq}`;
}

/** One row of the grid, which shows now this entry and now that one. */
export class RowView {
	readonly element: HTMLElement;
	readonly #seq = cell('c-seq dim');
	readonly #time = cell('c-time');
	readonly #hour = span('h');
	readonly #minute = span();
	readonly #gap = new GapCell();
	readonly #type = cell('c-type');
	readonly #typeMark = mark();
	readonly #typeName = span('ell');
	readonly #id = cell('c-id dim');
	readonly #data = new DataCell();
	readonly #size = cell('c-size');
	readonly #retry = cell('c-retry');
	readonly #sentence = cell('sentence');
	readonly #sentenceMark = mark();
	readonly #word = el('b');
	readonly #rest = span('dim');
	readonly #label = span('ell');
	readonly #bookmark = span('bookmark', span('unseen', strings.grid.bookmarked()), this.#label);
	readonly #own = new Map<string, HTMLElement>();
	#row: Row | undefined;
	#place: RowPlace | undefined;
	#isSentence: boolean | undefined;

	constructor() {
		this.#time.append(this.#hour, this.#minute);
		this.#type.append(this.#typeMark, this.#typeName);
		this.#sentence.append(this.#sentenceMark, span('ell', this.#word, ' ', this.#rest));
		this.element = el('div', { class: 'row', role: 'row' });
	}

	/** Shows `row`, or a place for one that is on its way. */
	update(row: Row | undefined, place: RowPlace): void {
		setAttribute(this.element, 'aria-rowindex', place.index + 2);
		setAttribute(this.element, 'aria-selected', String(place.isSelected));
		setAttribute(this.element, 'class', classesOf(row, place));
		const before = this.#place;
		if (row !== this.#row || row === undefined || isOther(place, before)) {
			this.#row = row;
			this.#place = place;
			this.#show(row, place, before?.plan);
		}
		// Other cells take all others out.
		this.#showBookmark(row && place.bookmark);
	}

	#show(row: Row | undefined, place: RowPlace, before: ColumnPlan | undefined): void {
		const { marks, plan, timeText } = place;
		setAttribute(this.element, 'id', row && rowId(row.seq));
		setAttribute(this.element, 'aria-busy', row === undefined && 'true');
		this.#setCells(row !== undefined && isConnectionKind(row.kind), plan, before);
		if (row === undefined) {
			for (const part of [this.#seq, this.#hour, this.#minute]) setText(part, '');
			this.#empty();
			return;
		}
		setText(this.#seq, countText(row.seq));
		const { hour, rest } =
			timeText === undefined ? clockParts(row.time) : { hour: '', rest: timeText };
		setText(this.#hour, hour);
		setText(this.#minute, rest);
		if (isConnectionKind(row.kind)) this.#showSentence(row, marks);
		else this.#showCells(row, place);
	}

	/** The cells of the columns; of the connection's rows a sentence in the place of most of them. */
	#setCells(isSentence: boolean, plan: ColumnPlan, before: ColumnPlan | undefined): void {
		if (isSentence === this.#isSentence && plan === before) return;
		this.#isSentence = isSentence;
		const { columns, sentence } = plan;
		const cells = columns.map(({ name, place }) => {
			const own = this.#cellOf(name);
			setAttribute(own, 'aria-colindex', place + 1);
			return own;
		});
		if (isSentence) {
			const first = columns[sentence.from]!.place;
			const width = columns[sentence.to - 1]!.place - first + 1;
			setAttribute(this.#sentence, 'aria-colindex', first + 1);
			setAttribute(this.#sentence, 'aria-colspan', width > 1 && width);
			this.#sentence.style.gridColumn = `span ${sentence.to - sentence.from}`;
			cells.splice(sentence.from, sentence.to - sentence.from, this.#sentence);
		}
		this.element.replaceChildren(...cells);
	}

	#cellOf(name: string): HTMLElement {
		if (isBuiltIn(name)) {
			const cells = {
				seq: this.#seq,
				time: this.#time,
				gap: this.#gap.element,
				type: this.#type,
				id: this.#id,
				data: this.#data.element,
				size: this.#size,
				retry: this.#retry,
			};
			return cells[name];
		}
		let own = this.#own.get(name);
		if (own === undefined) {
			own = cell('c-own');
			this.#own.set(name, own);
		}
		return own;
	}

	/** Seen in the margin, by the class of the row; heard, and read if it has a label, at its end. */
	#showBookmark(label: string | undefined): void {
		if (label === undefined) return this.#bookmark.remove();
		setLine(this.#label, label);
		this.#bookmark.classList.toggle('unseen', label === '');
		if (this.element.lastChild !== this.#bookmark) this.element.append(this.#bookmark);
	}

	#showSentence(row: Row, marks: Marks): void {
		this.#empty();
		paintMark(this.#sentenceMark, row);
		setText(this.#word, kindWord(row.kind));
		setLine(this.#rest, row.data, markedIn(row.data, marks));
	}

	#showCells(row: Row, { marks, plan, dataPath }: RowPlace): void {
		const isEvent = row.kind === 'event';
		this.#gap.update(row.gap);
		paintMark(this.#typeMark, row);
		if (isEvent) setLine(this.#typeName, row.type, markedIn(row.type, marks));
		else setText(this.#typeName, kindWord(row.kind));
		this.#typeName.classList.toggle('dim', !isEvent);
		const id = row.id ?? '';
		setLine(this.#id, id, markedIn(id, marks));
		this.#data.update(row, marks, dataPath !== undefined);
		for (const { name } of plan.columns) {
			if (!isBuiltIn(name)) setLine(this.#cellOf(name), row.values?.[name] ?? '');
		}
		setText(this.#size, sizeText(row.size));
		this.#size.classList.toggle('dim', row.size < largeSizeBytes);
		setText(this.#retry, row.retry === undefined ? '' : durationText(row.retry));
	}

	#empty(): void {
		this.#gap.update(undefined);
		this.#data.clear();
		const texts = [this.#id, this.#size, this.#retry, this.#typeName, ...this.#own.values()];
		for (const part of texts) setText(part, '');
	}
}

/** Whether the same row looks otherwise there. */
function isOther(place: RowPlace, before: RowPlace | undefined): boolean {
	return (
		place.plan !== before?.plan ||
		place.marks !== before.marks ||
		place.timeText !== before.timeText ||
		place.dataPath !== before.dataPath
	);
}
