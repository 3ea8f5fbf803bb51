import { attemptPhases, type AttemptTimings } from '../../domain/entry';

/** What an attempt spends its time on, in order. */
const phaseNames = [...attemptPhases, 'firstEventMs'] as const;
type PhaseName = (typeof phaseNames)[number];

/** A part of an attempt, as a bar over the whole of it. */
export interface Phase {
	readonly name: PhaseName;
	/** Since the attempt began, in ms. */
	readonly fromMs: number;
	readonly toMs: number;
	/** Where its bar begins and how long it is, in percent of the whole. */
	readonly leftPercent: number;
	readonly widthPercent: number;
}

/**
 * The phases that took place, each from the end of the one before.
 * @param firstEventMs when the first event came, in ms since the attempt began.
 */
export function phasesOf(timings: AttemptTimings, firstEventMs?: number): Phase[] {
	const ends = { ...timings, firstEventMs };
	const totalMs = Math.max(0, ...phaseNames.map(name => ends[name] ?? 0));
	const percentOf = (ms: number) => (totalMs === 0 ? 0 : (100 * ms) / totalMs);
	let fromMs = 0;
	const phases: Phase[] = [];
	for (const name of phaseNames) {
		const end = ends[name];
		if (end === undefined) continue;
		// The answer may come before all of the request is sent: then nothing was waited for.
		const toMs = Math.max(fromMs, end);
		const leftPercent = percentOf(fromMs);
		phases.push({ name, fromMs, toMs, leftPercent, widthPercent: percentOf(toMs) - leftPercent });
		fromMs = toMs;
	}
	return phases;
}
