/** The last event ID string, which hardly anyone asks for while events come in: its bytes, decoded on demand. */
export class LatestId {
	private bytes = new Uint8Array(64);
	private length = -1;

	constructor(
		private current: string,
		private readonly decode: (bytes: Uint8Array) => string,
	) {}

	get text(): string {
		if (this.length !== -1) this.current = this.decode(this.bytes.subarray(0, this.length));
		this.length = -1;
		return this.current;
	}

	set text(text: string) {
		this.current = text;
		this.length = -1;
	}

	/** Takes a copy of the bytes from `from` to `to`, which are valid UTF-8. */
	take(bytes: Uint8Array, from: number, to: number): void {
		const length = to - from;
		if (length > this.bytes.length) this.bytes = new Uint8Array(length * 2);
		for (let at = 0; at < length; at++) this.bytes[at] = bytes[from + at]!;
		this.length = length;
	}
}
