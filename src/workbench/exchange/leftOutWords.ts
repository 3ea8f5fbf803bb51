import * as vscode from 'vscode';
import type { ExchangeFormat } from '../../store/exchange/exchangeFormats';
import type { LeftOut } from '../../store/exchange/exchangeMessages';

/** Which secrets are not in what was written; `undefined` if there was none to leave out. */
export function leftOutWords(
	{ redactedHeaders, hasRedactedUrl }: LeftOut,
	format: ExchangeFormat,
): string | undefined {
	const { l10n } = vscode;
	if (format === 'sqlite') {
		return l10n.t('Secrets and cookies are not in it; what the stream sent is, as it came.');
	}
	const names = redactedHeaders.join(', ');
	if (redactedHeaders.length > 0 && hasRedactedUrl) {
		return l10n.t('Left out: the values of {0}, and secrets in URLs.', names);
	}
	if (redactedHeaders.length > 0) return l10n.t('Left out: the values of {0}.', names);
	return hasRedactedUrl ? l10n.t('Left out: secrets in URLs.') : undefined;
}
