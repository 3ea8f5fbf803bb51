import * as l10n from '@vscode/l10n';
import { fieldValue } from './fieldValue';

/**
 * Why `lastEventId` cannot be sent, as the end of a sentence; `undefined` if it can.
 * RFC 9110, 5.5: a field value has no control characters but HTAB.
 */
export function unsendableReason(lastEventId: string): string | undefined {
	const found = /[\u0000-\u0008\u000a-\u001f\u007f]/.exec(lastEventId)?.[0];
	if (found !== undefined) {
		const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
		return l10n.t`it contains the control character U+${code}, which HTTP cannot carry`;
	}
	return lastEventId !== '' && fieldValue(lastEventId) === ''
		? l10n.t('it is nothing but spaces, which HTTP does not carry')
		: undefined;
}
