/** Bytes by their lower case in ASCII; others stay. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) =>
	byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/**
 * Finds text in UTF-8 bytes, in any case as far as its letters are ASCII. What is found so is where the text
 * stands, since no byte of a longer character is like that of another one.
 *
 * Entries lie side by side in a page, and most have no match: it looks for the next match in all of the
 * bytes, and remembers where that is, so that most questions are answered by a comparison.
 */
export class ByteSearch {
	private readonly needle: Buffer;
	/** How far to go on, by the byte where the last one of the text would be. */
	private readonly steps: Uint32Array;
	/** It has no letters: Node's own search does. */
	private readonly isNative: boolean;
	private bytes: Buffer | undefined;
	/** From where on there is no match before the next one. */
	private searchedFrom = 0;
	private next = -1;

	/** @param text not empty. */
	constructor(text: string) {
		this.isNative = !/[a-z]/i.test(text);
		this.needle = Buffer.from(Buffer.from(text).map(byte => lowerCase[byte]!));
		const { length } = this.needle;
		this.steps = new Uint32Array(256).fill(length);
		for (let i = 0; i < length - 1; i++) {
			const byte = this.needle[i]!;
			this.steps[byte] = length - 1 - i;
			if (byte >= 0x61 && byte <= 0x7a) this.steps[byte - 0x20] = length - 1 - i;
		}
	}

	/** Whether it is in the bytes from `from` to `to`. What is before `from` is best asked about before. */
	isIn(bytes: Buffer, from: number, to: number): boolean {
		const isKnown =
			bytes === this.bytes && from >= this.searchedFrom && (this.next === -1 || this.next >= from);
		if (!isKnown) {
			this.bytes = bytes;
			this.searchedFrom = from;
			this.next = this.isNative ? bytes.indexOf(this.needle, from) : this.find(bytes, from);
		}
		return this.next !== -1 && this.next + this.needle.length <= to;
	}

	/** Where the next match is, as Horspool's algorithm finds it; -1 if there is none. */
	private find(bytes: Uint8Array, from: number): number {
		const { needle, steps } = this;
		const last = needle.length - 1;
		const lastByte = needle[last]!;
		const end = bytes.length;
		for (let at = from + last; at < end;) {
			const byte = bytes[at]!;
			if (lowerCase[byte] === lastByte) {
				let i = last - 1;
				while (i >= 0 && lowerCase[bytes[at - last + i]!] === needle[i]) i--;
				if (i < 0) return at - last;
			}
			at += steps[byte]!;
		}
		return -1;
	}
}
