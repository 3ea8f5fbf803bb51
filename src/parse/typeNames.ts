/** More names than these, and longer ones, are made anew each time: a stream must not fill the memory with them. */
const maxNames = 1024;
const maxNameBytes = 64;

interface Name {
	readonly bytes: Uint8Array;
	readonly text: string;
}

/** Event types by their bytes: the same bytes give the same string, without decoding them again. */
export class TypeNames {
	private readonly names = new Map<number, Name[]>();
	private count = 0;
	private latest: Name | undefined;

	constructor(private readonly decode: (bytes: Uint8Array) => string) {}

	/** The text of the bytes from `from` to `to`, which are valid UTF-8. */
	text(bytes: Uint8Array, from: number, to: number): string {
		if (this.latest !== undefined && isAt(this.latest.bytes, bytes, from, to)) {
			return this.latest.text;
		}
		if (to - from > maxNameBytes) return this.decode(bytes.subarray(from, to));
		let hash = to - from;
		for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
		let known = this.names.get(hash);
		let name = known?.find(one => isAt(one.bytes, bytes, from, to));
		if (name === undefined) {
			name = { bytes: bytes.slice(from, to), text: this.decode(bytes.subarray(from, to)) };
			if (this.count === maxNames) return name.text;
			this.count++;
			if (known === undefined) this.names.set(hash, (known = []));
			known.push(name);
		}
		this.latest = name;
		return name.text;
	}
}

function isAt(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
	if (name.length !== to - from) return false;
	for (let at = 0; at < name.length; at++) if (name[at] !== bytes[from + at]) return false;
	return true;
}
