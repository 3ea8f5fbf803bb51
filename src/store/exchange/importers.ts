import * as l10n from '@vscode/l10n';
import { statSync } from 'node:fs';
import { HumanError } from '../../base/errors';
import type { Entry } from '../../domain/entry';
import type { CaptureAbout } from '../file/captureFile';
import { CaptureBuilder } from './captureBuilder';
import type { ImportFormat } from './exchangeFormats';
import type { ImportOrder } from './exchangeMessages';
import { fileChunks } from './fileChunks';
import { readHar } from './har/readHar';
import { importProblem } from './importProblem';
import type { ImportSource } from './importSource';
import { JsonProblem } from './json/jsonProblem';
import { readJsonl } from './jsonl/readJsonl';
import { importSse } from './sse/importSse';

type Importer = (source: ImportSource, order: ImportOrder) => CaptureAbout;

/** What reads each format. */
const importers: Readonly<Record<ImportFormat, Importer>> = {
	jsonl: (source, order) => buildCapture(readJsonl(source.chunks()), source, order),
	har: (source, order) => buildCapture(readHar(source), source, order),
	sse: importSse,
};

/**
 * Makes a capture of a file. Takes long: to be used within a worker of its own.
 * @param onProgress told of how many bytes of how many are read; each pass begins anew.
 * @throws HumanError that says what is wrong with the file, and where.
 */
export function readImport(
	order: ImportOrder,
	onProgress: (done: number, total: number) => void,
): CaptureAbout {
	const { from, name, format } = order;
	try {
		const modified = statSync(from).mtimeMs;
		const chunks = () => fileChunks(from, onProgress);
		return importers[format]({ name, modified, chunks }, order);
	} catch (error) {
		if (error instanceof HumanError) throw error;
		throw error instanceof JsonProblem
			? importProblem(name, error.line, error.message)
			: cannotRead(name, error);
	}
}

function cannotRead(name: string, error: unknown): HumanError {
	const reason = error instanceof Error ? error.message : String(error);
	return new HumanError(l10n.t`${name} could not be read: ${reason}`, { cause: error });
}

/** The capture is of what the first request asked for. */
function buildCapture(
	entries: Generator<Entry>,
	{ name }: ImportSource,
	{ to }: ImportOrder,
): CaptureAbout {
	const first = entries.next();
	if (first.done === true) {
		throw new HumanError(l10n.t`${name} is empty. There is nothing to import.`);
	}
	const request = first.value.details?.request;
	const builder = new CaptureBuilder(to, {
		name,
		url: request?.url ?? '',
		...(request !== undefined && request.method !== 'GET' && { method: request.method }),
	});
	try {
		builder.add(first.value);
		for (const entry of entries) builder.add(entry);
		return builder.finish();
	} finally {
		builder.close();
	}
}
