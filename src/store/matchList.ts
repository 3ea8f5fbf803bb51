const blockLength = 16_384;

/**
 * The entries that match, as ascending numbers: 4 bytes each, in blocks, so that a list that grows
 * by millions is never copied. Numbers up to 2^32 - 1.
 */
export class MatchList {
	private blocks: Uint32Array[] = [];
	private count = 0;
	/** Places at the beginning of the first block that hold none any more. */
	private skipped = 0;

	get length(): number {
		return this.count;
	}

	/** Appends; each larger than all before. */
	append(seqs: Iterable<number>): void {
		for (const seq of seqs) {
			const at = (this.skipped + this.count) % blockLength;
			if (at === 0) this.blocks.push(new Uint32Array(blockLength));
			this.blocks[this.blocks.length - 1]![at] = seq;
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
		this.skipped += removed;
		this.count -= removed;
		this.blocks.splice(0, Math.floor(this.skipped / blockLength));
		this.skipped %= blockLength;
	}

	private at(index: number): number {
		const place = this.skipped + index;
		return this.blocks[Math.floor(place / blockLength)]![place % blockLength]!;
	}
}
