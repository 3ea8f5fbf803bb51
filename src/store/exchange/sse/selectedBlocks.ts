import type { Entry } from '../../../domain/entry';
import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';
import { blockText } from './blockText';
import { withoutBom } from './withoutBom';

/** Comments and ignored lines of one block are remembered up to here. */
const maxAsides = 4096;

const LF = 0x0a;
const CR = 0x0d;

/**
 * The blocks of single entries of an attempt. Comments and ignored lines come before the event in
 * whose block they are: they wait, and are not written twice.
 */
export class SelectedBlocks {
	private readonly attempt: number;
	private asides: Entry[] = [];

	constructor(
		private readonly source: ExportSource,
		private readonly output: FileOutput,
		{ attempt }: Entry,
	) {
		this.attempt = attempt;
	}

	/** Whether the entry is of the same attempt. */
	takes({ attempt }: Entry): boolean {
		return attempt === this.attempt;
	}

	add(entry: Entry): void {
		if (entry.kind === 'comment' || entry.kind === 'ignored') {
			if (this.asides.length === maxAsides) this.writeAsides();
			this.asides.push(entry);
			return;
		}
		if (this.source.bytesOf(entry) !== undefined) {
			this.asides = this.asides.filter(aside => !isWithin(aside, entry));
		}
		this.writeAsides();
		this.write(entry);
	}

	end(): void {
		this.writeAsides();
	}

	private writeAsides(): void {
		for (const aside of this.asides) this.write(aside);
		this.asides = [];
	}

	private write(entry: Entry): void {
		const bytes = this.source.bytesOf(entry);
		if (bytes === undefined) {
			this.output.write(blockText(entry));
			return;
		}
		const { attempt, offset = 0, kind } = entry;
		this.output.write(withoutBom(bytes, offset, attempt, this.source, this.output));
		// Without the rest of its block the line would become a part of the next one.
		if (kind === 'ignored' && !endsWithBlankLine(bytes)) this.output.write('\n');
	}
}

function isWithin(inner: Entry, outer: Entry): boolean {
	if (inner.offset === undefined || outer.offset === undefined) return false;
	return inner.offset >= outer.offset && inner.offset + inner.size <= outer.offset + outer.size;
}

function endsWithBlankLine(bytes: Uint8Array): boolean {
	const last = bytes.at(-1);
	if (last === CR) return bytes.at(-2) === CR || bytes.at(-2) === LF;
	const before = bytes.at(-2) === CR ? bytes.at(-3) : bytes.at(-2);
	return last === LF && (before === LF || before === CR);
}
