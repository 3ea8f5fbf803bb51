const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;

/** More than any event that makes sense, and than those of 14 MB by which clients are tested. */
export const defaultMaxBlockBytes = 16 * 1024 * 1024;

/** A line after the cut is kept if it is not longer than this… */
const maxLateLineBytes = 1024;
/** …and all of them together not than this. */
const maxLateBytes = 64 * 1024;

/** Of a field: `event` and `retry`. */
const longestName = 5;

/**
 * Collects the bytes of one block and bounds them. What comes after the limit is cut off, but for
 * short lines that are no `data`: the `id` after a huge event has to count, or the next connection
 * would resume at the wrong place. The result does not depend on how the bytes were cut in chunks.
 */
export class BlockBuffer {
	private buffer = new Uint8Array(1024);
	private used = 0;
	/** Bytes taken, kept or not. */
	private taken = 0;
	private isCut = false;
	/** CRs and LFs that came last, after the cut. */
	private lineEnds = 0;
	/** The beginning of the current line after the cut; `undefined` while its line is the cut one. */
	private lateLine: number[] | undefined;
	private lateBytes = 0;

	constructor(private readonly maxBytes: number) {}

	/** Bytes taken since the last `clear`, those cut off included. */
	get length(): number {
		return this.taken;
	}

	/** Bytes cut off, the line ends at the very end left out: those say nothing. */
	get cutBytes(): number {
		return Math.max(0, this.taken - this.lineEnds - this.used);
	}

	append(bytes: Uint8Array): void {
		const room = Math.max(0, this.maxBytes - this.taken);
		this.push(bytes.subarray(0, room));
		this.taken += bytes.length;
		if (bytes.length <= room) return;
		if (!this.isCut) {
			this.dropPartialCharacter();
			this.dropPartialName();
		}
		this.isCut = true;
		this.appendLate(bytes.subarray(room));
	}

	/** What was kept: a view, good until the next change. */
	view(): Uint8Array {
		return this.buffer.subarray(0, this.used);
	}

	clear(): void {
		// The room of an unusually large block is given back.
		if (this.buffer.length > 1_048_576) this.buffer = new Uint8Array(1024);
		this.used = 0;
		this.taken = 0;
		this.isCut = false;
		this.lineEnds = 0;
		this.lateLine = undefined;
		this.lateBytes = 0;
	}

	private push(bytes: Uint8Array): void {
		const needed = this.used + bytes.length;
		if (needed > this.buffer.length) {
			// The room doubles, so that drops of one byte stay linear.
			const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
			larger.set(this.buffer.subarray(0, this.used));
			this.buffer = larger;
		}
		this.buffer.set(bytes, this.used);
		this.used = needed;
	}

	/** A character that the cut went through would look like invalid UTF-8. */
	private dropPartialCharacter(): void {
		let start = this.used - 1;
		while (start > this.used - 4 && start > 0 && (this.buffer[start]! & 0xc0) === 0x80) start--;
		const first = this.buffer[start]!;
		const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
		if (start + length > this.used) this.used = start;
	}

	/** A field name that the cut went through would look like an unknown field. */
	private dropPartialName(): void {
		const kept = this.view();
		const lineStart = Math.max(kept.lastIndexOf(LF), kept.lastIndexOf(CR)) + 1;
		if (this.used - lineStart <= longestName && kept.lastIndexOf(COLON) < lineStart) {
			this.used = lineStart;
		}
	}

	private appendLate(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; at++) {
			let end = at;
			while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
			if (end > at) this.lineEnds = 0;
			const isWhole = end < bytes.length;
			if (this.lateLine !== undefined) {
				if (isWhole && this.lateLine.length === 0) this.keepLateLine(bytes.subarray(at, end));
				else if (this.lateLine.length <= maxLateLineBytes) {
					this.lateLine.push(...bytes.subarray(at, Math.min(end, at + maxLateLineBytes + 1)));
					if (isWhole) this.keepLateLine(this.lateLine);
				}
			}
			if (!isWhole) return;
			this.lineEnds++;
			if (this.lateLine?.length !== 0) this.lateLine = [];
			at = end;
		}
	}

	private keepLateLine(line: ArrayLike<number>): void {
		if (line.length === 0 || line.length > maxLateLineBytes) return;
		if (this.lateBytes + line.length > maxLateBytes || isDataLine(line)) return;
		this.lateBytes += line.length;
		const last = this.buffer[this.used - 1];
		// A second line end would be a blank line, and dispatch the event too early.
		if (this.used > 0 && last !== LF && last !== CR) this.push(Uint8Array.of(LF));
		this.push(Uint8Array.from(line));
	}
}

/** `data`, alone or before a colon. */
function isDataLine(line: ArrayLike<number>): boolean {
	const isData = line[0] === 0x64 && line[1] === 0x61 && line[2] === 0x74 && line[3] === 0x61;
	return isData && (line.length === 4 || line[4] === COLON);
}
