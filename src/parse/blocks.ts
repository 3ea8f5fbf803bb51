import { BlockBuffer, defaultMaxBlockBytes } from './blockBuffer';

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;

/** A run of lines up to and with the blank line that ends it, or a comment line of its own. */
export interface Block {
	/** A view, good until the call returns; of a cut block, the part that is kept. */
	readonly bytes: Uint8Array;
	/** Where it begins, counted from the first byte of the body. */
	readonly offset: number;
	/** Bytes on the wire. */
	readonly size: number;
	/** Bytes of it that are not in `bytes`; 0 unless it was oversized. */
	readonly cutBytes: number;
}

export interface BlockSink {
	/**
	 * Asked at the beginning of each block that begins within a chunk: whether it reads, from `start` on, all
	 * of a block straight from the chunk, as something that is no comment and has at most `maxBytes`.
	 * @param offset where the block begins, counted from the first byte of the body.
	 * @returns the index after its blank line; 0 to be given the block by `block`.
	 */
	readPlain(chunk: Uint8Array, start: number, offset: number, maxBytes: number): number;
	block(block: Block): void;
	/** One byte more, which came too late, belongs to the line end of the latest block. */
	extendLatest(): void;
	/** What was left when the body ended; its last line may have no line end. */
	rest(block: Block): void;
}

/**
 * Finds the blocks of an event stream in chunks of bytes, however they are cut. Memory is bounded
 * by `maxBlockBytes`, whatever the stream does.
 *
 * [spec] "end-of-line = ( cr lf / cr / lf )". A CR at the end of a chunk ends its line at once, as
 * an LF may never come; if one does, it is the rest of the same line end.
 *
 * A comment at the beginning of a block is a block of its own, with the blank line after it if
 * there is one: heartbeats are often sent without, and have to be seen when they come, not when
 * the next event does.
 */
export class BlockScanner {
	/** The part of the current block that came in earlier chunks. */
	private readonly buffer: BlockBuffer;
	/** Bytes taken before the current chunk. */
	private position = 0;
	/** Where the current block begins. */
	private blockStart = 0;
	/** The current block has a line already. */
	private hasLines = false;
	/** Nothing of the current line has come yet. */
	private atLineStart = true;
	/** The current line is a comment, and the first of its block. */
	private inLeadingComment = false;
	/** The last chunk ended with a CR that ended a line. */
	private afterCR = false;
	/** What came last is the end of a block that was emitted… */
	private touchesLatest = false;
	/** …and that block is a comment, to which a blank line still belongs. */
	private afterComment = false;

	constructor(
		private readonly sink: BlockSink,
		private readonly maxBlockBytes = defaultMaxBlockBytes,
	) {
		this.buffer = new BlockBuffer(maxBlockBytes);
	}

	write(chunk: Uint8Array): void {
		if (chunk.length === 0) return;
		let at = this.afterCR && chunk[0] === LF ? 1 : 0;
		let start = 0; // of the current block's part in this chunk
		if (at === 1 && !this.hasLines) start = this.lateLineFeed();
		this.afterCR = false;

		for (;;) {
			// What came before it in the chunk is out, and nothing of it came in an earlier chunk.
			if (at === start && this.atLineStart && this.buffer.length === 0 && at < chunk.length) {
				const end = this.readPlain(chunk, at);
				if (end > 0) {
					at = start = end;
					continue;
				}
			}
			// A plain loop: for the short lines of a stream, a call of `indexOf` each costs four times this.
			let end = at;
			while (end < chunk.length && chunk[end] !== LF && chunk[end] !== CR) end++;
			if (end === chunk.length) break;
			const isBlank = this.atLineStart && end === at;
			if (this.atLineStart && !isBlank) this.beginLine(chunk[at]!);
			let next = this.afterLineEnd(chunk, end);
			// [spec] "If the line is empty (a blank line): Dispatch the event, as defined below."
			if (isBlank) {
				if (this.hasLines) this.emit(chunk, start, next);
				else this.strayBlankLine(at, next);
				start = next;
			} else if (this.inLeadingComment) {
				const hasBlank = chunk[next] === LF || chunk[next] === CR;
				if (hasBlank) next = this.afterLineEnd(chunk, next);
				this.emit(chunk, start, next);
				this.afterComment = !hasBlank;
				start = next;
			} else {
				this.hasLines = true;
			}
			this.atLineStart = true;
			at = next;
		}
		if (at < chunk.length && this.atLineStart) this.beginLine(chunk[at]!);
		if (start < chunk.length) this.buffer.append(chunk.subarray(start));
		this.position += chunk.length;
	}

	/** The body has ended. */
	end(): void {
		const size = this.position - this.blockStart;
		if (size === 0) return;
		const { cutBytes } = this.buffer;
		this.sink.rest({ bytes: this.buffer.view(), offset: this.blockStart, size, cutBytes });
		this.buffer.clear();
		this.blockStart = this.position;
	}

	private readPlain(chunk: Uint8Array, at: number): number {
		const end = this.sink.readPlain(chunk, at, this.blockStart, this.maxBlockBytes);
		if (end === 0) return 0;
		this.blockStart = this.position + end;
		this.touchesLatest = true;
		this.afterComment = false;
		return end;
	}

	/** The index after the line end at `end`. */
	private afterLineEnd(chunk: Uint8Array, end: number): number {
		if (chunk[end] === LF) return end + 1;
		if (end + 1 === chunk.length) this.afterCR = true;
		return chunk[end + 1] === LF ? end + 2 : end + 1;
	}

	private beginLine(first: number): void {
		this.atLineStart = false;
		this.touchesLatest = false;
		this.afterComment = false;
		this.inLeadingComment = first === COLON && !this.hasLines;
	}

	/** An LF at the start of a chunk whose CR ended a block, or was a blank line between blocks. */
	private lateLineFeed(): number {
		if (this.touchesLatest) this.sink.extendLatest();
		this.blockStart = this.position + 1;
		return 1;
	}

	private strayBlankLine(at: number, next: number): void {
		if (this.afterComment) for (let i = at; i < next; i++) this.sink.extendLatest();
		else this.touchesLatest = false;
		this.afterComment = false;
		this.blockStart = this.position + next;
	}

	private emit(chunk: Uint8Array, start: number, next: number): void {
		const size = this.position + next - this.blockStart;
		let bytes = chunk.subarray(start, next);
		if (this.buffer.length > 0 || size > this.maxBlockBytes) {
			this.buffer.append(bytes);
			bytes = this.buffer.view();
		}
		const { cutBytes } = this.buffer;
		this.sink.block({ bytes, offset: this.blockStart, size, cutBytes });
		this.buffer.clear();
		this.blockStart = this.position + next;
		this.hasLines = false;
		this.inLeadingComment = false;
		this.touchesLatest = true;
	}
}
