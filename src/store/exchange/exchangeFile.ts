import * as l10n from '@vscode/l10n';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { HumanError } from '../../base/errors';
import type { CaptureAbout } from '../file/captureFile';
import { isSameFile } from '../file/sameFile';
import { cannotWrite } from '../file/writeFailure';
import { WorkerThread } from '../workerThread';
import type {
	ExchangeProgress,
	ExchangeQuestions,
	ExportReport,
	ImportOrder,
} from './exchangeMessages';
import type { ExportOrder } from './exchangeMessages';

export interface ExchangeOptions {
	/** Told of how much of how much is done, a few times a second. */
	readonly onProgress?: (done: number, total: number) => void;
	/** Ends the work early: nothing is left of it then. */
	readonly signal?: AbortSignal;
}

/**
 * Writes a capture to a file, in a thread of its own. It replaces what is there, as a whole.
 * @returns `undefined` if it was ended early.
 * @throws HumanError if it cannot be written.
 */
export async function exportFile(
	workerPath: string,
	order: Omit<ExportOrder, 'to'>,
	options: ExchangeOptions = {},
): Promise<ExportReport | undefined> {
	const { from, target } = order;
	if (isSameFile(from, target)) {
		throw new HumanError(l10n.t`${target} is the capture itself. Choose another file.`);
	}
	// Beside it, so that it can take its place at once.
	const part = `${target}.${randomUUID().slice(0, 8)}.part`;
	try {
		const report = await inThread(workerPath, 'export', { ...order, to: part }, options);
		if (report !== undefined) await rename(part, target);
		return report;
	} catch (error) {
		throw error instanceof HumanError ? error : cannotWrite(target, error);
	} finally {
		await rm(part, { force: true }).catch(() => {});
	}
}

/**
 * Makes a capture of a file, in a thread of its own.
 * @returns `undefined` if it was ended early.
 * @throws HumanError if the file cannot be read, or its capture not be made.
 */
export async function importFile(
	workerPath: string,
	order: ImportOrder,
	options: ExchangeOptions = {},
): Promise<CaptureAbout | undefined> {
	let about: CaptureAbout | undefined;
	try {
		about = await inThread(workerPath, 'import', order, options);
		return about;
	} finally {
		if (about === undefined) {
			const suffixes = ['', '-wal', '-shm'];
			await Promise.all(suffixes.map(suffix => rm(`${order.to}${suffix}`, { force: true })));
		}
	}
}

async function inThread<T extends keyof ExchangeQuestions>(
	workerPath: string,
	about: T,
	order: ExchangeQuestions[T]['question']['order'],
	{ onProgress, signal }: ExchangeOptions,
): Promise<ExchangeQuestions[T]['answer'] | undefined> {
	const isEnded = () => signal?.aborted === true;
	if (isEnded()) return undefined;
	const thread = new WorkerThread<ExchangeQuestions, ExchangeProgress>(
		workerPath,
		({ done, total }) => onProgress?.(done, total),
	);
	const end = () => void thread.terminate();
	signal?.addEventListener('abort', end);
	try {
		return await thread.ask(about, { order } as ExchangeQuestions[T]['question']);
	} catch (error) {
		if (isEnded()) return undefined;
		throw error;
	} finally {
		signal?.removeEventListener('abort', end);
		await thread.terminate();
	}
}
