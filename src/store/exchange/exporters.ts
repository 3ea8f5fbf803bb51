import { HumanError } from '../../base/errors';
import { CaptureReader } from '../captureReader';
import { cannotWrite } from '../file/writeFailure';
import { writeCsv } from './csv/writeCsv';
import type { ExchangeFormat } from './exchangeFormats';
import { ExportSource } from './exportSource';
import { FileOutput } from './fileOutput';
import { writeHar } from './har/writeHar';
import { writeJsonl } from './jsonl/writeJsonl';
import { RedactionTally } from './redactionTally';
import { writeSse } from './sse/writeSse';
import type { ExportOrder, ExportReport } from './exchangeMessages';

type Writer = (source: ExportSource, output: FileOutput) => void;

/** What writes each format. The capture itself is copied as a whole. */
const writers: Readonly<Record<Exclude<ExchangeFormat, 'sqlite'>, Writer>> = {
	jsonl: writeJsonl,
	sse: writeSse,
	har: writeHar,
	csv: writeCsv,
};

/** The connection's own entries are in these; the others have neither headers nor URLs. */
const formatsWithDetails: ReadonlySet<ExchangeFormat> = new Set(['sqlite', 'jsonl', 'har']);

/**
 * Writes what is in a capture now. Takes long: to be used within a worker of its own.
 * @param onProgress told of how many entries of how many are done, now and then.
 * @throws HumanError
 */
export function writeExport(
	order: ExportOrder,
	onProgress: (done: number, total: number) => void,
): ExportReport {
	try {
		return write(order, onProgress);
	} catch (error) {
		throw error instanceof HumanError ? error : cannotWrite(order.target, error);
	}
}

function write(
	{ from, to, format, seqs }: ExportOrder,
	onProgress: (done: number, total: number) => void,
): ExportReport {
	if (format === 'sqlite') return copyCapture(from, to);
	const tally = new RedactionTally();
	const source = new ExportSource(from, seqs, (entry, done) => {
		if (formatsWithDetails.has(format)) tally.note(entry);
		onProgress(done, source.count);
	});
	try {
		const output = new FileOutput(to);
		try {
			writers[format](source, output);
		} finally {
			output.close();
		}
		return { entries: source.count, ...tally.report };
	} finally {
		source.close();
	}
}

function copyCapture(from: string, to: string): ExportReport {
	const reader = new CaptureReader(from);
	try {
		const { kept } = reader.summary().progress;
		reader.copyTo(to);
		return { entries: kept, redactedHeaders: [], hasRedactedUrl: false };
	} finally {
		reader.close();
	}
}
