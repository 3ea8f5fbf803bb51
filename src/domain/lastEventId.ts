import * as l10n from '@vscode/l10n';
/**
 * Why `lastEventId` cannot be sent, as the end of a sentence; `undefined` if it can.
 * RFC 9110, 5.5: a field value has no control characters but HTAB.
 */
export function unsendableReason(lastEventId: string): string | undefined {
	const isControl = (char: string) => (char < ' ' && char !== '\t') || char === '\u007f';
	const found = lastEventId.split('').find(isControl);
	if (found === undefined) return undefined;
	const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	return l10n.t`it contains the control character U+${code}, which HTTP cannot carry`;
}
