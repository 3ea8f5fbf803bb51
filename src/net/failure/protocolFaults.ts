import * as l10n from '@vscode/l10n';
import type { Readable, Writable } from 'node:stream';
import { assertNever } from '../../base/assertNever';
import type { FailureReport } from '../../domain/failure';
import { countText } from '../../domain/words';
import type { AttemptFailure } from './attemptFailure';

/** What an answer does that is HTTP line by line, and none as a whole. */
export type ProtocolFault =
	/** Provisional answers (1xx) without end. */
	| 'interim-flood'
	/** More came after what its head had announced, or after its last chunk. */
	| 'overrun';

/** A fault that Node lets pass, or tells in words for its own use. */
export class ProtocolError extends Error {
	constructor(
		readonly fault: ProtocolFault,
		options?: { cause?: unknown },
	) {
		super(fault, options);
		this.name = 'ProtocolError';
	}
}

/** Servers send one or two of them; some send one again and again to say that they are at work. */
const maxInterimAnswers = 1000;

/** Ends a request whose server sends provisional answers only; `event` tells of each of them. */
export function boundInterimAnswers(sent: Readable | Writable, event: string): void {
	let count = 0;
	sent.on(event, () => {
		if (++count > maxInterimAnswers) sent.destroy(new ProtocolError('interim-flood'));
	});
}

/** The fault behind an error that came although the answer is complete; `undefined` if it does not matter. */
export function overrunOf(error: unknown): ProtocolError | undefined {
	const isOfParser =
		error instanceof Error && 'code' in error && String(error.code).startsWith('HPE_');
	return isOfParser ? new ProtocolError('overrun', { cause: error }) : undefined;
}

/** Puts it in words; `peer` is `address:port`. */
export function protocolFailure({ fault }: ProtocolError, peer: string): AttemptFailure {
	const failure = (words: string, report: Omit<FailureReport, 'type' | 'isFinal'>) => ({
		words,
		report: { type: 'protocol' as const, isFinal: false, ...report },
	});
	switch (fault) {
		case 'interim-flood': {
			const count = countText(maxInterimAnswers);
			return failure(l10n.t`more than ${count} provisional answers from ${peer}`, {
				title: l10n.t`${peer} sent more than ${count} provisional answers, and none that counts`,
				advice: l10n.t('Look at the server, or at the proxy before it.'),
				explanation: l10n.t(
					'An answer with a status of 1xx says that another one follows. It never came.',
				),
			});
		}
		case 'overrun':
			return failure(l10n.t('the answer went on after its end'), {
				title: l10n.t('The server sent more after the end of the answer'),
				advice: l10n.t('Let it send no Content-Length with a stream, and close what it ends.'),
				explanation: l10n.t(
					'The answer ends where its Content-Length or its last chunk says. What came after that belongs to no answer, and is not read.',
				),
			});
		default:
			return assertNever(fault);
	}
}
