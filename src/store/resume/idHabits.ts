import { idDistance, idNumber } from '../../parse/idOrder';
import type { KnownId } from './idMemory';

/** So many of the latest IDs show how a server numbers its events. */
const enoughToTell = 64;
/** A number with so many digits may be a time, and times may follow each other by chance. */
const digitsOfTime = 10;
const stepsOfTime = 8;

/** What follows on an ID: the next one, a later one after a gap, the same or an earlier one. */
export type Following = 'next' | 'gap' | 'same' | 'back' | 'unknown';

/** How a server numbers its events, as far as its IDs so far show. */
export class IdHabits {
	/** Each ID is greater than the one before. */
	private readonly goUp: boolean;
	/** Steps of one, and whether there were others within one connection. */
	private readonly steps: number;
	private readonly hasOtherSteps: boolean;

	/** `known` in the order in which they came. */
	constructor(known: readonly KnownId[]) {
		const latest = known.slice(-enoughToTell);
		let [goUp, steps, hasOtherSteps] = [true, 0, false];
		latest.forEach((to, place) => {
			const from = latest[place - 1];
			if (from === undefined) return;
			const distance = idDistance(from.id, to.id);
			if (distance === undefined || distance <= 0n) goUp = false;
			if (distance === 1n) steps++;
			// Between connections there may have been a gap.
			else if (from.attempt === to.attempt) hasOtherSteps = true;
		});
		this.goUp = goUp && latest.length > 1;
		this.steps = steps;
		this.hasOtherSteps = hasOtherSteps;
	}

	/** How `to` follows on `from`, where it can be told without doubt. */
	following(from: string, to: string): Following {
		if (from === to) return 'same';
		const distance = idDistance(from, to);
		const width = idNumber(to)?.width ?? 0;
		if (distance === undefined) return 'unknown';
		if (distance < 0n) return this.goUp ? 'back' : 'unknown';
		if (width === 0 || this.hasOtherSteps) return 'unknown';
		if (distance === 1n) return 'next';
		const needed = width < digitsOfTime ? 1 : stepsOfTime;
		return this.steps >= needed ? 'gap' : 'unknown';
	}
}
