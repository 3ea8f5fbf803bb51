/** Long enough to be steady, short enough to follow. */
const windowMs = 2000;

/** Events per second over the last two seconds, from a count that only grows. */
export class EventRate {
	private samples: { readonly time: number; readonly events: number }[] = [];

	/** Notes the count at `time` (ms) and returns the rate. */
	at(time: number, events: number): number {
		const last = this.samples.at(-1);
		if (last !== undefined && events < last.events) this.samples = [];
		this.samples.push({ time, events });
		// The newest sample that is old enough is where the window begins.
		while (this.samples.length > 2 && time - this.samples[1]!.time >= windowMs) {
			this.samples.shift();
		}
		const first = this.samples[0]!;
		const elapsedMs = time - first.time;
		return elapsedMs <= 0 ? 0 : ((events - first.events) * 1000) / elapsedMs;
	}
}
