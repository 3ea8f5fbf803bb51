import * as l10n from '@vscode/l10n';
import { JsonProblem } from './jsonProblem';

const maxDepth = 512;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LF = 0x0a;

/** Finds the end of one value in pieces of a text, and keeps the text of it, if it is wanted. */
export class JsonValue {
	private depth = 0;
	private inString = false;
	private isEscaped = false;
	private isLiteral = false;
	private parts: Uint8Array[] = [];
	private sizeBytes = 0;
	/** Line ends in it so far. */
	lines = 0;

	/**
	 * @param line where it begins
	 * @param maxBytes of a value that is kept; 0: not at all
	 */
	constructor(
		readonly line: number,
		private readonly maxBytes: number,
	) {}

	/** Takes bytes from `at`; returns where it ends, or -1 if it goes on after them. */
	take(chunk: Uint8Array, at: number): number {
		const end = this.end(chunk, at);
		const part = chunk.subarray(at, end === -1 ? chunk.length : end);
		this.sizeBytes += part.length;
		if (this.sizeBytes <= this.maxBytes) this.parts.push(part);
		else this.parts = [];
		return end;
	}

	/** `undefined` if it is longer than what is kept. */
	get text(): string | undefined {
		if (this.sizeBytes > this.maxBytes) return undefined;
		try {
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
				Buffer.concat(this.parts),
			);
		} catch {
			throw new JsonProblem(this.line, l10n.t('the text is not valid UTF-8'));
		}
	}

	private end(chunk: Uint8Array, from: number): number {
		for (let at = from; at < chunk.length; at++) {
			const byte = chunk[at]!;
			if (this.inString) {
				if (this.isEscaped) this.isEscaped = false;
				else if (byte === BACKSLASH) this.isEscaped = true;
				else if (byte === QUOTE) {
					this.inString = false;
					if (this.depth === 0) return at + 1;
				} else if (byte < 0x20)
					this.fail(l10n.t('a string is not closed, or has a control character'));
			} else if (this.isLiteral) {
				if (!isLiteralByte(byte)) return at;
			} else if (byte === QUOTE) this.inString = true;
			else if (byte === 0x7b || byte === 0x5b) {
				if (++this.depth > maxDepth)
					this.fail(l10n.t`the JSON is nested more than ${maxDepth} deep`);
			} else if (byte === 0x7d || byte === 0x5d) {
				if (--this.depth === 0) return at + 1;
			} else if (byte === LF) this.lines++;
			else if (this.depth === 0) {
				if (!isLiteralByte(byte)) this.fail(l10n.t('a value was expected'));
				this.isLiteral = true;
			}
		}
		return -1;
	}

	private fail(what: string): never {
		throw new JsonProblem(this.line + this.lines, what);
	}
}

/** Of numbers, `true`, `false` and `null`. */
function isLiteralByte(byte: number): boolean {
	const isDigit = byte >= 0x30 && byte <= 0x39;
	const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
	return isDigit || isLetter || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}
