import { isAscii } from 'node:buffer';

/** A string that is much larger lies outside of the memory that V8 uses over and over. */
const maxBytes = 32_768;
const minBytes = 256;

/**
 * Decodes texts that lie side by side. While those that are asked for are close to each other, many are
 * decoded at once: a part of a string costs a fifth of decoding bytes.
 */
export class TextWindow {
	private from = 0;
	private to = 0;
	/** The text in the window; absent where its bytes are no ASCII, so that places in it are others. */
	private ascii: string | undefined;
	private sizeBytes = minBytes;

	constructor(private readonly bytes: Buffer) {}

	/**
	 * The text from one byte to another.
	 * @param start Where what belongs to it begins, which will be asked for as well.
	 */
	text(from: number, to: number, start: number): string {
		if (from < this.from || to > this.to) this.move(Math.min(from, start), to);
		return (
			this.ascii?.substring(from - this.from, to - this.from) ??
			this.bytes.toString('utf8', from, to)
		);
	}

	private move(from: number, to: number): void {
		const isClose = from >= this.from && from < this.to + this.sizeBytes;
		this.sizeBytes = isClose ? Math.min(maxBytes, this.sizeBytes * 2) : minBytes;
		this.from = from;
		this.to = Math.min(this.bytes.length, Math.max(to, from + this.sizeBytes));
		const isPlain = isAscii(this.bytes.subarray(this.from, this.to));
		this.ascii = isPlain ? this.bytes.toString('latin1', this.from, this.to) : undefined;
	}
}
