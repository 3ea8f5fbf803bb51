import type { Entry } from '../../../domain/entry';
import { damaged } from '../../file/captureFile';
import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';
import { withoutBom } from './withoutBom';

const pieceBytes = 1_048_576;
/** More blank lines than that at the end of a body are left out. */
const maxBlankBytes = 8192;

/** The bytes of an attempt from its first entry to its last, those between blocks included. */
export class StreamRun {
	private readonly attempt: number;
	private from: number;
	private to: number;
	/** How far they are written; absent before the first. */
	private writtenTo: number | undefined;

	constructor(
		private readonly source: ExportSource,
		private readonly output: FileOutput,
		{ attempt, offset = 0 }: Entry,
	) {
		this.attempt = attempt;
		const start = source.bodyOf(attempt)?.offset ?? offset;
		this.from = source.bytesAt(start, 1) === undefined ? offset : start;
		this.to = this.from;
	}

	/** Whether the entry is of the same attempt. */
	takes({ attempt }: Entry): boolean {
		return attempt === this.attempt;
	}

	add({ kind, offset = 0, size }: Entry): void {
		// A comment within a block comes before the event that the block is.
		if (this.writtenTo === undefined) this.from = Math.min(this.from, offset);
		this.to = Math.max(this.to, offset + size);
		if (kind !== 'comment' && kind !== 'ignored') this.write(pieceBytes);
	}

	/** @param isCutShort what the attempt left unfinished is left out. */
	end(isCutShort: boolean): void {
		if (!isCutShort) this.addBlankLines();
		this.write(1);
	}

	private addBlankLines(): void {
		const rest = (this.source.bodyOf(this.attempt)?.end ?? this.to) - this.to;
		if (rest <= 0 || rest > maxBlankBytes) return;
		const bytes = this.source.bytesAt(this.to, rest);
		if (bytes?.every(byte => byte === 0x0a || byte === 0x0d) === true) this.to += rest;
	}

	/** Writes what there is, if it is so many bytes. */
	private write(minBytes: number): void {
		for (;;) {
			const at = this.writtenTo ?? this.from;
			if (this.to - at < minBytes) return;
			const bytes = this.source.bytesAt(at, Math.min(pieceBytes, this.to - at));
			if (bytes === undefined) throw damaged(this.source.file);
			this.output.write(withoutBom(bytes, at, this.attempt, this.source, this.output));
			this.writtenTo = at + bytes.length;
		}
	}
}
