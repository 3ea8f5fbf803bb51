/** How many captures are kept, for how long, and how much room they may take. What is absent is not limited. */
export interface RetentionLimits {
	readonly maxCaptures?: number;
	readonly maxAgeMs?: number;
	/** Of all of them. */
	readonly maxTotalBytes?: number;
}

/** What the limits look at. */
export interface Retained {
	/** When something last came, in ms since the epoch. */
	readonly latest: number;
	/** On disk. */
	readonly sizeBytes: number;
	/** It is being written or shown, in whichever window: it counts, and stays. */
	readonly isInUse: boolean;
}

/** Those that have to go, oldest first: the newest are kept, as many as the limits allow. */
export function beyondLimits<T extends Retained>(
	captures: readonly T[],
	{ maxCaptures = Infinity, maxAgeMs = Infinity, maxTotalBytes = Infinity }: RetentionLimits,
	nowMs: number,
): T[] {
	// What stays in any case has its room first.
	const inUse = captures.filter(({ isInUse }) => isInUse);
	let count = inUse.length;
	let bytes = inUse.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
	let isFull = false;
	const newestFirst = captures.filter(one => !one.isInUse).sort((a, b) => b.latest - a.latest);
	const going = newestFirst.filter(({ latest, sizeBytes }) => {
		const fits = count < maxCaptures && bytes + sizeBytes <= maxTotalBytes;
		// An older one does not take the place of a newer one, however small it is.
		isFull ||= !fits;
		if (isFull || nowMs - latest > maxAgeMs) return true;
		count++;
		bytes += sizeBytes;
		return false;
	});
	return going.reverse();
}
