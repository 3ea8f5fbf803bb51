import { isRecord } from '../../base/isRecord';
import type { Delta, Piece } from './delta';
import { usageIn } from './usage';

const names = { input: ['prompt_tokens'], output: ['completion_tokens'] };

/** Chunks of OpenAI's chat completions, and of the servers that speak like it; of completions, too. */
export function openaiChat(data: Readonly<Record<string, unknown>>): Delta | undefined {
	const { choices, id } = data;
	if (!Array.isArray(choices)) return undefined;
	const found = choices.map(choice => (isRecord(choice) ? piecesOf(choice) : undefined));
	const isChunk = data.object === 'chat.completion.chunk' || data.object === 'text_completion';
	if (!isChunk && !found.some(pieces => pieces !== undefined)) return undefined;
	const usage = usageIn(data.usage, names);
	return {
		...(typeof id === 'string' && id !== '' && { response: id }),
		pieces: found.flatMap(pieces => pieces ?? []),
		...(usage && { usage }),
	};
}

function piecesOf(choice: Readonly<Record<string, unknown>>): Piece[] | undefined {
	const at = `choices[${typeof choice.index === 'number' ? choice.index : 0}]`;
	if (typeof choice.text === 'string') return [{ part: `${at}.text`, text: choice.text }];
	const { delta } = choice;
	if (!isRecord(delta)) return undefined;
	const pieces: Piece[] = [];
	for (const key of ['reasoning', 'reasoning_content', 'content', 'refusal']) {
		const text = delta[key];
		if (typeof text === 'string') pieces.push({ part: `${at}.delta.${key}`, text });
	}
	if (isRecord(delta.function_call) && typeof delta.function_call.arguments === 'string') {
		const part = `${at}.delta.function_call.arguments`;
		pieces.push({ part, text: delta.function_call.arguments });
	}
	const calls: readonly unknown[] = Array.isArray(delta.tool_calls) ? delta.tool_calls : [];
	for (const call of calls) {
		if (!isRecord(call) || !isRecord(call.function)) continue;
		const text = call.function.arguments;
		const place = typeof call.index === 'number' ? call.index : 0;
		const part = `${at}.delta.tool_calls[${place}].function.arguments`;
		if (typeof text === 'string') pieces.push({ part, text });
	}
	return pieces;
}
