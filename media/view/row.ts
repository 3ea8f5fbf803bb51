import { isConnectionKind } from '../../src/domain/entry';
import { isCalm } from '../../src/domain/resumeNote';
import type { Marks } from '../../src/domain/query/marks';
import { durationText, sizeText, countText } from '../../src/domain/words';
import type { Row } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { clockParts, gapMeasure, gapPercent, largeSizeBytes, longGapMs } from '../model/figures';
import { bandEdges, chunkPlace, type RowNeighbours } from '../model/rowLook';
import { markedIn, markedInData } from '../model/marks';
import { el, setAttribute, setLine, setText, span } from './dom';
import { mark, paintMark } from './mark';

/** How a row stands among the others. */
export interface RowPlace extends RowNeighbours {
	/** Among the matching entries, from 0. */
	readonly index: number;
	readonly isSelected: boolean;
	/** What its bookmark is called, which may be nothing; undefined: it has none. */
	readonly bookmark: string | undefined;
	/** What the filter looks for. */
	readonly marks: Marks;
}

/** The id of the element that shows an entry; an entry has another one, so that a change is read out. */
export function rowId(seq: number): string {
	return `entry-${seq}`;
}

/** One row of the grid, which shows now this entry and now that one. */
export class RowView {
	readonly element: HTMLElement;
	readonly #seq = cell('c-seq dim', 1);
	readonly #time = cell('c-time', 2);
	readonly #hour = span('h');
	readonly #minute = span();
	readonly #gap = cell('c-gap', 3);
	readonly #bar = el('i', { class: 'bar' });
	readonly #gapDigits = span();
	readonly #gapUnit = span('unit');
	readonly #type = cell('c-type', 4);
	readonly #typeMark = mark();
	readonly #typeName = span('ell');
	readonly #id = cell('c-id dim', 5);
	readonly #data = cell('c-data', 6);
	readonly #wire = span('wire');
	readonly #words = span();
	readonly #size = cell('c-size', 7);
	readonly #retry = cell('c-retry', 8);
	readonly #sentence = cell('sentence', 4);
	readonly #sentenceMark = mark();
	readonly #word = el('b');
	readonly #rest = span('dim');
	readonly #label = span('ell');
	readonly #bookmark = span('bookmark', span('unseen', strings.grid.bookmarked), this.#label);
	#row: Row | undefined;
	#marks: Marks | undefined;
	#isSentence: boolean | undefined;

	constructor() {
		this.#time.append(this.#hour, this.#minute);
		this.#gap.append(this.#bar, el('span', {}, this.#gapDigits, this.#gapUnit));
		this.#type.append(this.#typeMark, this.#typeName);
		this.#sentence.append(this.#sentenceMark, span('ell', this.#word, ' ', this.#rest));
		setAttribute(this.#sentence, 'aria-colspan', 5);
		this.element = el('div', { class: 'row', role: 'row' }, this.#seq, this.#time, this.#gap);
	}

	/** Shows `row`, or a place for one that is on its way. */
	update(row: Row | undefined, place: RowPlace): void {
		setAttribute(this.element, 'aria-rowindex', place.index + 2);
		setAttribute(this.element, 'aria-selected', String(place.isSelected));
		setAttribute(this.element, 'class', classesOf(row, place));
		if (row !== this.#row || place.marks !== this.#marks || row === undefined) {
			this.#row = row;
			this.#marks = place.marks;
			this.#show(row, place);
		}
		// Other cells take all others out.
		this.#showBookmark(row && place.bookmark);
	}

	#show(row: Row | undefined, place: RowPlace): void {
		setAttribute(this.element, 'id', row && rowId(row.seq));
		setAttribute(this.element, 'aria-busy', row === undefined && 'true');
		if (row === undefined) {
			for (const part of [this.#seq, this.#hour, this.#minute]) setText(part, '');
			this.#setCells(false);
			this.#empty();
			return;
		}
		setText(this.#seq, countText(row.seq));
		const { hour, rest } = clockParts(row.time);
		setText(this.#hour, hour);
		setText(this.#minute, rest);
		this.#setCells(isConnectionKind(row.kind));
		if (isConnectionKind(row.kind)) this.#showSentence(row, place.marks);
		else this.#showCells(row, place.marks);
	}

	/** The cells after the gap: a sentence in place of columns, or the columns. */
	#setCells(isSentence: boolean): void {
		if (isSentence === this.#isSentence) return;
		this.#isSentence = isSentence;
		const type = this.#type;
		const id = this.#id;
		const data = this.#data;
		const size = this.#size;
		const retry = this.#retry;
		const sentence = this.#sentence;
		const cells = isSentence ? [sentence] : [type, id, data, size, retry];
		this.element.replaceChildren(this.#seq, this.#time, this.#gap, ...cells);
	}

	/** Seen in the margin, by the class of the row; heard, and read if it has a label, at its end. */
	#showBookmark(label: string | undefined): void {
		if (label === undefined) return this.#bookmark.remove();
		setLine(this.#label, label);
		this.#bookmark.classList.toggle('unseen', label === '');
		if (this.element.lastChild !== this.#bookmark) this.element.append(this.#bookmark);
	}

	#showSentence(row: Row, marks: Marks): void {
		this.#showGap(undefined);
		paintMark(this.#sentenceMark, row);
		setText(this.#word, strings.kindWords[row.kind]);
		setLine(this.#rest, row.data, markedIn(row.data, marks));
	}

	#showCells(row: Row, marks: Marks): void {
		const isEvent = row.kind === 'event';
		this.#showGap(row.gap);
		paintMark(this.#typeMark, row);
		if (isEvent) setLine(this.#typeName, row.type, markedIn(row.type, marks));
		else setText(this.#typeName, strings.kindWords[row.kind]);
		this.#typeName.classList.toggle('dim', !isEvent);
		const id = row.id ?? '';
		setLine(this.#id, id, markedIn(id, marks));
		this.#showData(row, marks);
		setText(this.#size, sizeText(row.size));
		this.#size.classList.toggle('dim', row.size < largeSizeBytes);
		setText(this.#retry, row.retry === undefined ? '' : durationText(row.retry));
	}

	#showGap(gap: number | undefined): void {
		const { digits, unit } = gap === undefined ? { digits: '', unit: '' } : gapMeasure(gap);
		setText(this.#gapDigits, digits);
		setText(this.#gapUnit, unit);
		this.#gapDigits.parentElement?.classList.toggle('dim', (gap ?? 0) < longGapMs);
		this.#bar.style.width = `${gap === undefined ? 0 : gapPercent(gap).toFixed(1)}%`;
	}

	#showData({ kind, data, note }: Row, marks: Marks): void {
		const wire = this.#wire;
		const words = this.#words;
		wire.classList.toggle('dim', kind === 'comment');
		if (kind === 'comment') setLine(wire, strings.grid.comment(data));
		else setLine(wire, data, markedInData(data, marks));
		setLine(words, note ?? '');
		const isEvent = kind === 'event';
		const isWarning = isEvent && !isCalm(note ?? '');
		setAttribute(words, 'class', isWarning ? 'words c-warning is-first' : 'words dim');
		// Beside a long event there must be room for what is said about it.
		this.#data.classList.toggle('is-shared', isEvent && note !== undefined);
		const parts = note === undefined ? [wire] : isWarning ? [words, wire] : [wire, words];
		// One child can only be the text itself, which stays.
		if (note !== undefined || this.#data.childNodes.length !== 1)
			this.#data.replaceChildren(...parts);
	}

	#empty(): void {
		this.#showGap(undefined);
		for (const part of [
			this.#id,
			this.#wire,
			this.#words,
			this.#size,
			this.#retry,
			this.#typeName,
		]) {
			setText(part, '');
		}
	}
}

function classesOf(row: Row | undefined, place: RowPlace): string {
	const classes = ['row'];
	if (place.isSelected) classes.push('selected');
	if (row === undefined) return [...classes, 'is-coming'].join(' ');
	if (place.bookmark !== undefined) classes.push('bookmarked');
	if (isConnectionKind(row.kind)) {
		classes.push('life');
		const { isFirst, isLast } = bandEdges(row, place);
		if (isFirst) classes.push('first');
		if (isLast) classes.push('last');
		if (place.index === 0) classes.push('top');
	}
	const chunk = chunkPlace(row, place);
	if (chunk !== undefined) classes.push('chunk', `chunk-${chunk}`);
	return classes.join(' ');
}

function cell(look: string, column: number): HTMLElement {
	return el('span', { class: look, role: 'gridcell', 'aria-colindex': column });
}
