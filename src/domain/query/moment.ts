/** A time that somebody typed: as long as what it leaves out, `10:30` a whole minute. */
export interface Moment {
	/** Ms since midnight, or since the epoch. */
	readonly type: 'timeOfDay' | 'instant';
	readonly fromMs: number;
	/** Exclusive. */
	readonly toMs: number;
}

const clockPart = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const clockPattern = new RegExp(`^${clockPart}$`);
const datePattern = new RegExp(
	String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${clockPart}\s*(Z|[+-]\d{2}:?\d{2})?)?$`,
	'i',
);

/** A time of the day or a date, ISO 8601, local where it names no zone; `undefined` if it is none. */
export function readMoment(text: string): Moment | undefined {
	const clock = clockPattern.exec(text);
	if (clock !== null) {
		const span = readClock(clock.slice(1));
		return span && { type: 'timeOfDay', ...span };
	}
	const date = datePattern.exec(text);
	if (date === null) return undefined;
	const [year = 0, month = 0, day = 0] = date.slice(1, 4).map(Number);
	const midnight = new Date(Date.UTC(year, month - 1, day));
	if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
	if (date[4] === undefined) {
		return {
			type: 'instant',
			fromMs: new Date(year, month - 1, day).getTime(),
			toMs: new Date(year, month - 1, day + 1).getTime(),
		};
	}
	const span = readClock(date.slice(4, 8));
	if (span === undefined) return undefined;
	const zone = date[8];
	const wholeMs = Math.floor(span.fromMs);
	// As a part of the local date, not added to its midnight: clocks may change in between.
	const fromMs =
		zone === undefined
			? new Date(year, month - 1, day, 0, 0, 0, wholeMs).getTime() + (span.fromMs - wholeMs)
			: midnight.getTime() + span.fromMs - readZone(zone);
	return { type: 'instant', fromMs, toMs: fromMs + (span.toMs - span.fromMs) };
}

function readClock(parts: (string | undefined)[]): { fromMs: number; toMs: number } | undefined {
	const [hours = '', minutes = '', seconds, fraction] = parts;
	if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
	const stepMs =
		seconds === undefined ? 60_000 : fraction === undefined ? 1000 : 10 ** (3 - fraction.length);
	const fromMs =
		Number(hours) * 3_600_000 +
		Number(minutes) * 60_000 +
		Number(seconds ?? 0) * 1000 +
		Number(fraction ?? 0) * stepMs;
	return { fromMs, toMs: fromMs + stepMs };
}

function readZone(zone: string): number {
	if (/^z$/i.test(zone)) return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
	return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
