import type { PageReader } from '../page/pageReader';
import type { TypePlaces } from '../page/typePlaces';
import { EntryCursor, type Test } from './entryCursor';
import { Slots } from './slots';

/** What came of some entries: those that match, and the slot of each in an overview. */
export interface Scanned {
	/** All entries up to this one have been considered. */
	readonly to: number;
	readonly matches: Uint32Array<ArrayBuffer>;
	readonly slots: Uint8Array<ArrayBuffer>;
}

/** So many entries, unless they take long, are considered between two looks at the clock. */
const maxStride = 64;
/** One that takes longer is followed by a look at the clock. */
const longMs = 2;

/** Tests entries, page by page, from the oldest to the newest. */
export class PageScan {
	private readonly cursor = new EntryCursor();
	private readonly slots: Slots;
	private stride = 1;

	constructor(
		private readonly pages: PageReader,
		types: TypePlaces,
		private readonly test: Test,
	) {
		this.slots = new Slots(types);
	}

	/** Considers the entries from one to another, both included, as far as it comes in `sliceMs`. */
	scan(from: number, to: number, sliceMs: number): Scanned {
		return this.pages.snapshot(() => this.run(from, to, performance.now() + sliceMs));
	}

	private run(first: number, last: number, endTime: number): Scanned {
		const { cursor, test } = this;
		const found: number[] = [];
		const slots: number[] = [];
		const result = (to: number): Scanned => {
			return { to, matches: Uint32Array.from(found), slots: Uint8Array.from(slots) };
		};
		let looked = performance.now();
		let left = this.stride;
		for (const { page, from, to } of this.pages.forward(first, last)) {
			cursor.open(page);
			for (let i = from; i < to; i++) {
				if (test(cursor.moveTo(i))) {
					found.push(page.seq + i);
					slots.push(this.slots.slotAt(page, i));
				}
				if (--left > 0) continue;
				const now = performance.now();
				this.stride = now - looked > longMs ? 1 : Math.min(maxStride, this.stride * 2);
				looked = now;
				left = this.stride;
				if (now >= endTime) return result(page.seq + i);
			}
		}
		return result(last);
	}
}
