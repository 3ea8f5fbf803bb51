import { isConnectionKind, type Entry } from '../../../domain/entry';
import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';
import { SelectedBlocks } from './selectedBlocks';
import { StreamRun } from './streamRun';

/**
 * The stream as it came, from one attempt to the next, or the blocks of a selection, so that it can be
 * sent again. What an attempt left unfinished is left out, unless nothing follows: what comes next
 * would be taken for the rest of it.
 */
export function writeSse(source: ExportSource, output: FileOutput): void {
	let run: StreamRun | SelectedBlocks | undefined;
	/** What the attempt left unfinished. */
	let rest: Entry | undefined;
	for (const entry of source.entries()) {
		if (isConnectionKind(entry.kind)) continue;
		if (run === undefined || !run.takes(entry)) {
			run?.end(rest !== undefined);
			rest = undefined;
			run = newRun(source, output, entry);
		}
		if (entry.kind === 'incomplete') rest = entry;
		else run.add(entry);
	}
	if (rest !== undefined) run?.add(rest);
	run?.end(false);
}

/** Of an entry whose bytes are gone a block is made anew, and so of those after it. */
function newRun(source: ExportSource, output: FileOutput, first: Entry) {
	const isWhole = !source.isSelection && source.bytesOf(first) !== undefined;
	return new (isWhole ? StreamRun : SelectedBlocks)(source, output, first);
}
