import { entryKinds, type EntryKind } from '../../domain/entry';
import { columnPlaces, dataInHeap, decodeColumn, hasId, idInHeap } from './columns';

/** Memory for so many bytes, whatever is in it. */
export type Allocate = (sizeBytes: number) => Buffer;

/** Bytes of the stream that a page refers to: those from `from` to `to`, with 0 for what is not there. */
export type LoadWire = (from: number, to: number, allocate?: Allocate) => Buffer;

/** Entries side by side. What is asked for is decoded, and kept. */
export class Page {
	private readonly decoded: (Float64Array | undefined)[] = [];
	private range: { from: number; to: number } | undefined;

	constructor(
		/** The number of the first entry. */
		readonly seq: number,
		readonly count: number,
		/** The first is the last event ID before. */
		readonly texts: readonly string[],
		private readonly columns: Uint8Array,
		private readonly places: readonly number[],
		readonly heap: Buffer,
		private readonly loadWire: LoadWire,
	) {}

	get kind(): Float64Array {
		return this.column(columnPlaces.kind);
	}
	get type(): Float64Array {
		return this.column(columnPlaces.type);
	}
	get time(): Float64Array {
		return this.column(columnPlaces.time);
	}
	get gap(): Float64Array {
		return this.column(columnPlaces.gap);
	}
	get offset(): Float64Array {
		return this.column(columnPlaces.offset);
	}
	get size(): Float64Array {
		return this.column(columnPlaces.size);
	}
	get attempt(): Float64Array {
		return this.column(columnPlaces.attempt);
	}
	get place(): Float64Array {
		return this.column(columnPlaces.place);
	}
	get dataAt(): Float64Array {
		return this.column(columnPlaces.dataAt);
	}
	get dataSize(): Float64Array {
		return this.column(columnPlaces.dataSize);
	}
	get idAt(): Float64Array {
		return this.column(columnPlaces.idAt);
	}
	get idSize(): Float64Array {
		return this.column(columnPlaces.idSize);
	}
	get retry(): Float64Array {
		return this.column(columnPlaces.retry);
	}

	/** The column at that place of `columnNames`. */
	column(place: number): Float64Array {
		return (this.decoded[place] ??= decodeColumn(this.columns, this.places[place]!, this.count));
	}

	kindAt(i: number): EntryKind {
		return entryKinds[this.kind[i]!]!;
	}

	typeAt(i: number): string {
		const place = this.type[i]!;
		return place === 0 ? '' : this.texts[place]!;
	}

	/** All bytes of the stream in which data and IDs stand, read anew; they begin at `wireRange.from`. */
	readWire(allocate: Allocate): Buffer {
		const { from, to } = this.wireRange;
		return this.loadWire(from, to, allocate);
	}

	/** Places among all body bytes of the capture; equal if there are none. */
	get wireRange(): { readonly from: number; readonly to: number } {
		return (this.range ??= this.wireRangeFrom(0));
	}

	/** The bytes of its data. */
	dataBytes(i: number, maxBytes = Infinity): Buffer {
		const at = this.dataAt[i]!;
		const size = Math.min(this.dataSize[i]!, maxBytes);
		if ((this.place[i]! & dataInHeap) !== 0) return this.heap.subarray(at, at + size);
		const start = this.offset[i]! + at;
		return this.loadWire(start, start + size);
	}

	data(i: number): string {
		return this.dataBytes(i).toString();
	}

	/** The ID that its own block has set. */
	id(i: number): string | undefined {
		const place = this.place[i]!;
		if ((place & hasId) === 0) return undefined;
		const size = this.idSize[i]!;
		const at = this.idAt[i]!;
		if ((place & idInHeap) !== 0) return this.heap.toString('utf8', at, at + size);
		const start = this.offset[i]! + at;
		return this.loadWire(start, start + size).toString();
	}

	/** The same without the entries before `first`. */
	wireRangeFrom(first: number): { from: number; to: number } {
		const { place, offset, dataAt, dataSize, idAt, idSize } = this;
		let [from, to] = [Infinity, -Infinity];
		for (let i = first; i < this.count; i++) {
			const flags = place[i]!;
			const start = offset[i]!;
			if ((flags & dataInHeap) === 0) {
				from = Math.min(from, start + dataAt[i]!);
				to = Math.max(to, start + dataAt[i]! + dataSize[i]!);
			}
			if ((flags & (hasId | idInHeap)) === hasId) {
				from = Math.min(from, start + idAt[i]!);
				to = Math.max(to, start + idAt[i]! + idSize[i]!);
			}
		}
		return from <= to ? { from, to } : { from: 0, to: 0 };
	}
}
