import { isCalm } from '../../src/domain/resumeNote';
import type { Marks } from '../../src/domain/query/marks';
import type { Row } from '../../src/protocol/row';
import { strings } from '../../src/protocol/strings';
import { markedIn, markedInData } from '../model/marks';
import { setAttribute, setLine, setText, span } from './dom';
import { cell } from './rowCell';

/** What came, or what stands at a place in it, and what there is to say about it. */
export class DataCell {
	readonly element = cell('c-data');
	readonly #wire = span('wire');
	readonly #words = span();

	/** @param isValue of an event what stands at a path in its data is shown. */
	update(row: Row, marks: Marks, isValue: boolean): void {
		const { kind, note } = row;
		const wire = this.#wire;
		const words = this.#words;
		const isEvent = kind === 'event';
		const value = isEvent && isValue ? (row.dataValue ?? '') : undefined;
		const look = value === undefined ? (kind === 'comment' ? 'dim' : '') : lookOf(value);
		setAttribute(wire, 'class', `wire ${look}`);
		if (value !== undefined) this.#showValue(value, marks);
		else if (kind === 'comment') setLine(wire, strings.grid.comment(row.data));
		else setLine(wire, row.data, markedInData(row.data, marks));
		setLine(words, note ?? '');
		const isWarning = isEvent && !isCalm(note ?? '');
		setAttribute(words, 'class', isWarning ? 'words c-warning is-first' : 'words dim');
		// Beside a long event there must be room for what is said about it.
		this.element.classList.toggle('is-shared', isEvent && note !== undefined);
		const parts = note === undefined ? [wire] : isWarning ? [words, wire] : [wire, words];
		// One child can only be the text itself, which stays.
		if (note !== undefined || this.element.childNodes.length !== 1)
			this.element.replaceChildren(...parts);
	}

	clear(): void {
		setText(this.#wire, '');
		setText(this.#words, '');
	}

	#showValue(value: string, marks: Marks): void {
		const anywhere = [...marks.anywhere, ...marks.inData];
		setLine(this.#wire, value, markedIn(value, { ...marks, anywhere }));
	}
}

/** As the details have it. */
function lookOf(json: string): string {
	if (/^[-\d]/.test(json)) return 'n';
	return json.startsWith('"') ? 's' : /^[tfn]/.test(json) ? 'b' : '';
}
