/** A stretch of time over a width. */
export interface Scale {
	/** Ms since the epoch. */
	readonly startTime: number;
	readonly endTime: number;
	readonly widthPx: number;
}

/** Where a time stands, at most at an edge. */
export function xOf({ startTime, endTime, widthPx }: Scale, time: number): number {
	const share = (time - startTime) / (endTime - startTime);
	return Math.min(1, Math.max(0, share)) * widthPx;
}

/** The time at a place. */
export function timeAt({ startTime, endTime, widthPx }: Scale, x: number): number {
	return startTime + (Math.min(widthPx, Math.max(0, x)) / widthPx) * (endTime - startTime);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [
	...[1, 2, 5, 10, 20, 50, 100, 200, 500],
	...[1, 2, 5, 10, 20, 30].map(n => n * second),
	...[1, 2, 5, 10, 20, 30].map(n => n * minute),
	...[1, 2, 3, 6, 12, 24].map(n => n * hour),
];

/** Times to be written at the axis: round ones of the local day, at least `distancePx` apart. */
export function axisTimes(scale: Scale, distancePx: number): { stepMs: number; times: number[] } {
	const { startTime, endTime, widthPx } = scale;
	const minStepMs = ((endTime - startTime) * distancePx) / widthPx;
	const days = Math.ceil(minStepMs / (24 * hour)) * 24 * hour;
	const stepMs = steps.find(step => step >= minStepMs) ?? days;
	const offsetMs = new Date(startTime).getTimezoneOffset() * minute;
	const times: number[] = [];
	let time = Math.ceil((startTime - offsetMs) / stepMs) * stepMs + offsetMs;
	for (; time <= endTime; time += stepMs) times.push(time);
	return { stepMs, times };
}
