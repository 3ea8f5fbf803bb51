import * as l10n from '@vscode/l10n';
import { shortened } from '../domain/words';
import type { FieldLine } from './fieldLines';

/** Why the standard says to ignore a line, in words; `undefined` if it does not. */
export function reasonToIgnore(
	{ field, value }: FieldLine,
	hasOwnFrame: boolean,
): string | undefined {
	switch (field) {
		case undefined:
		case 'data':
			return undefined;
		case 'event':
			// [spec] "If the data buffer is an empty string, set the data buffer and the event type buffer
			// to the empty string and return."
			return hasOwnFrame ? undefined : l10n.t('an event type without data: nothing is dispatched');
		case 'id':
			// [spec] "If the field value does not contain U+0000 NULL, then set the last event ID buffer
			// to the field value. Otherwise, ignore the field."
			return value.includes('\0') ? l10n.t('an ID that contains NUL') : undefined;
		case 'retry':
			// [spec] "If the field value consists of only ASCII digits, then … Otherwise, ignore the field."
			return /^[0-9]+$/.test(value) ? undefined : l10n.t('a reconnection time must be digits only');
		default:
			// [spec] "Otherwise: The field is ignored."
			return l10n.t`unknown field “${shortened(field)}”`;
	}
}
