import type { Entry, EntryKind } from '../../domain/entry';
import {
	maxTalliedLength,
	maxTalliedTypes,
	slotOfType,
	troubleSlot,
	type Overview,
	type Tally,
} from '../../protocol/overview';
import { Histogram } from './histogram';
import { Outages } from './outages';

/** What an overview needs to know of an entry. */
export type Counted = Pick<Entry, 'seq' | 'kind' | 'time' | 'type'>;

/** So many entries of a kind, and events of a type. */
export interface CountOf extends Pick<Entry, 'kind' | 'type'> {
	readonly count: number;
}

/** More types than that have no place, and no colour of their own: a stream must not fill the memory with them. */
const maxTypes = 4096;

const troubles: ReadonlySet<EntryKind> = new Set(['ignored', 'incomplete', 'failed']);

/** Keeps the overview of a capture as entries are added: a few steps for each, in bounded memory. */
export class OverviewKeeper {
	private readonly histogram = new Histogram();
	private readonly outages = new Outages();
	/** The place of each type, and its count at that place. */
	private readonly places = new Map<string, number>();
	private readonly typeCounts: number[] = [];
	private otherEvents = 0;
	private kinds = new Map<EntryKind, number>();
	private lastSeq = 0;
	private latestType: string | undefined;
	private latestPlace: number | undefined;

	/**
	 * @param count how many there are of it, where several entries are counted as one.
	 * @returns whether it is an event of a type that was not known, and has a place now.
	 */
	add({ seq, kind, time, type }: Counted, count = 1): boolean {
		if (kind === 'event') return this.addEvent(seq, time, type, count);
		this.lastSeq = seq;
		this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + count);
		this.histogram.add(seq, time, troubles.has(kind) ? troubleSlot : -1, count);
		this.outages.add(kind, time);
		return false;
	}

	/** The same for an event alone. */
	addEvent(seq: number, time: number, type: string, count = 1): boolean {
		this.lastSeq = seq;
		const known = this.places.size;
		const place = type === this.latestType ? this.latestPlace : this.placeOf(type);
		if (place === undefined) this.otherEvents += count;
		else this.typeCounts[place]! += count;
		this.histogram.add(seq, time, slotOfType(place), count);
		return this.places.size > known;
	}

	/** Gives types their places, in this order. */
	knowTypes(types: Iterable<string>): void {
		for (const type of types) this.placeOf(type);
	}

	/** The last entry that is counted. */
	reached(seq: number): void {
		this.lastSeq = seq;
	}

	/** The entries before `seq` go, which are `gone`. */
	drop(gone: readonly CountOf[], seq: number): void {
		for (const { kind, type, count } of gone) {
			const place = kind === 'event' ? this.places.get(type) : undefined;
			if (place !== undefined) this.typeCounts[place]! -= count;
			else if (kind === 'event') this.otherEvents -= count;
			else this.kinds.set(kind, (this.kinds.get(kind) ?? 0) - count);
		}
		this.histogram.dropBefore(seq);
		this.outages.dropBefore(this.histogram.beginning);
	}

	/** All entries go. Types keep their places, and with them their colours. */
	clear(): void {
		this.histogram.clear();
		this.outages.clear();
		this.typeCounts.fill(0);
		this.otherEvents = 0;
		this.kinds = new Map();
	}

	snapshot(): Overview {
		const { lastSeq } = this;
		const density = { ...this.histogram.snapshot(), lastSeq, outages: this.outages.snapshot() };
		return { tally: this.tally(), density };
	}

	private tally(): Tally {
		const types: Tally['types'][number][] = [];
		let { otherEvents } = this;
		for (const [type, place] of this.places) {
			const count = this.typeCounts[place]!;
			const isTold = types.length < maxTalliedTypes && type.length <= maxTalliedLength;
			if (isTold) types.push({ type, place, count });
			else otherEvents += count;
		}
		return { types, otherEvents, kinds: Object.fromEntries(this.kinds) };
	}

	/** `undefined`: one type too many to have a place. */
	private placeOf(type: string): number | undefined {
		let place = this.places.get(type);
		if (place === undefined && this.places.size < maxTypes) {
			place = this.places.size;
			this.places.set(type, place);
			this.typeCounts.push(0);
		}
		this.latestType = type;
		this.latestPlace = place;
		return place;
	}
}
