import * as l10n from '@vscode/l10n';
import { assertNever } from '../../base/assertNever';
import { causeChain } from '../../base/errors';
import type { FailureReport } from '../../domain/failure';
import { countText, sizeText } from '../../domain/words';
import { staysClosed, type AttemptFailure } from './attemptFailure';

/** What is wrong with a coded body. */
export type CodingFault =
	/** The body is complete, its coding is not. */
	| { readonly type: 'truncated' }
	| { readonly type: 'corrupt' }
	/** The coded data is complete, and more follows. */
	| { readonly type: 'surplus' }
	/** It grew beyond all measure. */
	| { readonly type: 'bomb'; readonly codedBytes: number; readonly decodedBytes: number };

/** A body that cannot be decoded any further. */
export class CodingError extends Error {
	constructor(
		/** For example `gzip`. */
		readonly coding: string,
		readonly fault: CodingFault,
		options?: { cause?: unknown },
	) {
		super(`${coding}: ${fault.type}`, options);
		this.name = 'CodingError';
	}
}

/** How many times larger than it came a body may become, once it is large: text as repetitive as a log becomes 50 times. */
export const maxExpansion = 250;

/** Puts it in words. */
export function codingFailure({ coding, fault, cause }: CodingError): AttemptFailure {
	const advice = l10n.t('Look at what compresses the answer: the server, or a proxy before it.');
	const code = cause instanceof Error && 'code' in cause ? { code: String(cause.code) } : {};
	const failure = (words: string, report: Omit<FailureReport, 'type' | 'isFinal'>) => ({
		words,
		report: { type: 'protocol' as const, ...code, isFinal: false, ...report },
	});
	switch (fault.type) {
		case 'truncated':
			return failure(l10n.t`the answer ended before its ${coding} coding did`, {
				title: l10n.t`The answer ended before its ${coding} coding did`,
				advice,
				explanation: l10n.t(
					'The answer itself is complete, but what it was compressed to is not, so something may be missing.',
				),
			});
		case 'corrupt':
			return failure(l10n.t`the answer is not valid ${coding}`, {
				title: l10n.t`The answer stopped being valid ${coding}`,
				advice,
				explanation: l10n.t`What could be decoded before is kept. The reason given is “${causeChain(cause).join(': ')}”.`,
			});
		case 'surplus':
			return failure(l10n.t`the answer went on after the end of its ${coding} coding`, {
				title: l10n.t`The answer went on after the end of its ${coding} coding`,
				advice,
				explanation: l10n.t(
					'What came after that end cannot be read, and a browser would drop it in silence.',
				),
			});
		case 'bomb': {
			const { codedBytes, decodedBytes } = fault;
			const sizes = l10n.t`${sizeText(codedBytes)} became ${sizeText(decodedBytes)}`;
			const { words, report } = failure(l10n.t`decompression bomb: ${sizes}`, {
				title: l10n.t`The answer grew to more than ${countText(maxExpansion)} times what was sent`,
				advice: l10n.t(
					'Check that the server can be trusted. If it can, switch compression off for this path.',
				),
				explanation: l10n.t`${sizes}, as when someone tries to fill a computer’s memory or disk. After that ${staysClosed()}`,
			});
			return { words, report: { ...report, isFinal: true } };
		}
		default:
			return assertNever(fault);
	}
}
