import type { TimeRange } from '../../../src/domain/query/timeRange';
import type { Density } from '../../../src/protocol/overview';

/** When there was no connection: up to `now` while the stream runs, else up to the last entry. */
export function outagesOf(density: Density | undefined, now: number | undefined): TimeRange[] {
	if (density === undefined) return [];
	const { outages, startTime, spanMs, firstSeqs } = density;
	const latest = now ?? startTime + firstSeqs.length * spanMs;
	const found: TimeRange[] = [];
	for (let at = 0; at < outages.length; at += 2) {
		found.push({ from: outages[at]!, to: Math.min(outages[at + 1]!, latest) });
	}
	return found;
}
