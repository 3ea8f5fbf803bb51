const units = [
	['year', 365 * 24 * 3600],
	['month', 30 * 24 * 3600],
	['day', 24 * 3600],
	['hour', 3600],
	['minute', 60],
] as const;

/** How long ago that was, roughly, in the words of a language: `now`, `5 min. ago`. Times are in ms. */
export function agoText(time: number, nowMs: number, language: string): string {
	const seconds = Math.max(0, (nowMs - time) / 1000);
	const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
	const found = units.find(([, unitSeconds]) => seconds >= unitSeconds);
	if (found === undefined) return format.format(0, 'second');
	const [unit, unitSeconds] = found;
	return format.format(-Math.floor(seconds / unitSeconds), unit);
}
