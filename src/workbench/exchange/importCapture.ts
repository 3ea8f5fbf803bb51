import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { HumanError } from '../../base/errors';
import { sizeText } from '../../domain/words';
import type { CaptureStore } from '../../store/captureStore';
import { exchangeFormats, formatNames, formatOf } from '../../store/exchange/exchangeFormats';
import type { ImportFormat } from '../../store/exchange/exchangeFormats';
import { longWork } from '../longWork';
import { formatWords } from './formatWords';

/** VS Code reads a file of another file system as a whole, into memory. */
const maxRemoteBytes = 64_000_000;

/** The format that a file has to be converted from; `undefined` if it is opened as it is. */
export function importFormatOf(uri: vscode.Uri): ImportFormat | undefined {
	const format = formatOf(uri.path);
	if (format === 'csv') {
		throw new HumanError(
			vscode.l10n.t('A table does not hold all of a capture, so that it cannot be opened here.'),
		);
	}
	return format === 'sqlite' ? undefined : format;
}

/**
 * Makes a capture of a file in another format.
 * @param to a file that does not exist
 * @returns whether it is made: not if the user thought better of it.
 * @throws HumanError that says what is wrong with the file.
 */
export function importCapture(
	store: CaptureStore,
	from: vscode.Uri,
	format: ImportFormat,
	to: string,
	clock: Clock,
): Promise<boolean> {
	const name = basename(from.path);
	const title = vscode.l10n.t('Opening {0}', name);
	return longWork(title, clock, ({ signal, report }) =>
		withLocalFile(from, path => {
			const onProgress = (done: number, total: number) =>
				report(done / Math.max(1, total), `${sizeText(done)} / ${sizeText(total)}`);
			return store.importFile({ from: path, to, format, name }, { signal, onProgress });
		}),
	);
}

/**
 * Runs something with a file of any file system: with a copy of it, unless it is on the disk.
 * @throws HumanError if it is too large to be copied, or cannot be read.
 */
async function withLocalFile<T>(uri: vscode.Uri, run: (path: string) => Promise<T>): Promise<T> {
	if (uri.scheme === 'file') return run(uri.fsPath);
	const folder = await mkdtemp(join(tmpdir(), 'event-stream-copy-'));
	try {
		const copy = join(folder, 'file');
		await writeFile(copy, await readBounded(uri));
		return await run(copy);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * A file of any file system.
 * @throws HumanError if it is too large, or cannot be read.
 */
export async function readBounded(uri: vscode.Uri): Promise<Uint8Array> {
	const name = basename(uri.path);
	const { size } = await vscode.workspace.fs.stat(uri).then(undefined, (error: unknown) => {
		throw unreadable(name, error);
	});
	if (size > maxRemoteBytes) {
		throw new HumanError(
			vscode.l10n.t(
				'{0} has {1}. From this file system {2} can be read; save it to the local disk first.',
				name,
				sizeText(size),
				sizeText(maxRemoteBytes),
			),
		);
	}
	return vscode.workspace.fs.readFile(uri).then(undefined, (error: unknown) => {
		throw unreadable(name, error);
	});
}

/** Asks for a file that can be opened. */
export async function chooseCaptureFile(): Promise<vscode.Uri | undefined> {
	const formats = formatNames.filter(format => exchangeFormats[format].isImported);
	const endings = formats.flatMap(format => [...exchangeFormats[format].endings]);
	const each = formats.map(format => [
		formatWords(format).label,
		[...exchangeFormats[format].endings],
	]);
	const chosen = await vscode.window.showOpenDialog({
		title: vscode.l10n.t('Open Capture'),
		filters: {
			[vscode.l10n.t('All that can be opened')]: endings,
			...(Object.fromEntries(each) as Record<string, string[]>),
		},
	});
	return chosen?.[0];
}

function unreadable(name: string, error: unknown): HumanError {
	const reason = error instanceof Error ? error.message : String(error);
	return new HumanError(vscode.l10n.t('{0} could not be read: {1}', name, reason), {
		cause: error,
	});
}
