const quarterMs = 900_000;

/** Ms since local midnight, by the offset from UTC, which changes on a quarter of an hour only. */
export function timeOfDay(): (time: number) => number {
	let quarter = NaN;
	let offsetMs = 0;
	return timeMs => {
		const at = Math.floor(timeMs / quarterMs);
		if (at !== quarter) {
			quarter = at;
			offsetMs = new Date(timeMs).getTimezoneOffset() * 60_000;
		}
		const localMs = (timeMs - offsetMs) % 86_400_000;
		return localMs < 0 ? localMs + 86_400_000 : localMs;
	};
}
