import { isConnectionKind } from '../../domain/entry';
import { countText, durationText, sizeText } from '../../domain/words';
import type { EntryInFull } from '../entryInFull';
import { words as allWords } from './words';

/** A line of the properties. */
export type Property = {
	readonly name: string;
	/** The value is our word for that there is none. */
	readonly isAbsent?: boolean;
} & (
	| { readonly value: string }
	/** Ms since the epoch; how it is written depends on where it is read. */
	| { readonly time: number }
);

const words = allWords.properties;

/** What there is to say about an entry besides its data. */
export function propertiesOf(full: EntryInFull): Property[] {
	const { entry } = full;
	const found: Property[] = [];
	const add = (name: string, value: string | undefined, absent?: string) => {
		if (value !== undefined) found.push({ name, value });
		else if (absent !== undefined) found.push({ name, value: absent, isAbsent: true });
	};
	const isWire = !isConnectionKind(entry.kind);
	if (isWire) {
		if (entry.id === '') add(words.id(), undefined, words.empty());
		else add(words.id(), entry.id, words.notSet());
	}
	add(allWords.lastEventId, entry.lastEventId || undefined, words.none());
	const retry = entry.retry === undefined ? undefined : durationText(entry.retry);
	if (isWire) add(allWords.retry(), retry, words.notSet());
	if (entry.kind === 'event')
		add(words.size(), words.sizes(full.dataSize, entry.size, full.coding));
	else if (isWire) add(words.size(), sizeText(entry.size));
	if (entry.cutBytes !== undefined) add(words.cut(), words.cutBytes(entry.cutBytes));
	if (entry.kind === 'event') add(words.gap(), gapText(entry.gap), words.first());
	add(words.attempt(), countText(entry.attempt));
	if (isWire) addWire(full, add);
	else addReceived(full, add);
	found.push({ name: words.arrived(), time: entry.time });
	if (entry.note !== undefined) add(words.note(), entry.note);
	return found;
}

/** The same in a few words. */
export function summaryOf({ entry }: EntryInFull): string {
	if (isConnectionKind(entry.kind)) return words.summary.attempt(entry.attempt);
	const parts = [entry.id ? words.summary.id(entry.id) : undefined, sizeText(entry.size)];
	return [...parts, gapText(entry.gap)].filter(part => part !== undefined).join(' · ');
}

function addWire({ entry, wire }: EntryInFull, add: (name: string, value: string) => void): void {
	const first = wire?.chunks[0]?.chunk ?? entry.chunk;
	const last = Math.max(wire?.chunks.at(-1)?.chunk ?? 0, entry.chunk ?? 0);
	if (first !== undefined) {
		if (first === last) add(words.chunk(), countText(first));
		else add(words.chunks(), (last === first + 1 ? words.and : words.to)(first, last));
	}
	if (wire !== undefined && wire.length > 0) {
		add(words.bytes(), words.to(wire.offset, wire.offset + wire.length - 1));
	}
}

/** How much the attempt has brought, as far as it is in the capture. */
function addReceived(
	{ wire, received, coding }: EntryInFull,
	add: (name: string, value: string) => void,
): void {
	if (wire === undefined) return;
	const sizes =
		received === undefined
			? words.receivedSizes(wire.length)
			: words.receivedSizes(received.length, coding, wire.length);
	add(words.received(), sizes);
}

function gapText(gap: number | undefined): string | undefined {
	return gap === undefined ? undefined : durationText(gap);
}
