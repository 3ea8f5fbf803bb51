import type { JsonPlaces } from '../../domain/query/query';
import {
	BACKSLASH,
	CLOSE_BRACE,
	CLOSE_BRACKET,
	COLON,
	COMMA,
	OPEN_BRACE,
	OPEN_BRACKET,
	QUOTE,
} from './jsonBytes';
import { afterSpace } from './jsonSpace';

/** Finds a value in JSON that is UTF-8, without reading more of it than it has to. */
export class JsonLocator {
	/** Where the value that was found begins and ends. */
	start = 0;
	end = 0;
	private readonly steps: readonly (Buffer | number | null)[];

	/** @param isIt Whether the value between `start` and `end` is the one that is looked for. */
	constructor(
		private readonly path: JsonPlaces,
		private readonly isIt: () => boolean,
	) {
		this.steps = path.map(step => (typeof step === 'string' ? Buffer.from(step) : step));
	}

	/**
	 * Whether there is such a value at the path in the bytes from `from` to `to`, of members of one name in
	 * the last, which is the one that counts for JavaScript. Of what is no JSON it may find something, too.
	 */
	find(bytes: Uint8Array, from: number, to: number): boolean {
		return this.follow(bytes, afterSpace(bytes, from, to), to, 0);
	}

	/** From the value at `from` on, with this step of the path. */
	private follow(bytes: Uint8Array, from: number, to: number, first: number): boolean {
		let at = from;
		for (let i = first; i < this.steps.length; i++) {
			const step = this.steps[i]!;
			if (step === null) return this.followEach(bytes, at, to, i + 1);
			at =
				typeof step === 'number'
					? this.item(bytes, at, to, step)
					: this.member(bytes, at, to, step, this.path[i] as string);
			if (at === -1) return false;
		}
		if (at >= to) return false;
		this.start = at;
		this.end = afterValue(bytes, at, to);
		return this.isIt();
	}

	private followEach(bytes: Uint8Array, array: number, to: number, next: number): boolean {
		for (let at = firstItem(bytes, array, to); at !== -1; at = nextItem(bytes, at, to)) {
			if (this.follow(bytes, at, to, next)) return true;
		}
		return false;
	}

	private member(bytes: Uint8Array, object: number, to: number, key: Buffer, name: string): number {
		if (object >= to || bytes[object] !== OPEN_BRACE) return -1;
		let found = -1;
		let at = afterSpace(bytes, object + 1, to);
		while (at < to && bytes[at] === QUOTE) {
			const end = afterString(bytes, at, to);
			const isIt = isKey(bytes, at + 1, end - 1, key, name);
			at = afterSpace(bytes, end, to);
			if (bytes[at] !== COLON) break;
			at = afterSpace(bytes, at + 1, to);
			if (isIt) found = at;
			at = afterSpace(bytes, afterValue(bytes, at, to), to);
			if (bytes[at] !== COMMA) break;
			at = afterSpace(bytes, at + 1, to);
		}
		return found;
	}

	private item(bytes: Uint8Array, array: number, to: number, index: number): number {
		const first = firstItem(bytes, array, to);
		if (first === -1) return -1;
		let wanted = index;
		if (index < 0) {
			let count = 1;
			for (let at = nextItem(bytes, first, to); at !== -1; at = nextItem(bytes, at, to)) count++;
			wanted += count;
			if (wanted < 0) return -1;
		}
		let at = first;
		for (; wanted > 0 && at !== -1; wanted--) at = nextItem(bytes, at, to);
		return at;
	}
}

/** Where the first item of the list at `array` begins; -1 if there is none. */
function firstItem(bytes: Uint8Array, array: number, to: number): number {
	if (array >= to || bytes[array] !== OPEN_BRACKET) return -1;
	const first = afterSpace(bytes, array + 1, to);
	return first >= to || bytes[first] === CLOSE_BRACKET ? -1 : first;
}

/** Where the item after the one at `at` begins; -1 if that is the last one. */
function nextItem(bytes: Uint8Array, at: number, to: number): number {
	const end = afterSpace(bytes, afterValue(bytes, at, to), to);
	return end < to && bytes[end] === COMMA ? afterSpace(bytes, end + 1, to) : -1;
}

function isKey(bytes: Uint8Array, from: number, to: number, key: Buffer, name: string): boolean {
	const length = to - from;
	let i = 0;
	while (i < length && bytes[from + i] === key[i]) i++;
	// Up to here they are alike, and what follows may be escaped, or what the key's own backslash is here.
	if (i === length) return i === key.length && !name.includes('\\');
	if (length <= key.length) return false;
	for (let at = from + i; at < to; at++) {
		if (bytes[at] !== BACKSLASH) continue;
		const raw = Buffer.from(bytes.buffer, bytes.byteOffset + from, length);
		return unescaped(raw.toString()) === name;
	}
	return false;
}

/** What a JSON string says, which stands between the quotation marks; `undefined` if it is none. */
export function unescaped(raw: string): string | undefined {
	if (!raw.includes('\\')) return raw;
	try {
		return JSON.parse(`"${raw}"`) as string;
	} catch {
		return undefined;
	}
}

/** After the string whose quotation mark is at `at`. */
function afterString(bytes: Uint8Array, at: number, to: number): number {
	for (let i = at + 1; i < to; i++) {
		const byte = bytes[i];
		if (byte === QUOTE) return i + 1;
		if (byte === BACKSLASH) i++;
	}
	return to;
}

/** After the value that begins at `from`. */
function afterValue(bytes: Uint8Array, from: number, to: number): number {
	let depth = 0;
	for (let at = from; at < to;) {
		switch (bytes[at]) {
			case QUOTE:
				at = afterString(bytes, at, to);
				if (depth === 0) return at;
				continue;
			case OPEN_BRACE:
			case OPEN_BRACKET:
				depth++;
				break;
			case CLOSE_BRACE:
			case CLOSE_BRACKET:
				if (depth === 0) return at;
				if (--depth === 0) return at + 1;
				break;
			case COMMA:
			case 0x20:
			case 0x09:
			case 0x0a:
			case 0x0d:
				if (depth === 0) return at;
		}
		at++;
	}
	return to;
}
