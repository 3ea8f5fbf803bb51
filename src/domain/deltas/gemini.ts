import { isRecord } from '../../base/isRecord';
import type { Delta, Piece } from './delta';
import { usageIn } from './usage';

const names = {
	input: ['promptTokenCount'],
	output: ['candidatesTokenCount', 'thoughtsTokenCount'],
};

/** Chunks of Gemini's `streamGenerateContent`; what the model thinks is a text of its own. */
export function gemini(data: Readonly<Record<string, unknown>>): Delta | undefined {
	const { candidates, responseId } = data;
	if (!Array.isArray(candidates)) return undefined;
	const found = candidates.filter(isCandidate);
	if (found.length === 0) return undefined;
	const usage = usageIn(data.usageMetadata, names);
	return {
		...(typeof responseId === 'string' && { response: responseId }),
		pieces: found.flatMap(piecesOf),
		isLast: found.every(({ finishReason }) => typeof finishReason === 'string'),
		...(usage && { usage }),
	};
}

function isCandidate(value: unknown): value is Record<string, unknown> {
	return isRecord(value) && (isRecord(value.content) || typeof value.finishReason === 'string');
}

function piecesOf({ content, index }: Record<string, unknown>): Piece[] {
	if (!isRecord(content) || !Array.isArray(content.parts)) return [];
	const at = `candidates[${typeof index === 'number' ? index : 0}]`;
	return content.parts.flatMap(part => {
		if (!isRecord(part) || typeof part.text !== 'string') return [];
		return [{ part: `${at}.${part.thought === true ? 'thought' : 'text'}`, text: part.text }];
	});
}
