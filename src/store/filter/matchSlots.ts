import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { otherSlot } from '../../protocol/overview';

/** A number and a slot in one: what comes out of SQL is to be one list. */
export const slotFactor = 16;
/** Of what is no event. */
export const noSlot = slotFactor - 1;

/** The slot of an entry in an overview; its parameters are those of {@link SlotTypes.upTo}. */
export const slotSql = `CASE type WHEN '' THEN ${noSlot} ${Array.from(
	{ length: otherSlot },
	(_, slot) => `WHEN ? THEN ${slot}`,
).join(' ')} ELSE ${otherSlot} END`;

/** The first types of a capture, as far as there are. */
export class SlotTypes {
	private readonly find: StatementSync;
	private types: (string | null)[] = [];
	private readAt = -1;

	constructor(database: DatabaseSync) {
		this.find = database.prepare(
			`SELECT type FROM event_type WHERE place < ${otherSlot} ORDER BY place`,
		);
	}

	/** Those of the entries up to `seq`, which is committed; NULL where there is none. */
	upTo(seq: number): (string | null)[] {
		if (seq > this.readAt && !this.isFull) {
			this.types = this.find.all().map(({ type }) => String(type));
			this.readAt = seq;
		}
		return Array.from({ length: otherSlot }, (_, slot) => this.types[slot] ?? null);
	}

	private get isFull(): boolean {
		return this.types.length === otherSlot;
	}
}

/** Numbers and slots apart. */
export function unpack(packed: readonly number[]) {
	const seqs = new Uint32Array(packed.length);
	const slots = new Uint8Array(packed.length);
	for (let i = 0; i < packed.length; i++) {
		seqs[i] = Math.floor(packed[i]! / slotFactor);
		slots[i] = packed[i]! % slotFactor;
	}
	return { seqs, slots };
}
