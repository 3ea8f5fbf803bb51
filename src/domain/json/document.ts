import { scanJson, skipScalar, skipSpace, skipString, type Containers } from './scan';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'literal';

/** A value as the piece of text that it is. */
export interface JsonValue {
	readonly kind: JsonKind;
	readonly start: number;
	readonly end: number;
}

export interface JsonMember {
	/** As it stands between its quotes; the index in an array. */
	readonly key: string;
	readonly value: JsonValue;
}

/** Characters of a value that are worth showing on one line. */
const maxLineLength = 1000;
const maxPreviewLength = 80;
const maxPreviewMembers = 12;

/** A JSON text, read where it is looked at and nowhere else. */
export class JsonDocument {
	private constructor(
		readonly text: string,
		private readonly containers: Containers,
	) {}

	/** `undefined` if `text` is no JSON. */
	static parse(text: string): JsonDocument | undefined {
		const containers = scanJson(text);
		return containers === undefined ? undefined : new JsonDocument(text, containers);
	}

	get root(): JsonValue {
		return this.valueAt(skipSpace(this.text, 0));
	}

	/** At most `limit` members of a container, those before place `skip` left out. */
	members(
		container: JsonValue,
		skip: number,
		limit: number,
	): { members: JsonMember[]; hasMore: boolean } {
		const members: JsonMember[] = [];
		let place = 0;
		for (const member of this.each(container)) {
			if (place++ < skip) continue;
			if (members.length === limit) return { members, hasMore: true };
			members.push(member);
		}
		return { members, hasMore: false };
	}

	/** The last member of that name, or the one at that place of an array; `undefined` if there is none. */
	member(container: JsonValue, step: string | number): JsonValue | undefined {
		if (!isContainer(container)) return undefined;
		const name = String(step);
		let found: JsonValue | undefined;
		for (const { key, value } of this.each(container)) if (nameOf(key) === name) found = value;
		return found;
	}

	/** The members of a container, in order, read as they are asked for. */
	*each(container: JsonValue): Generator<JsonMember, void> {
		const { text } = this;
		const isObject = container.kind === 'object';
		let at = skipSpace(text, container.start + 1);
		for (let place = 0; at < container.end - 1; place++) {
			let key = String(place);
			if (isObject) {
				const keyEnd = skipString(text, at);
				key = text.slice(at + 1, keyEnd - 1);
				at = skipSpace(text, skipSpace(text, keyEnd) + 1);
			}
			const value = this.valueAt(at);
			yield { key, value };
			// Over the comma, or the closing bracket.
			at = skipSpace(text, skipSpace(text, value.end) + 1);
		}
	}

	/** Whether it is an object or an array that has something in it. */
	hasMembers(value: JsonValue): boolean {
		return isContainer(value) && this.each(value).next().done !== true;
	}

	/** The value on one line: as it was sent, or what is in it. */
	line(value: JsonValue): string {
		if (isContainer(value)) return this.preview(value);
		const text = this.text.slice(value.start, Math.min(value.end, value.start + maxLineLength));
		return value.end - value.start > maxLineLength ? `${text}…` : text;
	}

	private preview(container: JsonValue): string {
		const isObject = container.kind === 'object';
		const [open, close] = isObject ? ['{', '}'] : ['[', ']'];
		const parts: string[] = [];
		let length = 0;
		for (const { key, value } of this.each(container)) {
			const part = isObject ? key : this.shortText(value);
			length += part.length;
			if (parts.length === maxPreviewMembers || length > maxPreviewLength) {
				parts.push('…');
				break;
			}
			parts.push(part);
		}
		return open + parts.join(', ') + close;
	}

	private shortText(value: JsonValue): string {
		const inside = this.hasMembers(value) ? '…' : '';
		if (value.kind === 'object') return `{${inside}}`;
		if (value.kind === 'array') return `[${inside}]`;
		return this.text.slice(value.start, Math.min(value.end, value.start + maxPreviewLength));
	}

	private valueAt(start: number): JsonValue {
		const { text } = this;
		switch (text[start]) {
			case '{':
				return { kind: 'object', start, end: this.endOf(start) };
			case '[':
				return { kind: 'array', start, end: this.endOf(start) };
			case '"':
				return { kind: 'string', start, end: skipString(text, start) };
			case 't':
			case 'f':
			case 'n':
				return { kind: 'literal', start, end: skipScalar(text, start) };
			default:
				return { kind: 'number', start, end: skipScalar(text, start) };
		}
	}

	private endOf(start: number): number {
		const { starts, ends } = this.containers;
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (starts[middle]! < start) low = middle + 1;
			else high = middle;
		}
		return ends[low]!;
	}
}

/** A key without its escapes. */
export function nameOf(key: string): string {
	return key.includes('\\') ? (JSON.parse(`"${key}"`) as string) : key;
}

function isContainer(value: JsonValue): boolean {
	return value.kind === 'object' || value.kind === 'array';
}
