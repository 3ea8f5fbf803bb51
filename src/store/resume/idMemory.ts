/** How many of the latest event IDs are remembered. */
const rememberedIds = 4096;
/** A longer one is passed over: so many of them must not fill the memory. Bytes. */
export const maxIdLength = 1024;
/** Longer ones are kept apart, each by itself. */
const usualIdBytes = 40;

/** An event ID, and the entry that first had it. */
export interface KnownId {
	readonly id: string;
	readonly seq: number;
	readonly attempt: number;
}

/**
 * The latest event IDs of a capture, as bytes: remembering one costs a few stores, and what is to be made of
 * them is found out when a connection resumes.
 */
export class IdMemory {
	private readonly bytes = new Uint8Array(rememberedIds * usualIdBytes);
	private readonly lengths = new Uint16Array(rememberedIds);
	private readonly long = new Map<number, Uint8Array>();
	private readonly seqs = new Float64Array(rememberedIds);
	private readonly attempts = new Float64Array(rememberedIds);
	private count = 0;
	private first: Uint8Array | undefined;
	private hasTwins = false;

	/** The first of the capture. */
	get firstId(): string | undefined {
		return this.first && textOf(this.first);
	}

	/**
	 * An ID, which is not empty: the UTF-8 from `from` to `to`.
	 * @param seq the event's entry; 0 if it cannot be kept.
	 */
	add(bytes: Uint8Array, from: number, to: number, seq: number, attempt: number): void {
		const length = to - from;
		if (length > maxIdLength) return;
		const latest = (this.count - 1) % rememberedIds;
		// One ID for several events, as some servers have it, would push out all others.
		if (
			this.count > 0 &&
			this.attempts[latest] === attempt &&
			this.isAt(latest, bytes, from, length)
		) {
			this.hasTwins = true;
			return;
		}
		const at = this.count++ % rememberedIds;
		if (this.lengths[at]! > usualIdBytes) this.long.delete(at);
		this.lengths[at] = length;
		if (length > usualIdBytes) this.long.set(at, bytes.slice(from, to));
		else {
			const start = at * usualIdBytes;
			for (let i = 0; i < length; i++) this.bytes[start + i] = bytes[from + i]!;
		}
		this.seqs[at] = seq;
		this.attempts[at] = attempt;
		this.first ??= bytes.slice(from, to);
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
			const [seq, attempt] = [this.seqs[at]!, this.attempts[at]!];
			const id = textOf(this.bytesAt(at));
			const before = latestAttempt.get(id);
			if (before === attempt) return undefined;
			if (before === undefined) known.push({ id, seq, attempt });
			latestAttempt.set(id, attempt);
		}
		return known;
	}

	private bytesAt(at: number): Uint8Array {
		const start = at * usualIdBytes;
		return this.long.get(at) ?? this.bytes.subarray(start, start + this.lengths[at]!);
	}

	private isAt(at: number, bytes: Uint8Array, from: number, length: number): boolean {
		if (this.lengths[at] !== length) return false;
		const known = this.long.get(at) ?? this.bytes;
		const start = known === this.bytes ? at * usualIdBytes : 0;
		// The last ones differ first.
		for (let i = length - 1; i >= 0; i--) if (known[start + i] !== bytes[from + i]) return false;
		return true;
	}
}

function textOf(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
