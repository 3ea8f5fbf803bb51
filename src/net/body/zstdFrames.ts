/** What comes next in a frame: so many bytes to look at, or to pass over. */
type Step = { readonly look: number } | { readonly skip: number };

/**
 * Finds where the frames of a body in zstd begin and end (RFC 8878, 3). Node reads one frame at a time
 * and drops what follows it in the same chunk; and Node 22 does not notice when the last one is cut.
 */
export class ZstdFrames {
	private frame = frameSteps();
	private step = this.frame.next();
	private looked: number[] = [];
	private skipped = 0;
	private hasBegun = false;

	/** Whether the bytes so far end within a frame. */
	get isWithin(): boolean {
		return this.hasBegun;
	}

	/** The next bytes of the body, cut after each frame that ends in them. */
	*split(bytes: Uint8Array): Generator<Uint8Array> {
		let begin = 0;
		for (let at = 0; at < bytes.length;) {
			at += this.advance(bytes, at);
			if (!this.step.done) continue;
			yield bytes.subarray(begin, at);
			begin = at;
			this.frame = frameSteps();
			this.step = this.frame.next();
			this.hasBegun = false;
		}
		if (begin < bytes.length) yield bytes.subarray(begin);
	}

	/** Takes what the current step wants, as far as it is there; returns how many bytes that were. */
	private advance(bytes: Uint8Array, at: number): number {
		const step = this.step.value;
		if (step === undefined) return 0;
		this.hasBegun = true;
		const isLook = 'look' in step;
		const wanted = isLook ? step.look - this.looked.length : step.skip - this.skipped;
		const taken = Math.min(wanted, bytes.length - at);
		if (isLook) this.looked.push(...bytes.subarray(at, at + taken));
		else this.skipped += taken;
		if (taken < wanted) return taken;
		const { looked } = this;
		this.looked = [];
		this.skipped = 0;
		this.step = this.frame.next(looked);
		// A step of no bytes is done as soon as it comes.
		while (!this.step.done && 'skip' in this.step.value && this.step.value.skip === 0) {
			this.step = this.frame.next([]);
		}
		return taken;
	}
}

function* frameSteps(): Generator<Step, undefined, number[]> {
	const magic = littleEndian(yield { look: 4 });
	if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) {
		yield { skip: littleEndian(yield { look: 4 }) };
		return;
	}
	// What is no frame goes to the decoder as it is, which says so.
	if (magic !== 0xfd2fb528) yield { skip: Infinity };
	const descriptor = littleEndian(yield { look: 1 });
	const isSingleSegment = (descriptor & 0x20) !== 0;
	const windowBytes = isSingleSegment ? 0 : 1;
	const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
	const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
	yield { skip: windowBytes + dictionaryBytes + sizeBytes };
	for (let isLast = false; !isLast;) {
		const header = littleEndian(yield { look: 3 });
		isLast = (header & 1) === 1;
		const isRepeatedByte = ((header >> 1) & 3) === 1;
		yield { skip: isRepeatedByte ? 1 : header >> 3 };
	}
	yield { skip: (descriptor & 4) === 0 ? 0 : 4 };
}

function littleEndian(bytes: number[]): number {
	return bytes.reduceRight((number, byte) => number * 256 + byte, 0);
}
