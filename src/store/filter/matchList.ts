const blockLength = 16_384;

/**
 * The entries that match, as ascending numbers with the slot of each in an overview: 5 bytes each,
 * in blocks, so that a list that grows by millions is never copied. Numbers up to 2^32 - 1.
 */
export class MatchList {
	private blocks: { readonly seqs: Uint32Array; readonly slots: Uint8Array }[] = [];
	private count = 0;
	/** Places at the beginning of the first block that hold none any more. */
	private skipped = 0;
	private removedCount = 0;

	get length(): number {
		return this.count;
	}

	/** How many were in the list and have been removed. */
	get removed(): number {
		return this.removedCount;
	}

	/** Appends; each larger than all before. Without slots each has the slot 0. */
	append(seqs: ArrayLike<number>, slots?: ArrayLike<number>): void {
		for (let i = 0; i < seqs.length; i++) {
			const at = (this.skipped + this.count) % blockLength;
			if (at === 0) {
				this.blocks.push({
					seqs: new Uint32Array(blockLength),
					slots: new Uint8Array(blockLength),
				});
			}
			const block = this.blocks[this.blocks.length - 1]!;
			block.seqs[at] = seqs[i]!;
			block.slots[at] = slots?.[i] ?? 0;
			this.count++;
		}
	}

	/** Those at the indices `from … to - 1`, as far as there are. */
	slice(from: number, to: number): number[] {
		const seqs: number[] = [];
		for (let index = from; index < Math.min(to, this.count); index++) seqs.push(this.at(index));
		return seqs;
	}

	/** How many are smaller than `seq`: its index, if it is there. */
	indexOf(seq: number): number {
		let low = 0;
		let high = this.count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.at(middle) < seq) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Removes those smaller than `seq`. */
	removeBefore(seq: number): void {
		const removed = this.indexOf(seq);
		this.removedCount += removed;
		this.skipped += removed;
		this.count -= removed;
		this.blocks.splice(0, Math.floor(this.skipped / blockLength));
		this.skipped %= blockLength;
	}

	/** The number at an index from 0 to `length - 1`. */
	at(index: number): number {
		const place = this.skipped + index;
		return this.blocks[Math.floor(place / blockLength)]!.seqs[place % blockLength]!;
	}

	/** The slot of the one at that index. */
	slotAt(index: number): number {
		const place = this.skipped + index;
		return this.blocks[Math.floor(place / blockLength)]!.slots[place % blockLength]!;
	}
}
