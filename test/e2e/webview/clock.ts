/** A time of the day on which the pictures are taken, in local time: ms since the epoch. */
export function at(hour: number, minute: number, second: number, ms: number): number {
	return new Date(2026, 10, 22, hour, minute, second, ms).getTime();
}

/** Numbers that look random and are the same each time, from 0 to 1. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
