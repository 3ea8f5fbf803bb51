import { changed, unitsOf } from './units';

/** Times in ms since the epoch. */
export interface TimeRange {
	readonly from: number;
	readonly to: number;
}

/** From here on whole seconds are exact enough. */
const secondsFromMs = 10_000;

/**
 * The filter that asks for entries of a range of time, instead of another range if it asked for one.
 * @param text a valid filter.
 * @param whole the times of all entries: within one day the time of the day says it all.
 */
export function withTimeRange(text: string, range: TimeRange, whole: TimeRange): string {
	const term = termOf(range, dayOf(whole.from) !== dayOf(whole.to));
	const units = unitsOf(text);
	if (units === undefined) return `(${text.trim()}) ${term}`;
	const [first, ...others] = units.filter(
		unit => !unit.isNegated && unit.term?.type === 'field' && unit.term.field === 'time',
	);
	if (first === undefined) return changed(text, units, [], term);
	const gone = others.map(unit => ({ unit, text: '' }));
	return changed(text, units, [{ unit: first, text: term }, ...gone], undefined);
}

function termOf({ from, to }: TimeRange, hasDay: boolean): string {
	const digits = to - from < secondsFromMs ? 3 : 0;
	// The end of a range counts as a whole, to its last digit: so it is the second, or ms, of the last moment.
	const last = Math.max(from, to - 1);
	const moments = [Math.floor(from), Math.ceil(last)].map(time => {
		const date = new Date(time);
		return (hasDay ? `${dayOf(time)}T` : '') + clockOf(date, digits);
	});
	return `time:${moments.join('..')}`;
}

function dayOf(time: number): string {
	const date = new Date(time);
	return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

function clockOf(date: Date, digits: number): string {
	const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
	return digits === 0 ? clock : `${clock}.${String(date.getMilliseconds()).padStart(digits, '0')}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
