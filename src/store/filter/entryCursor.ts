import { dataInHeap, hasId, idInHeap } from '../page/columns';
import type { Page } from '../page/page';
import { TextWindow } from './textWindow';

const backslash = 0x5c;

/** Whether a cursor is at an entry that matches. */
export type Test = (at: EntryCursor) => boolean;

/** An entry that is looked at by a filter, and its texts: as bytes, and as strings once a term needs them. */
export class EntryCursor {
	i = 0;
	/** What {@link toData} and {@link toId} have found: the bytes from `from` to `to`. */
	bytes: Buffer = Buffer.alloc(0);
	from = 0;
	to = 0;

	private current: Page | undefined;
	private place: Float64Array = new Float64Array(0);
	private offset: Float64Array = new Float64Array(0);
	private dataAt: Float64Array = new Float64Array(0);
	private dataSize: Float64Array = new Float64Array(0);
	private wireFrom = 0;
	private wire: Buffer | undefined;
	/** The memory for it, page after page: to get new one takes longer than to fill it. */
	private room: Buffer = Buffer.alloc(0);
	private wireTexts: TextWindow | undefined;
	private heapTexts: TextWindow | undefined;
	private hasBackslash: boolean | undefined;
	private dataOf = -1;
	private dataText = '';

	get page(): Page {
		return this.current!;
	}

	/** Goes to a page; {@link moveTo} an entry follows. */
	open(page: Page): void {
		this.current = page;
		this.place = page.place;
		this.offset = page.offset;
		this.dataAt = page.dataAt;
		this.dataSize = page.dataSize;
		this.wire = this.wireTexts = this.heapTexts = this.hasBackslash = undefined;
		this.dataOf = -1;
	}

	moveTo(i: number): this {
		this.i = i;
		return this;
	}

	get kind(): number {
		return this.page.kind[this.i]!;
	}

	get type(): string {
		return this.page.typeAt(this.i);
	}

	get id(): string | undefined {
		return this.toId() ? this.decode() : undefined;
	}

	/** Decoded once for all terms. */
	get data(): string {
		if (this.dataOf !== this.i) {
			this.toData();
			this.dataText = this.decode();
			this.dataOf = this.i;
		}
		return this.dataText;
	}

	/** Points at the bytes of its data. */
	toData(): void {
		const { i } = this;
		const at = this.dataAt[i]!;
		if ((this.place[i]! & dataInHeap) !== 0) {
			this.bytes = this.page.heap;
			this.from = at;
		} else {
			this.bytes = this.wire ?? this.loadWire();
			this.from = this.offset[i]! - this.wireFrom + at;
		}
		this.to = this.from + this.dataSize[i]!;
	}

	/** Points at the bytes from the first of its texts to the last, where these are in one block; else false. */
	toBlock(): boolean {
		const { i } = this;
		const place = this.place[i]!;
		if ((place & (dataInHeap | idInHeap)) !== 0) return false;
		this.toData();
		if ((place & hasId) === 0) return true;
		const start = this.offset[i]! - this.wireFrom;
		const idAt = start + this.page.idAt[i]!;
		const idEnd = idAt + this.page.idSize[i]!;
		if (idAt < this.from) this.from = idAt;
		if (idEnd > this.to) this.to = idEnd;
		return true;
	}

	/** Points at the bytes of its ID; false: it has none. */
	toId(): boolean {
		const { i, page } = this;
		const place = this.place[i]!;
		if ((place & hasId) === 0) return false;
		const at = page.idAt[i]!;
		if ((place & idInHeap) !== 0) {
			this.bytes = page.heap;
			this.from = at;
		} else {
			this.bytes = this.wire ?? this.loadWire();
			this.from = this.offset[i]! - this.wireFrom + at;
		}
		this.to = this.from + page.idSize[i]!;
		return true;
	}

	/** Whether there is a backslash among the texts of the page. */
	get mayHaveEscapes(): boolean {
		this.hasBackslash ??=
			this.page.heap.includes(backslash) || (this.wire ?? this.loadWire()).includes(backslash);
		return this.hasBackslash;
	}

	private decode(): string {
		const { bytes, from, to, page } = this;
		if (bytes === page.heap) {
			return (this.heapTexts ??= new TextWindow(bytes)).text(from, to, from);
		}
		const start = Math.max(0, this.offset[this.i]! - this.wireFrom);
		return (this.wireTexts ??= new TextWindow(bytes)).text(from, to, start);
	}

	private loadWire(): Buffer {
		this.wireFrom = this.page.wireRange.from;
		return (this.wire = this.page.readWire(sizeBytes => {
			if (this.room.length < sizeBytes) this.room = Buffer.allocUnsafeSlow(sizeBytes);
			// Another object for each page, by which is known what was found in which.
			return this.room.subarray(0, sizeBytes);
		}));
	}
}
