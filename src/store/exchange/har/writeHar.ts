import type { Entry } from '../../../domain/entry';
import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';
import { attemptRuns, type AttemptRun } from './attemptFacts';
import { harEntry, harRedirect, ownField } from './harEntry';
import { harMessage } from './harMessage';

/** Of our part of the file. */
const ownVersion = '1';

/**
 * An HTTP Archive 1.2 that Chrome DevTools imports: an entry an attempt, with its events. All that is
 * no event stands in a part of our own, so that nothing is lost.
 */
export function writeHar(source: ExportSource, output: FileOutput): void {
	const creator = JSON.stringify({ name: 'Event Stream Inspector', version: ownVersion });
	const { name } = source.about;
	const own = JSON.stringify({ version: ownVersion, name });
	output.write(`{"log":{"version":"1.2","creator":${creator},"${ownField}":${own},"pages":[],`);
	output.write('"entries":[');
	let separator = '\n';
	for (const run of attemptRuns(source)) {
		if (!hasAny(source, run)) continue;
		for (const hop of run.details.hops ?? []) {
			output.write(separator + JSON.stringify(harRedirect(run, hop)));
			separator = ',\n';
		}
		output.write(separator);
		writeAttempt(source, run, output);
		separator = ',\n';
	}
	output.write('\n]}}\n');
}

/** Of a selection there may be none. */
function hasAny(source: ExportSource, { from, to }: AttemptRun): boolean {
	return source.entries(from, to)[Symbol.iterator]().next().done !== true;
}

/** Twice through its entries: there may be too many of either sort to keep them meanwhile. */
function writeAttempt(source: ExportSource, run: AttemptRun, output: FileOutput): void {
	const facts = JSON.stringify(harEntry(run, source.about));
	output.write(`${facts.slice(0, -1)},"_eventSourceMessages":[`);
	writeList(source, run, output, entry =>
		entry.kind === 'event' ? JSON.stringify(harMessage(entry)) : undefined,
	);
	output.write(`],"${ownField}":{"version":"${ownVersion}","entries":[`);
	writeList(source, run, output, entry =>
		entry.kind === 'event' ? undefined : JSON.stringify(entry),
	);
	output.write(']}}');
}

function writeList(
	source: ExportSource,
	{ from, to }: AttemptRun,
	output: FileOutput,
	toText: (entry: Entry) => string | undefined,
): void {
	let separator = '\n';
	for (const entry of source.entries(from, to)) {
		const text = toText(entry);
		if (text === undefined) continue;
		output.write(separator + text);
		separator = ',\n';
	}
}
