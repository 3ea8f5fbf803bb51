import { isRecord } from '../../base/isRecord';
import type { Delta } from './delta';
import { usageIn } from './usage';

const names = { input: ['input_tokens'], output: ['output_tokens'] };

const ends = ['response.completed', 'response.failed', 'response.incomplete'];

/** Events of OpenAI's Responses: text, refusals, reasoning and the arguments of calls each come in deltas. */
export function openaiResponses(data: Readonly<Record<string, unknown>>): Delta | undefined {
	const { type, delta, sequence_number: number } = data;
	if (typeof type !== 'string' || !type.startsWith('response.')) return undefined;
	const isOfThese = typeof number === 'number' || 'response' in data || 'output_index' in data;
	if (!isOfThese) return undefined;
	// Sound comes in deltas, too.
	const isText = typeof delta === 'string' && type.endsWith('.delta') && !/audio\.delta/.test(type);
	const place = ['output_index', 'content_index', 'summary_index'].flatMap(key =>
		typeof data[key] === 'number' ? [`[${data[key]}]`] : [],
	);
	const { response } = data;
	const usage = usageIn(isRecord(response) ? response.usage : undefined, names);
	return {
		pieces: isText ? [{ part: type.replace(/\.delta$/, place.join('')), text: delta }] : [],
		isFirst: type === 'response.created',
		isLast: ends.includes(type),
		...(usage && { usage }),
	};
}
