import { countText } from '../../src/domain/words';

/** Digits and unit apart, so that digits line up over different units. */
export interface Measure {
	readonly digits: string;
	readonly unit: string;
}

/** `21 ms`, `2.05 s`, `12.3 s`, `1.4 min`, `2.1 h`: always as many decimals, for a column of them. */
export function gapMeasure(ms: number): Measure {
	if (ms < 999.5) return { digits: String(Math.round(ms)), unit: 'ms' };
	if (ms < 59_950) return { digits: (ms / 1000).toFixed(ms < 9995 ? 2 : 1), unit: 's' };
	if (ms < 3_597_000) return { digits: (ms / 60_000).toFixed(1), unit: 'min' };
	return { digits: (ms / 3_600_000).toFixed(1), unit: 'h' };
}

/** Length of the block behind a gap, in percent: logarithmic, from 1 ms to a minute. */
export function gapPercent(ms: number): number {
	return 96 * Math.min(1, Math.log1p(Math.max(0, ms)) / Math.log(60_001));
}

/** Gaps from here on stand out. */
export const longGapMs = 1000;
/** Sizes from here on stand out. */
export const largeSizeBytes = 4000;

/** The hour with its colon, and the rest with `decimals` of the second, in local time. */
export function clockParts(time: number, decimals = 3): { hour: string; rest: string } {
	const date = new Date(time);
	// The fraction is cut, not rounded: a rounded one could belong to the next second. But a time
	// since the epoch is exact to a quarter of a microsecond only: .6702 must not become .6701.
	const ms = Math.min(999.999, date.getMilliseconds() + (time - Math.floor(time)) + 0.001);
	const fraction = String(Math.floor(ms * 10 ** (decimals - 3))).padStart(decimals, '0');
	return {
		hour: `${two(date.getHours())}:`,
		rest: `${two(date.getMinutes())}:${two(date.getSeconds())}.${fraction}`,
	};
}

/** `12:03:13.671`. */
export function clockText(time: number, decimals = 3): string {
	const { hour, rest } = clockParts(time, decimals);
	return hour + rest;
}

/** `812 ms`, `12.345 s`, `1 min 24.345 s`, `2 h 5 min 24 s`: since a beginning, so that rows differ. */
export function elapsedText(ms: number): string {
	if (ms < 0) return `−${elapsedText(-ms)}`;
	// Cut as the time of day is.
	const whole = Math.floor(ms + 0.001);
	if (whole < 1000) return `${whole} ms`;
	const seconds = Math.floor(whole / 1000);
	const fraction = String(whole % 1000).padStart(3, '0');
	if (seconds < 60) return `${seconds}.${fraction} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes} min ${seconds % 60}.${fraction} s`;
	const hours = `${countText(Math.floor(minutes / 60))} h`;
	return `${hours} ${minutes % 60} min ${seconds % 60} s`;
}

/** `+21 ms`, `+2.05 s`, `+1.4 min`: since the row before, as gaps are shown. */
export function deltaText(ms: number): string {
	const { digits, unit } = gapMeasure(Math.abs(ms));
	return `${ms < 0 ? '−' : '+'}${digits} ${unit}`;
}

/** `2026-11-22 12:03:13.671`, in local time. */
export function dateText(time: number): string {
	const date = new Date(time);
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day} ${clockText(time)}`;
}

/** Events per second with as many digits as mean something. */
export function rateText(perSecond: number): string {
	if (perSecond === 0) return '0';
	if (perSecond < 9.95) return String(Number(perSecond.toFixed(1)));
	return countText(perSecond);
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
