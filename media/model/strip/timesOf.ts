import type { Density } from '../../../src/protocol/overview';

/** About when these entries came, in ms since the epoch: the middles of their spans. */
export function timesOf(
	{ startTime, spanMs, firstSeqs, lastSeq }: Density,
	seqs: readonly number[],
): number[] {
	let span = 0;
	return seqs
		.filter(seq => seq >= (firstSeqs[0] ?? Infinity) && seq <= lastSeq)
		.map(seq => {
			while (span + 1 < firstSeqs.length && firstSeqs[span + 1]! <= seq) span++;
			return startTime + (span + 0.5) * spanMs;
		});
}
