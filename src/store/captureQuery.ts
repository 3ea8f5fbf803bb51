import * as l10n from '@vscode/l10n';
import { HumanError } from '../base/errors';
import type { Entry } from '../domain/entry';
import { isEverything, type Query } from '../domain/query/query';
import type { Seqs } from './captureReader';
import type { FilterRun } from './filter/filterRun';
import type { Progress } from './progress';

/** Which of the matching entries to return: at most `limit` (1000 by default) from the one at `offset`. */
export interface Page {
	readonly offset?: number;
	readonly limit?: number;
}

export interface QueryResult {
	/** Matching entries in the capture. */
	readonly total: number;
	readonly entries: Entry[];
}

/** The part of a capture that a query needs. */
export interface QueriedCapture {
	flush(): Promise<Progress>;
	entries(seqs: Seqs): Promise<Entry[]>;
	startFilter(query: Query): FilterRun;
}

/**
 * The entries that match, of all that the capture has taken so far.
 * @throws HumanError if the filter cannot be evaluated, or the page is none.
 */
export async function queryCapture(
	capture: QueriedCapture,
	query: Query,
	{ offset = 0, limit = 1000 }: Page = {},
): Promise<QueryResult> {
	if (!isCount(offset))
		throw new HumanError(l10n.t('The offset must be a whole number from 0 on.'));
	if (!isCount(limit) && limit !== Infinity) {
		throw new HumanError(l10n.t('The limit must be a whole number from 0 on.'));
	}
	const { firstSeq, kept } = await capture.flush();
	if (isEverything(query)) {
		const from = firstSeq + offset;
		const to = Math.min(from + limit, firstSeq + kept) - 1;
		return { total: kept, entries: await capture.entries({ from, to }) };
	}
	const run = capture.startFilter(query);
	try {
		await counted(run);
		const seqs = run.matches.slice(offset, offset + limit);
		return { total: run.matches.length, entries: await capture.entries(seqs) };
	} finally {
		run.dispose();
	}
}

/** A caller of the API may hand in anything. */
function isCount(value: unknown): boolean {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}

function counted(run: FilterRun): Promise<void> {
	return new Promise((resolve, reject) => {
		const settle = () => {
			if (run.error !== undefined) reject(new HumanError(run.error));
			else if (!run.isCounting) resolve();
		};
		run.onDidChange(settle);
		settle();
	});
}

/**
 * The numbers of the entries that match, of all that the capture has taken so far.
 * @throws HumanError if the filter cannot be evaluated.
 */
export async function matchingSeqs(
	capture: Pick<QueriedCapture, 'flush' | 'startFilter'>,
	query: Query,
): Promise<Uint32Array> {
	await capture.flush();
	const run = capture.startFilter(query);
	try {
		await counted(run);
		return Uint32Array.from({ length: run.matches.length }, (_, index) => run.matches.at(index));
	} finally {
		run.dispose();
	}
}
