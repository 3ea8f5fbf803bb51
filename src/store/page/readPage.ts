import { entryKinds } from '../../domain/entry';
import { isRecord } from '../../base/isRecord';
import { columnNames, columnPlaces, dataInHeap, findColumns, hasId, idInHeap } from './columns';
import { Page, type LoadWire } from './page';
import { maxPageEntries } from './pageLimits';

/** A page is not as it was written. */
export class DamagedPage extends Error {
	constructor() {
		super('A page of the capture is damaged.');
		this.name = 'DamagedPage';
	}
}

/** Bytes of the stream that one page can refer to, with room to spare: a megabyte, or one block. */
export const maxWireSpan = 64 * 1024 * 1024;

/**
 * The page in a row of the table `page`; its columns are those that it says it has, and what is in them is
 * looked at by {@link checkPage}.
 * @throws DamagedPage
 */
export function readPage(row: Readonly<Record<string, unknown>>, loadWire: LoadWire): Page {
	const { seq, count, texts, columns, heap } = row;
	const isSound =
		isCount(seq) &&
		isCount(count) &&
		seq > 0 &&
		count > 0 &&
		count <= maxPageEntries &&
		typeof texts === 'string' &&
		columns instanceof Uint8Array &&
		heap instanceof Uint8Array;
	if (!isSound) throw new DamagedPage();
	const aligned = columns.byteOffset % 8 === 0 ? columns : columns.slice();
	const places = findColumns(aligned, count);
	if (places === undefined) throw new DamagedPage();
	const bytes = Buffer.from(heap.buffer, heap.byteOffset, heap.byteLength);
	return new Page(seq, count, readTexts(texts), aligned, places, bytes, loadWire);
}

function readTexts(json: string): string[] {
	try {
		const texts: unknown = JSON.parse(json);
		if (Array.isArray(texts) && texts.length > 0 && texts.every(text => typeof text === 'string')) {
			return texts;
		}
	} catch {
		// As any other that is none.
	}
	throw new DamagedPage();
}

/**
 * A capture from elsewhere is input: every number is looked at, and every text that one refers to.
 * @throws DamagedPage
 */
export function checkPage(page: Page): void {
	const column = (name: keyof typeof columnPlaces) => page.column(columnPlaces[name]);
	const { texts, heap, kind, type, time, gap, offset, size, place } = page;
	for (const name of columnNames) {
		if (name === 'time' || name === 'gap') continue;
		const least = name === 'last' ? -texts.length : name === 'offset' || name === 'retry' ? -1 : 0;
		const isFit = (value: number) => Number.isSafeInteger(value) && value >= least;
		if (!column(name).every(isFit)) throw new DamagedPage();
	}
	const { dataAt, dataSize, idAt, idSize } = page;
	const [last, note, details] = [column('last'), column('note'), column('details')];
	for (let i = 0; i < page.count; i++) {
		const flags = place[i]!;
		const room = (isInHeap: boolean) => (isInHeap ? heap.length : offset[i]! < 0 ? -1 : size[i]!);
		const isSound =
			kind[i]! < entryKinds.length &&
			flags <= (dataInHeap | hasId | idInHeap) &&
			type[i]! < texts.length &&
			note[i]! < texts.length &&
			(details[i] === 0 || isObject(texts[details[i]!])) &&
			Number.isFinite(time[i]) &&
			Math.abs(gap[i]!) !== Infinity &&
			dataAt[i]! + dataSize[i]! <= room((flags & dataInHeap) !== 0) &&
			((flags & hasId) === 0 || idAt[i]! + idSize[i]! <= room((flags & idInHeap) !== 0)) &&
			(last[i]! <= 0
				? -last[i]! < texts.length
				: last[i]! <= i + 1 && (place[last[i]! - 1]! & hasId) !== 0);
		if (!isSound) throw new DamagedPage();
	}
	const { from, to } = page.wireRange;
	if (to - from > maxWireSpan) throw new DamagedPage();
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isObject(json: string | undefined): boolean {
	try {
		return isRecord(JSON.parse(json ?? ''));
	} catch {
		return false;
	}
}
