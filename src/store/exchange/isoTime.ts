/** Ms since the epoch as ISO 8601 in UTC, to the millisecond; empty if no calendar has that time. */
export function isoTime(timeMs: number): string {
	const date = new Date(timeMs);
	return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
