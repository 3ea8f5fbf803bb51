/** How many of the latest event IDs are remembered. */
export const rememberedIds = 4096;
/** A longer one is passed over: so many of them must not fill the memory. */
export const maxIdLength = 1024;
/** Text that is cut out of a larger one keeps all of it in memory. */
const largeBlockBytes = 2048;

/** An event ID, and the entry that first had it. */
export interface KnownId {
	readonly id: string;
	readonly seq: number;
	readonly attempt: number;
}

/**
 * The latest event IDs of a capture. Remembering one costs three stores: what is to be made of them is
 * found out when a connection resumes.
 */
export class IdMemory {
	private readonly ids: string[] = Array.from({ length: rememberedIds }, () => '');
	private readonly seqs = new Float64Array(rememberedIds);
	private readonly attempts = new Float64Array(rememberedIds);
	private count = 0;
	private first: string | undefined;
	private hasTwins = false;

	/** The first of the capture. */
	get firstId(): string | undefined {
		return this.first;
	}

	/**
	 * @param seq the event's entry; 0 if it cannot be kept.
	 * @param sizeBytes of the event's block.
	 */
	add(id: string, seq: number, attempt: number, sizeBytes: number): void {
		if (id.length > maxIdLength) return;
		const latest = (this.count - 1) % rememberedIds;
		// One ID for several events, as some servers have it, would push out all others.
		if (this.ids[latest] === id && this.attempts[latest] === attempt) {
			this.hasTwins = true;
			return;
		}
		const at = this.count++ % rememberedIds;
		this.ids[at] = sizeBytes > largeBlockBytes ? copied(id) : id;
		this.seqs[at] = seq;
		this.attempts[at] = attempt;
		this.first ??= this.ids[at];
	}

	/**
	 * Each ID once, in the order in which they first came; `undefined` if within one connection an ID
	 * came twice, so that it names no event.
	 */
	distinct(): KnownId[] | undefined {
		if (this.hasTwins) return undefined;
		const latestAttempt = new Map<string, number>();
		const known: KnownId[] = [];
		for (let n = Math.max(0, this.count - rememberedIds); n < this.count; n++) {
			const at = n % rememberedIds;
			const [id, seq, attempt] = [this.ids[at]!, this.seqs[at]!, this.attempts[at]!];
			const before = latestAttempt.get(id);
			if (before === attempt) return undefined;
			if (before === undefined) known.push({ id, seq, attempt });
			latestAttempt.set(id, attempt);
		}
		return known;
	}
}

function copied(text: string): string {
	return Buffer.from(text, 'utf16le').toString('utf16le');
}
