import { redactDetails } from '../../domain/detailsRedaction';
import type { Entry } from '../../domain/entry';
import { CaptureReader, type BodyPlace } from '../captureReader';
import type { CaptureAbout } from '../file/captureFile';

/** An entry may have 16 MB of data, so that many of them must not be in memory at once. */
const batchBytes = 4_194_304;
const maxBatchLength = 64;
/** Bytes are read side by side; near a hole fewer are. */
const windowSizes = [1_048_576, 65_536, 8192];

/** A part of a capture as it is now, and the bytes behind it, for what writes it to a file. */
export class ExportSource {
	readonly about: CaptureAbout;
	/** The part is a selection: by a filter, not all that there is. */
	readonly isSelection: boolean;
	/** How many entries there are to write. */
	readonly count: number;
	private readonly reader: CaptureReader;
	private readonly firstSeq: number;
	private readonly lastSeq: number;
	private readonly bodies: ReadonlyMap<number, BodyPlace>;
	private reached = 0;
	private done = 0;
	private window: { offset: number; bytes: Uint8Array } = { offset: 0, bytes: new Uint8Array() };

	/**
	 * @param seqs ascending; absent: all.
	 * @param onEntry told of each entry to write when it is read for the first time, and how many those are.
	 * @throws HumanError if the file is no capture.
	 */
	constructor(
		readonly file: string,
		private readonly seqs?: Uint32Array,
		private readonly onEntry: (entry: Entry, done: number) => void = () => {},
	) {
		this.reader = new CaptureReader(file);
		this.reader.freeze();
		const { about, progress } = this.reader.summary();
		this.about = about;
		this.isSelection = seqs !== undefined;
		this.count = seqs?.length ?? progress.kept;
		this.firstSeq = progress.firstSeq;
		this.lastSeq = progress.lastSeq;
		this.bodies = this.reader.bodies();
	}

	/** Those to write, from one number to another, in order. */
	*entries(from?: number, to?: number): Iterable<Entry> {
		for (const entry of this.selected(from, to)) {
			if (entry.seq > this.reached) {
				this.reached = entry.seq;
				this.onEntry(entry, ++this.done);
			}
			yield entry;
		}
	}

	private *selected(from = this.firstSeq, to = this.lastSeq): Iterable<Entry> {
		const { seqs } = this;
		if (seqs === undefined) {
			yield* this.all(from, to);
			return;
		}
		let at = placeOf(seqs, from);
		const end = placeOf(seqs, to + 1);
		for (let length = 1; at < end;) {
			const batch = this.read([...seqs.subarray(at, Math.min(at + length, end))]);
			yield* batch;
			at += length;
			length = nextLength(length, batch);
		}
	}

	/** All that are in the capture, whatever is to be written. */
	*all(from = this.firstSeq, to = this.lastSeq): Iterable<Entry> {
		let next = from;
		for (let length = 1; next <= to;) {
			const batch = this.read({ from: next, to: Math.min(next + length - 1, to) });
			yield* batch;
			next += length;
			length = nextLength(length, batch);
		}
	}

	/** The bytes of an entry's block or line; `undefined` if they are not all in the capture. */
	bytesOf({ offset, size }: Entry): Uint8Array | undefined {
		return offset === undefined || size === 0 ? undefined : this.bytesAt(offset, size);
	}

	/** Bytes by their place among all; `undefined` if they are not all in the capture. */
	bytesAt(offset: number, size: number): Uint8Array | undefined {
		const { window } = this;
		const isInside =
			offset >= window.offset && offset + size <= window.offset + window.bytes.length;
		if (!isInside) {
			const bytes = this.readWindow(offset, size);
			if (bytes === undefined) return undefined;
			this.window = { offset, bytes };
		}
		const start = offset - this.window.offset;
		return this.window.bytes.subarray(start, start + size);
	}

	/** Where the body of an attempt lies; `undefined` if it brought no bytes. */
	bodyOf(attempt: number): BodyPlace | undefined {
		return this.bodies.get(attempt);
	}

	close(): void {
		this.reader.close();
	}

	private read(seqs: Parameters<CaptureReader['entries']>[0]): Entry[] {
		return this.reader
			.entries(seqs)
			.map(entry => (entry.details ? { ...entry, details: redactDetails(entry.details) } : entry));
	}

	private readWindow(offset: number, size: number): Uint8Array | undefined {
		for (const windowSize of windowSizes.filter(one => one > size)) {
			const bytes = this.reader.bodyBytes(offset, windowSize);
			if (bytes !== undefined) return bytes;
		}
		return this.reader.bodyBytes(offset, size);
	}
}

function nextLength(length: number, batch: readonly Entry[]): number {
	const sizeBytes = batch.reduce((sum, { data }) => sum + data.length, 0);
	const fitting = Math.floor((length * batchBytes) / Math.max(1, sizeBytes));
	return Math.max(1, Math.min(length * 2, fitting, maxBatchLength));
}

/** How many are smaller than `seq`. */
function placeOf(seqs: Uint32Array, seq: number): number {
	let low = 0;
	let high = seqs.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (seqs[middle]! < seq) low = middle + 1;
		else high = middle;
	}
	return low;
}
