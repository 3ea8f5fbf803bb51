import * as l10n from '@vscode/l10n';
import { isRecord } from '../../../base/isRecord';
import { redactDetails } from '../../../domain/detailsRedaction';
import { entryKinds, type Entry, type EntryKind } from '../../../domain/entry';
import { soundDetails } from './soundDetails';
import { present, soundCount, soundNumber, soundText } from './sound';

/** The latest time that a `Date` can hold, in ms since the epoch. */
const maxTime = 8.64e15;

/** An entry, or what keeps it from being one, in words. Secrets in it are redacted. */
export function soundEntry(value: unknown): Entry | string {
	if (!isRecord(value)) return l10n.t('this is no entry: an object was expected');
	const { kind } = value;
	if (!entryKinds.some(known => known === kind))
		return l10n.t('this entry has no “kind” that is known');
	const required = {
		seq: soundCount(value.seq, 1),
		time: soundTime(value.time),
		type: soundText(value.type),
		data: soundText(value.data),
		lastEventId: soundText(value.lastEventId),
		size: soundCount(value.size),
		attempt: soundCount(value.attempt),
	};
	const missing = Object.entries(required).find(([, found]) => found === undefined)?.[0];
	if (missing !== undefined)
		return l10n.t`“${missing}” is missing in this entry, or is not what it should be`;
	const details = soundDetails(value.details);
	const { seq, time, type, data, lastEventId, size, attempt } = required as Pick<
		Entry,
		keyof typeof required
	>;
	// In the order in which a capture tells them.
	return {
		seq,
		kind: kind as EntryKind,
		time,
		type,
		data,
		lastEventId,
		size,
		attempt,
		...present({
			id: soundText(value.id),
			retry: soundCount(value.retry),
			gap: soundNumber(value.gap),
			chunk: soundCount(value.chunk),
			offset: soundCount(value.offset),
			note: soundText(value.note),
			cutBytes: soundCount(value.cutBytes),
			details: details && redactDetails(details),
		}),
	};
}

function soundTime(value: unknown): number | undefined {
	const time = soundNumber(value);
	return time !== undefined && Math.abs(time) <= maxTime ? time : undefined;
}
