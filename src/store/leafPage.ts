/** The largest that SQLite has: the fewer pages, the better. */
export const pageSizeBytes = 65_536;

const maxCells = 1024;
/** Rows are put after the page's header and room for a pointer to each. */
const contentStart = 8 + 2 * maxCells;
/** Lengths and types before the values of a row of 20 columns: never more than this. */
const maxHeadBytes = 88;

// [SQLite] Serial types of the record format.
const NULL = 0;
const INT32 = 4;
const INT48 = 5;
const INT64 = 6;
const FLOAT64 = 7;
const TEXT = 13;

/**
 * A leaf of a table in SQLite's file format (https://www.sqlite.org/fileformat2.html, sections 1.6
 * and 2.1), row by row. The values of a row are put down first, in the order of the columns, each
 * number in a fixed width; the head of the row is fitted in before them once their lengths are known.
 */
export class LeafPage {
	readonly bytes: Buffer = Buffer.allocUnsafeSlow(pageSizeBytes);
	private readonly view = new DataView(this.bytes.buffer);
	/** The serial types of the row in hand. */
	private readonly types = new Uint32Array(20);
	private columns = 0;
	private rows = 0;
	/** Where the row in hand begins, and where its next value goes. */
	private start = contentStart;
	private at = contentStart;
	private key = 0;

	/** The key of the last row; 0 if there is none. */
	get lastKey(): number {
		return this.key;
	}

	/** Whether there is room for a row with values of so many bytes. */
	hasRoom(valueBytes: number): boolean {
		return this.rows < maxCells && this.at + maxHeadBytes + valueBytes <= pageSizeBytes;
	}

	/** Begins a row, which there must be room for. */
	begin(): void {
		this.start = this.at + maxHeadBytes;
		this.at = this.start;
		this.columns = 0;
	}

	null(): void {
		this.types[this.columns++] = NULL;
	}

	text(value: string): void {
		const { bytes, at } = this;
		let end = putAscii(bytes, at, value);
		if (end === -1) end = at + bytes.write(value, at);
		this.types[this.columns++] = TEXT + 2 * (end - at);
		this.at = end;
	}

	float64(value: number): void {
		this.view.setFloat64(this.at, value);
		this.at += 8;
		this.types[this.columns++] = FLOAT64;
	}

	/** From 0 to 2^31 - 1. Returns where it stands, for {@link setInt32}. */
	int32(value: number): number {
		this.view.setInt32(this.at, value);
		this.types[this.columns++] = INT32;
		this.at += 4;
		return this.at - 4;
	}

	/** From 0 to 2^47 - 1. */
	int48(value: number): void {
		this.view.setUint16(this.at, value / 0x1_0000_0000);
		this.view.setUint32(this.at + 2, value % 0x1_0000_0000);
		this.types[this.columns++] = INT48;
		this.at += 6;
	}

	/** From 0 to 2^53 - 1. */
	int64(value: number): void {
		this.view.setUint32(this.at, value / 0x1_0000_0000);
		this.view.setUint32(this.at + 4, value % 0x1_0000_0000);
		this.types[this.columns++] = INT64;
		this.at += 8;
	}

	setInt32(at: number, value: number): void {
		this.view.setInt32(at, value);
	}

	/** Ends the row, whose key is larger than that of the one before. */
	end(key: number): void {
		const { bytes, types, columns } = this;
		let headLength = 1;
		for (let i = 0; i < columns; i++) headLength += varintLength(types[i]!);
		const payloadLength = headLength + this.at - this.start;
		const cell = this.start - headLength - varintLength(payloadLength) - varintLength(key);
		let at = putVarint(bytes, cell, payloadLength);
		at = putVarint(bytes, at, key);
		bytes[at++] = headLength;
		for (let i = 0; i < columns; i++) at = putVarint(bytes, at, types[i]!);
		this.view.setUint16(8 + 2 * this.rows, cell);
		this.rows++;
		this.key = key;
	}

	/** Completes the page. What lies between the rows is never looked at, as nothing is added by SQLite. */
	seal(): void {
		this.bytes[0] = 13; // a leaf of a table
		this.view.setUint16(1, 0); // no free blocks
		this.view.setUint16(3, this.rows);
		this.view.setUint16(5, contentStart);
		this.bytes[7] = 0;
	}

	clear(): void {
		this.rows = 0;
		this.at = contentStart;
		this.key = 0;
	}
}

/** Puts down a short text that is ASCII, quicker than a call out of JavaScript would; else returns -1. */
function putAscii(bytes: Uint8Array, at: number, text: string): number {
	const { length } = text;
	if (length > 24) return -1;
	for (let i = 0; i < length; i++) {
		const code = text.charCodeAt(i);
		if (code > 0x7f) return -1;
		bytes[at + i] = code;
	}
	return at + length;
}

/** [SQLite] "A variable-length integer": seven bits a byte, the highest first; here up to 2^53. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
	if (value < 0x80) {
		bytes[at] = value;
		return at + 1;
	}
	const end = at + varintLength(value);
	let rest = value;
	for (let i = end - 1; i >= at; i--) {
		bytes[i] = (rest % 0x80) | (i === end - 1 ? 0 : 0x80);
		rest = Math.floor(rest / 0x80);
	}
	return end;
}

export function varintLength(value: number): number {
	let length = 1;
	for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
	return length;
}
