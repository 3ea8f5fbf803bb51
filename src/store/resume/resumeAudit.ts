import { assertNever } from '../../base/assertNever';
import { unsendableReason } from '../../domain/lastEventId';
import * as words from '../../domain/resumeNote';
import { idAfter, idDistance } from '../../parse/idOrder';
import { IdHabits } from './idHabits';
import { IdMemory, maxIdLength, type KnownId } from './idMemory';

/** Once so many events with an ID, or without, have come since, the resumption is history. */
const auditedEvents = 1000;

/** Watches the IDs of events, and says what came of asking a server to go on after one. */
export class ResumeAudit {
	private readonly memory = new IdMemory();
	private attempt = 0;
	/** What was asked for, until the first event answers it. */
	private asked: string | undefined;
	private answer: ResumeAnswer | undefined;
	/** Events since. */
	private events = 0;

	/** A connection that sends `lastEventId` begins. */
	begin(attempt: number, lastEventId: string): void {
		this.attempt = attempt;
		this.answer = undefined;
		const isSent = lastEventId !== '' && unsendableReason(lastEventId) === undefined;
		this.asked = attempt > 1 && isSent ? lastEventId : undefined;
		this.events = 0;
	}

	/** The next event has to be told by {@link event}: there may be something to say about it. */
	get isListening(): boolean {
		return this.asked !== undefined || this.answer !== undefined;
	}

	/**
	 * An event, with the ID of its own block.
	 * @param seq its entry; 0 if it cannot be kept.
	 * @returns what there is to say about it.
	 */
	event(id: string | undefined, seq: number): string | undefined {
		const note = this.isListening ? this.audit(id, seq) : undefined;
		if (id !== undefined && id !== '') {
			const bytes = Buffer.from(id);
			this.remember(bytes, 0, bytes.length, seq);
		}
		return note;
	}

	/** The same while it is not listening: the ID is the UTF-8 from `from` to `to`. */
	remember(bytes: Uint8Array, from: number, to: number, seq: number): void {
		if (to > from) this.memory.add(bytes, from, to, seq, this.attempt);
	}

	private audit(id: string | undefined, seq: number): string | undefined {
		if (this.events++ === auditedEvents) {
			this.asked = this.answer = undefined;
			return undefined;
		}
		if (id === undefined || id === '' || id.length > maxIdLength) return undefined;
		if (this.asked !== undefined) {
			const known = this.memory.distinct();
			this.answer = known && new ResumeAnswer(this.asked, known, this.memory.firstId);
			this.asked = undefined;
		}
		return this.answer?.event(id, seq);
	}
}

/** What a server sends when it is asked to go on after `asked`. */
class ResumeAnswer {
	private readonly places: ReadonlyMap<string, number>;
	private readonly habits: IdHabits;
	private before: string | undefined;
	/** The greatest ID so far, of this connection and those before it. */
	private highest: string | undefined;
	private again: { count: number; readonly first: number; last: number } | undefined;
	private hasNew = false;
	private gap: { readonly after: string; readonly end: string; readonly seq: number } | undefined;

	/** `known` from before, in the order in which they came; `first` of all, forgotten or not. */
	constructor(
		private readonly asked: string,
		private readonly known: readonly KnownId[],
		private readonly first: string | undefined,
	) {
		this.places = new Map(known.map(({ id }, place) => [id, place]));
		this.habits = new IdHabits(known);
		this.highest = known.at(-1)?.id;
	}

	event(id: string, seq: number): string | undefined {
		const place = this.places.get(id);
		const entry = place === undefined ? undefined : this.known[place];
		const isFirst = this.before === undefined;
		const notes = isFirst ? this.firstEvent(id, place, seq) : [];
		if (entry !== undefined) {
			notes.push(words.sentBefore(entry.seq));
			this.again ??= { count: 0, first: entry.seq, last: entry.seq };
			this.again.count++;
			this.again.last = entry.seq;
		} else {
			if (!isFirst)
				notes.push(...(this.hasNew ? this.laterEvent(id) : this.firstNewEvent(id, seq)));
			this.hasNew = true;
		}
		this.before = id;
		if (this.highest === undefined || (idDistance(this.highest, id) ?? 0n) > 0n) this.highest = id;
		return notes.length === 0 ? undefined : notes.join('; ');
	}

	private firstEvent(id: string, place: number | undefined, seq: number): string[] {
		const { asked, places } = this;
		const following = this.habits.following(asked, id);
		if (following === 'gap') return [this.skipped(asked, id, seq)];
		if (following === 'next') return [words.resumedAfter(asked)];
		if (following === 'same') return [];
		const askedPlace = places.get(asked);
		// Whatever the IDs look like, they come in the order in which they came before.
		if (place !== undefined && place === (askedPlace ?? NaN) + 1)
			return [words.resumedAfter(asked)];
		if (id === this.first) return [words.beginsAgain(asked)];
		if (place !== undefined) return [];
		return [following === 'back' ? words.goesBack(asked, id) : words.cannotTell()];
	}

	/** Until now only such came as had come before. */
	private firstNewEvent(id: string, seq: number): string[] {
		const { again, highest = '' } = this;
		const repeated =
			again === undefined ? [] : [words.sentAgain(again.count, again.first, again.last)];
		const following = this.habits.following(highest, id);
		switch (following) {
			case 'next':
				return [...repeated, words.nothingMissing()];
			case 'gap':
				return [this.skipped(highest, id, seq), ...repeated];
			case 'same':
			case 'unknown':
				return repeated;
			case 'back':
				return [...repeated, ...this.laterEvent(id)];
			default:
				return assertNever(following);
		}
	}

	private laterEvent(id: string): string[] {
		const { gap, before = '' } = this;
		const isLate =
			gap !== undefined &&
			(idDistance(gap.after, id) ?? 0n) > 0n &&
			(idDistance(id, gap.end) ?? 0n) > 0n;
		if (isLate) return [words.late(gap.seq)];
		return this.habits.following(before, id) === 'back' ? [words.outOfOrder(before)] : [];
	}

	/** The IDs between two are missing, at the entry `seq`. */
	private skipped(after: string, end: string, seq: number): string {
		this.gap = { after, end, seq };
		const count = (idDistance(after, end) ?? 1n) - 1n;
		return words.skipped(count, idAfter(after, 1n), idAfter(end, -1n));
	}
}
