import * as l10n from '@vscode/l10n';
import { assertNever } from '../../../base/assertNever';
import { JsonProblem } from './jsonProblem';
import { JsonValue } from './jsonValue';

/** Keys and indices that lead to a value. */
export type Path = readonly (string | number)[];

/** `whole`: the value is wanted, as text. `inside`: values in it may be. `skip`: it is passed over. */
export type Want = 'whole' | 'inside' | 'skip';

/** A value that was wanted. */
export interface Cut {
	readonly path: Path;
	/** JSON; absent if it is longer than any value may be. */
	readonly text?: string;
	/** Where it begins, from 1. */
	readonly line: number;
}

interface Level {
	readonly isArray: boolean;
	key: string;
	index: number;
}

const maxKeyBytes = 65_536;

const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Cuts the wanted values out of a JSON text of any length, of which only they are ever in memory. Of
 * what is passed over no more is looked at than it takes to find its end.
 * @throws JsonProblem if it is no JSON, or ends too early.
 */
export function* cutJson(
	chunks: Iterable<Uint8Array>,
	want: (path: Path) => Want,
	maxValueBytes: number,
): Generator<Cut> {
	const cutter = new Cutter(want, maxValueBytes);
	for (const chunk of chunks) yield* cutter.take(chunk);
	cutter.end();
}

class Cutter {
	private readonly levels: Level[] = [];
	private state: 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'next' | 'done' = 'value';
	private value: JsonValue | undefined;
	private isWanted = false;
	private line = 1;
	/** Bytes of a byte order mark at the beginning; all of it once something else came. */
	private markBytes = 0;

	constructor(
		private readonly want: (path: Path) => Want,
		private readonly maxValueBytes: number,
	) {}

	*take(chunk: Uint8Array): Generator<Cut> {
		let at = 0;
		while (at < chunk.length && chunk[at] === byteOrderMark[this.markBytes]) {
			this.markBytes++;
			at++;
		}
		if (at < chunk.length) this.markBytes = byteOrderMark.length;
		while (at < chunk.length) {
			if (this.value === undefined) {
				at = this.step(chunk, at);
				continue;
			}
			const end = this.value.take(chunk, at);
			if (end === -1) return;
			at = end;
			const cut = this.settle(this.value);
			if (cut !== undefined) yield cut;
		}
	}

	end(): void {
		if (this.state !== 'done') this.fail(l10n.t('the file ends in the middle of its JSON'));
	}

	/** Looks at one byte outside the values that are taken; returns where to go on. */
	private step(chunk: Uint8Array, at: number): number {
		const byte = chunk[at]!;
		if (byte === 0x0a) this.line++;
		if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return at + 1;
		const char = String.fromCharCode(byte);
		switch (this.state) {
			case 'firstValue':
				if (char === ']') return this.close(char, at);
				return this.begin(char, at);
			case 'value':
				return this.begin(char, at);
			case 'firstKey':
				if (char === '}') return this.close(char, at);
				return this.beginKey(char, at);
			case 'key':
				return this.beginKey(char, at);
			case 'colon':
				if (char !== ':') this.fail(l10n.t('a colon was expected'));
				this.state = 'value';
				return at + 1;
			case 'next':
				if (char !== ',') return this.close(char, at);
				this.state = this.levels.at(-1)!.isArray ? 'value' : 'key';
				this.levels.at(-1)!.index++;
				return at + 1;
			case 'done':
				return this.fail(l10n.t('something follows after the end of the JSON'));
			default:
				return assertNever(this.state);
		}
	}

	private begin(char: string, at: number): number {
		const path = this.path();
		const wanted = this.want(path);
		if (wanted === 'inside' && (char === '{' || char === '[')) {
			this.levels.push({ isArray: char === '[', key: '', index: 0 });
			this.state = char === '[' ? 'firstValue' : 'firstKey';
			return at + 1;
		}
		this.isWanted = wanted === 'whole';
		this.value = new JsonValue(this.line, this.isWanted ? this.maxValueBytes : 0);
		return at;
	}

	private beginKey(char: string, at: number): number {
		if (char !== '"') this.fail(l10n.t('a name in double quotes was expected'));
		this.value = new JsonValue(this.line, maxKeyBytes);
		return at;
	}

	private close(char: string, at: number): number {
		const level = this.levels.pop();
		if (char !== (level?.isArray === true ? ']' : '}')) this.fail(l10n.t('a comma was expected'));
		this.state = this.levels.length === 0 ? 'done' : 'next';
		return at + 1;
	}

	private settle(value: JsonValue): Cut | undefined {
		this.value = undefined;
		this.line += value.lines;
		if (this.state === 'key' || this.state === 'firstKey') {
			const key = parsed(value.text ?? this.fail(l10n.t('a name is too long')), value.line);
			this.levels.at(-1)!.key = String(key);
			this.state = 'colon';
			return undefined;
		}
		this.state = this.levels.length === 0 ? 'done' : 'next';
		if (!this.isWanted) return undefined;
		const { text } = value;
		return { path: this.path(), line: value.line, ...(text !== undefined && { text }) };
	}

	private path(): Path {
		return this.levels.map(({ isArray, key, index }) => (isArray ? index : key));
	}

	private fail(what: string): never {
		throw new JsonProblem(this.line, what);
	}
}

/** @throws JsonProblem */
export function parsed(text: string, line: number): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// What the engine says quotes the text, which may be anything.
		throw new JsonProblem(line, l10n.t('this is not valid JSON'));
	}
}
