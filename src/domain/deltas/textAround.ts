import type { Delta } from './delta';
import type { Reading } from './recognise';

/** A text that came in pieces, as seen from one event. */
export interface TextAround {
	/** Names the text: where its pieces stand in the data. */
	readonly part: string;
	/** What came before, what the event itself brought, and what came after it. */
	readonly before: string;
	readonly own: string;
	readonly after: string;
	/** That there is more than is told. */
	readonly isCutBefore: boolean;
	readonly isCutAfter: boolean;
	/** Pieces up to and with the event's own, and all of them, as far as they are told. */
	readonly place: number;
	readonly count: number;
}

/** UTF-16 units of text that are told on each side. */
export const maxSideLength = 100_000;
/** Events that are looked at on each side. */
export const maxSideEvents = 5000;

/** UTF-16 units of data that are read on each side. */
const maxRead = 20_000_000;

/** The data of the events of an attempt that come before or after an event, the nearest first. */
export interface Neighbours {
	before(): Iterable<string>;
	after(): Iterable<string>;
}

/** The text that the event with this data is a part of; `undefined` if it has none. */
export function textAround(
	data: string,
	reading: Reading,
	neighbours: Neighbours,
): TextAround | undefined {
	const own = reading.read(data);
	if (own === undefined) return undefined;
	const before = own.isFirst === true ? none : walk(neighbours.before(), reading, own, isOver);
	const after = own.isLast === true ? none : walk(neighbours.after(), reading, own, begins);
	// An event without text of its own is shown with what it ends, or with what it begins.
	const part =
		partOf(own) ??
		before.deltas.map(partOf).find(Boolean) ??
		after.deltas.map(partOf).find(Boolean);
	if (part === undefined) return undefined;
	const earlier = gather(before, part);
	const later = gather(after, part);
	const text = textOf(own, part);
	const place = earlier.texts.length + (text === '' ? 0 : 1);
	return {
		part,
		before: earlier.texts.reverse().join(''),
		own: text,
		after: later.texts.join(''),
		isCutBefore: earlier.isCut,
		isCutAfter: later.isCut,
		place,
		count: place + later.texts.length,
	};
}

interface Walk {
	/** The nearest first. */
	readonly deltas: readonly Delta[];
	readonly isCut: boolean;
}

const none: Walk = { deltas: [], isCut: false };

/** What belongs to the response, until `edge` finds its end: whether it does, and whether that is beyond. */
function walk(
	all: Iterable<string>,
	reading: Reading,
	own: Delta,
	edge: (delta: Delta) => { isIn: boolean; isEdge: boolean },
): Walk {
	const deltas: Delta[] = [];
	let events = 0;
	let length = 0;
	let read = 0;
	for (const data of all) {
		const delta = reading.read(data);
		const { isIn, isEdge } = delta === undefined ? outside : edge(delta);
		const isOther = delta?.response !== undefined && own.response !== undefined;
		if (isOther && delta.response !== own.response) break;
		if (delta !== undefined && isIn) deltas.push(delta);
		if (isEdge) break;
		for (const { text } of delta?.pieces ?? []) length += text.length;
		read += data.length;
		const isEnough = ++events === maxSideEvents || length > maxSideLength || read > maxRead;
		if (isEnough) return { deltas, isCut: true };
	}
	return { deltas, isCut: false };
}

const outside = { isIn: false, isEdge: false };

/** Backwards: the response begins with its first event, or after the last one of another. */
function isOver({ isFirst = false, isLast = false }: Delta) {
	return { isIn: !isLast, isEdge: isFirst || isLast };
}

/** Onwards: it ends with its last event, or before the first one of another. */
function begins({ isFirst = false, isLast = false }: Delta) {
	return { isIn: !isFirst, isEdge: isFirst || isLast };
}

function partOf({ pieces }: Delta): string | undefined {
	return (pieces.find(({ text }) => text !== '') ?? pieces[0])?.part;
}

function textOf({ pieces }: Delta, part: string): string {
	return pieces
		.filter(piece => piece.part === part)
		.map(({ text }) => text)
		.join('');
}

/** The texts of one part, a bounded length of them. */
function gather({ deltas, isCut }: Walk, part: string): { texts: string[]; isCut: boolean } {
	const texts = deltas.map(delta => textOf(delta, part)).filter(text => text !== '');
	return { texts, isCut };
}
