import type { Delta } from './delta';
import { paceOf, type Pace } from './pace';
import type { Reading } from './recognise';
import { merged } from './usage';

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
	/** That what comes may go on with it. */
	readonly isOpen: boolean;
	/** How fast it came, as far as it is told. */
	readonly pace: Pace;
}

/** UTF-16 units of text that are told on each side. */
const maxSideLength = 100_000;
/** Events that are looked at on each side. */
export const maxSideEvents = 5000;

/** UTF-16 units of data that are read on each side. */
const maxRead = 20_000_000;

/** The data of an event, and when it came: ms since the epoch. */
export interface TimedData {
	readonly data: string;
	readonly time: number;
}

/** The events of an attempt that come before or after an event, the nearest first. */
export interface Neighbours {
	before(): Iterable<TimedData>;
	after(): Iterable<TimedData>;
	/** When the attempt began, as far as that is known: ms since the epoch. */
	requestTime?(): number | undefined;
}

/** The text that the event is a part of; `undefined` if it has none. */
export function textAround(
	{ data, time }: TimedData,
	reading: Reading,
	neighbours: Neighbours,
): TextAround | undefined {
	const own = reading.read(data);
	if (own === undefined) return undefined;
	const before = walk(own.isFirst === true, neighbours.before(), reading, own, isOver);
	const after = walk(own.isLast === true, neighbours.after(), reading, own, begins);
	// An event without text of its own is shown with what it ends, or with what it begins.
	const part =
		partOf(own) ??
		before.deltas.map(partOf).find(Boolean) ??
		after.deltas.map(partOf).find(Boolean);
	if (part === undefined) return undefined;
	const all = [...before.deltas.toReversed(), { ...own, time }, ...after.deltas];
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
		isOpen: after.isAtEnd && all.at(-1)?.isLast !== true,
		pace: paceOf({
			pieces: all.map(delta => ({ time: delta.time, text: textOf(delta, part) })),
			response: all.filter(delta => partOf(delta) !== undefined).map(delta => delta.time),
			usage: before.isCut ? {} : merged(all.map(({ usage }) => usage)),
			// What came earlier on the connection was asked for by others, perhaps.
			requestTime: before.isAtEnd ? neighbours.requestTime?.() : undefined,
		}),
	};
}

interface Walk {
	/** The nearest first. */
	readonly deltas: readonly TimedDelta[];
	readonly isCut: boolean;
	/** Nothing is there beyond it. */
	readonly isAtEnd: boolean;
}

type TimedDelta = Delta & { readonly time: number };

/** What belongs to the response, until `edge` finds its end: whether it does, and whether that is beyond. */
function walk(
	isAtEdge: boolean,
	all: Iterable<TimedData>,
	reading: Reading,
	own: Delta,
	edge: (delta: Delta) => { isIn: boolean; isEdge: boolean },
): Walk {
	const deltas: TimedDelta[] = [];
	let events = 0;
	let length = 0;
	let read = 0;
	let isOnEdge = isAtEdge;
	for (const { data, time } of all) {
		// Something is there beyond the edge.
		if (isOnEdge) return { deltas, isCut: false, isAtEnd: false };
		const delta = reading.read(data);
		const { isIn, isEdge } = delta === undefined ? outside : edge(delta);
		const isOther = delta?.response !== undefined && own.response !== undefined;
		if (isOther && delta.response !== own.response) return { deltas, isCut: false, isAtEnd: false };
		if (delta !== undefined && isIn) deltas.push({ ...delta, time });
		if (isEdge && !isIn) return { deltas, isCut: false, isAtEnd: false };
		isOnEdge = isEdge;
		for (const { text } of delta?.pieces ?? []) length += text.length;
		read += data.length;
		const isEnough = ++events === maxSideEvents || length > maxSideLength || read > maxRead;
		if (isEnough) return { deltas, isCut: true, isAtEnd: false };
	}
	return { deltas, isCut: false, isAtEnd: true };
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
