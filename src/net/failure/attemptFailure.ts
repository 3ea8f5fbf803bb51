import * as l10n from '@vscode/l10n';
import type { FailureReport } from '../../domain/failure';

/** Why an attempt failed: the report, and the short form for its row on the timeline. */
export interface AttemptFailure {
	readonly report: FailureReport;
	/** What happened, without code, address and time, for example `unknown host live.example`. */
	readonly words: string;
	/** `address:port` of the other end, where `words` does not name it. */
	readonly address?: string;
}

/** What must be said after every failure that a client must not answer with another attempt. */
export function staysClosed(): string {
	return l10n.t('a client must not retry by itself, so the stream stays closed until you do.');
}
