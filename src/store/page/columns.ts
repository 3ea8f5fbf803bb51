/**
 * What a page keeps of each entry, one column each, in this order.
 *
 * - `kind`: the place in `entryKinds`; `type`, `note`, `details`: a place in the page's texts, 0 for none
 * - `time`: ms since the epoch; `gap`: ms, NaN for none; `retry`: ms, -1 for none
 * - `offset`, `size`: of its bytes among all body bytes of the capture; `offset` is -1 for none
 * - `attempt`; `chunk`: 0 for none; `cut`: bytes of it that are not in the data
 * - `place`: flags, where data and ID are
 * - `dataAt`, `dataSize`, `idAt`, `idSize`: bytes, `…At` from the entry's offset, or within the heap
 * - `last`: where the last event ID after it is: the ID of that entry of the page, from 1; or, if it is not
 *   positive, the text at the place of which it is the negative
 */
export const columnNames = [
	'kind',
	'type',
	'time',
	'gap',
	'offset',
	'size',
	'attempt',
	'chunk',
	'place',
	'dataAt',
	'dataSize',
	'idAt',
	'idSize',
	'retry',
	'last',
	'cut',
	'note',
	'details',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** The place of each column. */
export const columnPlaces = Object.fromEntries(
	columnNames.map((name, place) => [name, place]),
) as Readonly<Record<ColumnName, number>>;

/** Flags of `place`. */
export const dataInHeap = 1;
export const hasId = 2;
export const idInHeap = 4;

/** Of each column: its smallest number and the width of the others. Two float64, then the numbers. */
const headBytes = 16;

/** Bytes for each number: none if all are the base, a whole number less the base, or a float64. */
type Width = 0 | 1 | 2 | 4 | 8;

/** The first `count` numbers of each column as one blob, each column as narrow as its numbers allow. */
export function encodeColumns(columns: readonly Float64Array[], count: number): Uint8Array {
	const widths = columns.map(values => widthOf(values, count));
	const sizeBytes = widths.reduce((sum, { width }) => sum + columnBytes(width, count), 0);
	const blob = new ArrayBuffer(sizeBytes);
	let at = 0;
	columns.forEach((values, index) => {
		const { base, width } = widths[index]!;
		new Float64Array(blob, at, 2).set([base, width]);
		if (width === 8) new Float64Array(blob, at + headBytes, count).set(values.subarray(0, count));
		else if (width !== 0) {
			const target = narrow(blob, at + headBytes, count, width);
			for (let i = 0; i < count; i++) target[i] = values[i]! - base;
		}
		at += columnBytes(width, count);
	});
	return new Uint8Array(blob);
}

/** Where each column begins in `blob`; `undefined` if it is not one of so many entries. */
export function findColumns(blob: Uint8Array, count: number): number[] | undefined {
	const places: number[] = [];
	let at = 0;
	for (let index = 0; index < columnNames.length; index++) {
		if (at + headBytes > blob.length) return undefined;
		const width = new DataView(blob.buffer, blob.byteOffset + at).getFloat64(8, true);
		if (width !== 0 && width !== 1 && width !== 2 && width !== 4 && width !== 8) return undefined;
		places.push(at);
		at += columnBytes(width, count);
	}
	return at === blob.length ? places : undefined;
}

/** The column that begins at `at`. `blob` has a buffer of its own. */
export function decodeColumn(blob: Uint8Array, at: number, count: number): Float64Array {
	const [base = 0, width = 0] = new Float64Array(blob.buffer, blob.byteOffset + at, 2);
	const start = blob.byteOffset + at + headBytes;
	if (width === 8) return new Float64Array(blob.buffer, start, count);
	const values = new Float64Array(count);
	if (width === 0) return values.fill(base);
	const source = narrow(blob.buffer as ArrayBuffer, start, count, width as 1 | 2 | 4);
	for (let i = 0; i < count; i++) values[i] = source[i]! + base;
	return values;
}

function widthOf(values: Float64Array, count: number): { base: number; width: Width } {
	const base = values[0]!;
	let min = base;
	let max = base;
	let isWhole = Number.isInteger(base);
	let isSame = true;
	for (let i = 1; i < count; i++) {
		const value = values[i]!;
		if (value === base || (value !== value && base !== base)) continue;
		isSame = false;
		if (isWhole) isWhole = Number.isInteger(value);
		if (!isWhole) break;
		if (value < min) min = value;
		else if (value > max) max = value;
	}
	if (isSame) return { base, width: 0 };
	const span = max - min;
	if (!isWhole || span > 0xffffffff) return { base: 0, width: 8 };
	return { base: min, width: span <= 0xff ? 1 : span <= 0xffff ? 2 : 4 };
}

/** Whole float64 each, so that those of the next column lie as the machine wants them. */
function columnBytes(width: Width, count: number): number {
	return headBytes + Math.ceil((width * count) / 8) * 8;
}

function narrow(buffer: ArrayBuffer, start: number, count: number, width: 1 | 2 | 4) {
	// An array has the machine's byte order; all that run VS Code are little-endian.
	if (width === 1) return new Uint8Array(buffer, start, count);
	return width === 2
		? new Uint16Array(buffer, start, count)
		: new Uint32Array(buffer, start, count);
}
