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

/** Text beyond this depth is taken for no JSON. */
const maxDepth = 1000;

/** Whether the bytes from `from` to `to` are one JSON value, as RFC 8259 has it. */
export function isJson(bytes: Uint8Array, from: number, to: number): boolean {
	return new JsonCheck(bytes, to).document(from);
}

class JsonCheck {
	constructor(
		private readonly bytes: Uint8Array,
		private readonly to: number,
	) {}

	document(from: number): boolean {
		const end = this.value(afterSpace(this.bytes, from, this.to), 1);
		return end !== -1 && afterSpace(this.bytes, end, this.to) === this.to;
	}

	/** Each returns the place after what begins at `at`; -1 if it is not that. */
	private value(at: number, depth: number): number {
		if (at >= this.to || depth > maxDepth) return -1;
		switch (this.bytes[at]) {
			case QUOTE:
				return this.string(at);
			case OPEN_BRACE:
				return this.list(at, CLOSE_BRACE, depth);
			case OPEN_BRACKET:
				return this.list(at, CLOSE_BRACKET, depth);
			case 0x74:
				return this.word(at, 'true');
			case 0x66:
				return this.word(at, 'false');
			case 0x6e:
				return this.word(at, 'null');
			default:
				return this.number(at);
		}
	}

	private list(open: number, close: number, depth: number): number {
		const { bytes, to } = this;
		let at = afterSpace(bytes, open + 1, to);
		if (at < to && bytes[at] === close) return at + 1;
		for (;;) {
			if (close === CLOSE_BRACE) {
				if (at >= to || bytes[at] !== QUOTE) return -1;
				at = this.string(at);
				if (at === -1) return -1;
				at = afterSpace(bytes, at, to);
				if (at >= to || bytes[at] !== COLON) return -1;
				at = afterSpace(bytes, at + 1, to);
			}
			at = this.value(at, depth + 1);
			if (at === -1) return -1;
			at = afterSpace(bytes, at, to);
			if (at >= to) return -1;
			if (bytes[at] === close) return at + 1;
			if (bytes[at] !== COMMA) return -1;
			at = afterSpace(bytes, at + 1, to);
		}
	}

	private string(open: number): number {
		const { bytes, to } = this;
		for (let at = open + 1; at < to; at++) {
			const byte = bytes[at]!;
			if (byte === QUOTE) return at + 1;
			if (byte < 0x20) return -1;
			if (byte !== BACKSLASH) continue;
			const escape = bytes[++at]!;
			if (escape === 0x75) {
				for (let i = 0; i < 4; i++) if (!isHex(bytes[++at])) return -1;
			} else if (!isEscape(escape)) return -1;
		}
		return -1;
	}

	private number(from: number): number {
		const { bytes, to } = this;
		let at = from;
		if (bytes[at] === 0x2d) at++;
		const whole = at;
		at = this.digits(at);
		if (at === -1 || (bytes[whole] === 0x30 && at > whole + 1)) return -1;
		if (at < to && bytes[at] === 0x2e) at = this.digits(at + 1);
		if (at !== -1 && at < to && (bytes[at]! | 0x20) === 0x65) {
			at++;
			if (at < to && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at++;
			at = this.digits(at);
		}
		return at;
	}

	/** At least one. */
	private digits(from: number): number {
		let at = from;
		while (at < this.to && this.bytes[at]! >= 0x30 && this.bytes[at]! <= 0x39) at++;
		return at === from ? -1 : at;
	}

	private word(at: number, word: string): number {
		if (at + word.length > this.to) return -1;
		for (let i = 0; i < word.length; i++) {
			if (this.bytes[at + i] !== word.charCodeAt(i)) return -1;
		}
		return at + word.length;
	}
}

function isHex(byte: number | undefined): boolean {
	return byte !== undefined && /^[0-9A-Fa-f]$/.test(String.fromCharCode(byte));
}

/** One of `"\/bfnrt`. */
function isEscape(byte: number | undefined): boolean {
	return byte !== undefined && '"\\/bfnrt'.includes(String.fromCharCode(byte));
}
