import { isRecord } from '../../base/isRecord';
import { JsonDocument, type JsonValue } from '../json/document';
import { writtenPath } from '../query/writtenPath';
import type { JsonPath } from '../query/query';
import { anthropic } from './anthropic';
import type { Delta, Recognise } from './delta';
import { gemini } from './gemini';
import { openaiChat } from './openaiChat';
import { openaiResponses } from './openaiResponses';

const formats: readonly Recognise[] = [openaiChat, openaiResponses, anthropic, gemini];

/** No delta is as long as that; UTF-16 units. */
const maxDeltaLength = 100_000;
/** What all of these have in their data; spares the rest being read. */
const hint = /"(?:choices|candidates|type)"\s*:/;

/** How the events of a stream are told to be parts of a text. */
export interface Reading {
	/** `undefined`: it has nothing to do with such texts. */
	read(data: string): Delta | undefined;
}

/** As the protocol has it that `data` speaks; `undefined`: none that is known. */
export function readingOf(data: string): Reading | undefined {
	const first = parse(data);
	const format = first && formats.find(recognise => recognise(first) !== undefined);
	return (
		format && {
			read: text => {
				const value = parse(text);
				return value && format(value);
			},
		}
	);
}

/** The value at a path, whatever the rest says. */
export function readingAt(path: JsonPath): Reading {
	const part = writtenPath(path).replace(/^data\.?/, '');
	return {
		read: data => {
			const document = JsonDocument.parse(data);
			if (document === undefined) return undefined;
			let value: JsonValue | undefined = document.root;
			for (const step of path) value = value && document.member(value, step);
			if (value === undefined) return undefined;
			const json = document.text.slice(value.start, value.end);
			const text = value.kind === 'string' ? (JSON.parse(json) as string) : json;
			return { pieces: [{ part, text: text.slice(0, maxDeltaLength) }] };
		},
	};
}

function parse(data: string): Record<string, unknown> | undefined {
	if (data.length > maxDeltaLength || !hint.test(data)) return undefined;
	try {
		const value = JSON.parse(data) as unknown;
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
