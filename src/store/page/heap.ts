/** Texts of a page that do not stand in the stream as they are: UTF-8, one after the other. */
export class Heap {
	private bytes = Buffer.allocUnsafe(4096);
	private used = 0;

	get size(): number {
		return this.used;
	}

	/** @returns how many bytes the text takes, from what was `size` before. */
	add(text: string): number {
		// No text has more than three bytes for each UTF-16 unit.
		const most = text.length * 3;
		if (this.used + most > this.bytes.length) this.grow(this.used + Buffer.byteLength(text));
		const size = this.bytes.write(text, this.used);
		this.used += size;
		return size;
	}

	/** A copy of what there is. */
	snapshot(): Uint8Array {
		return Uint8Array.prototype.slice.call(this.bytes, 0, this.used);
	}

	clear(): void {
		// The room of an unusually large text is given back.
		if (this.bytes.length > 1_048_576) this.bytes = Buffer.allocUnsafe(4096);
		this.used = 0;
	}

	private grow(needed: number): void {
		if (needed <= this.bytes.length) return;
		const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
		this.bytes.copy(larger, 0, 0, this.used);
		this.bytes = larger;
	}
}
