import { TypeNames } from './typeNames';
import { isValidUtf8 } from './utf8';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const COLON = 0x3a;

/** So many digits are a safe integer for certain. */
const maxRetryDigits = 15;

/**
 * An event whose text stands in the bytes as it is: where its data and its ID are. One object is used
 * for all events: it is good until the call returns.
 */
export interface PlainEvent {
	/** What it was read from: a chunk, or the block. */
	readonly bytes: Uint8Array;
	/** Where its block begins and ends in `bytes`. */
	readonly start: number;
	readonly end: number;
	readonly type: string;
	readonly dataStart: number;
	readonly dataEnd: number;
	/** -1: its block sets no ID. */
	readonly idStart: number;
	readonly idEnd: number;
	/** Ms; -1: its block sets no reconnection time. */
	readonly retry: number;
	/** The place of its block among all body bytes of the capture. */
	readonly offset: number;
}

/**
 * Reads the blocks that nearly all events come in straight from the bytes: lines `event`, `data`, `id` and
 * `retry`, each at most once, that end with LF or CRLF, valid UTF-8, no NUL in the ID. All others are
 * left to eventsource-parser, whose results these equal.
 */
export class PlainEventReader implements PlainEvent {
	bytes: Uint8Array = new Uint8Array(0);
	start = 0;
	end = 0;
	type = '';
	dataStart = 0;
	dataEnd = 0;
	idStart = -1;
	idEnd = -1;
	retry = -1;
	offset = 0;
	private typeStart = -1;
	private typeEnd = -1;
	private readonly types = new TypeNames(bytes => this.decoder.decode(bytes));
	private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

	/** Whether a plain block of at most `maxBytes` begins at `start`; `end` is then after its blank line. */
	read(bytes: Uint8Array, start: number, maxBytes: number): boolean {
		const limit = bytes.length - start > maxBytes ? start + maxBytes : bytes.length;
		let high = 0;
		let at = start;
		this.dataStart = this.typeStart = this.idStart = this.retry = -1;
		for (;;) {
			// Far the most bytes are passed in this loop.
			let end = at;
			let byte = 0;
			while (end < limit && (byte = bytes[end]!) !== LF && byte !== CR) {
				high |= byte;
				end++;
			}
			if (end === limit) return false;
			if (byte === CR && (end + 1 === limit || bytes[end + 1] !== LF)) return false;
			const next = byte === CR ? end + 2 : end + 1;
			if (end === at) {
				at = next;
				break;
			}
			if (!this.field(bytes, at, end)) return false;
			at = next;
		}
		if (this.dataStart === -1 || (high > 0x7f && !isValidUtf8(bytes, start, at))) return false;
		this.bytes = bytes;
		this.start = start;
		this.end = at;
		// [spec] "If the event type buffer has a value other than the empty string, change the type of the
		// newly created event to equal the value of the event type buffer."
		const isNamed = this.typeStart !== -1 && this.typeStart < this.typeEnd;
		this.type = isNamed ? this.types.text(bytes, this.typeStart, this.typeEnd) : 'message';
		return true;
	}

	/** Whether the line is a field that a plain block may have. */
	private field(bytes: Uint8Array, at: number, end: number): boolean {
		// [spec] "Field names must be compared literally, with no case folding performed."
		switch (bytes[at]) {
			case 0x64: // data
				if (bytes[at + 4] !== COLON || bytes[at + 1] !== 0x61) return false;
				if (bytes[at + 2] !== 0x74 || bytes[at + 3] !== 0x61 || this.dataStart !== -1) return false;
				// [spec] "Append the field value to the data buffer, then append a single U+000A LINE FEED (LF)
				// character to the data buffer." And when the event is dispatched: "If the data buffer's last
				// character is a U+000A LINE FEED (LF) character, then remove the last character from the data buffer."
				this.dataStart = valueStart(bytes, at + 5, end);
				this.dataEnd = end;
				return end > this.dataStart;
			case 0x65: // event
				if (bytes[at + 5] !== COLON || bytes[at + 1] !== 0x76) return false;
				if (bytes[at + 2] !== 0x65 || bytes[at + 3] !== 0x6e || bytes[at + 4] !== 0x74)
					return false;
				if (this.typeStart !== -1) return false;
				this.typeStart = valueStart(bytes, at + 6, end);
				this.typeEnd = end;
				return true;
			case 0x69: // id
				if (bytes[at + 2] !== COLON || bytes[at + 1] !== 0x64 || this.idStart !== -1) return false;
				// [spec] "The buffer does not get reset, so the last event ID string of the event source remains set
				// to this value until the next time it is set by the server."
				this.idStart = valueStart(bytes, at + 3, end);
				this.idEnd = end;
				for (let i = this.idStart; i < end; i++) if (bytes[i] === 0) return false;
				return true;
			case 0x72: // retry
				if (bytes[at + 5] !== COLON || bytes[at + 1] !== 0x65) return false;
				if (bytes[at + 2] !== 0x74 || bytes[at + 3] !== 0x72 || bytes[at + 4] !== 0x79)
					return false;
				return this.retry === -1 && this.retryField(bytes, valueStart(bytes, at + 6, end), end);
			default:
				return false;
		}
	}

	private retryField(bytes: Uint8Array, from: number, to: number): boolean {
		if (to === from || to - from > maxRetryDigits) return false;
		let retry = 0;
		for (let at = from; at < to; at++) {
			const digit = bytes[at]! - 0x30;
			if (digit < 0 || digit > 9) return false;
			retry = retry * 10 + digit;
		}
		this.retry = retry;
		return true;
	}
}

/** [spec] "If value starts with a U+0020 SPACE character, remove it from value." */
function valueStart(bytes: Uint8Array, at: number, end: number): number {
	return at < end && bytes[at] === SPACE ? at + 1 : at;
}
