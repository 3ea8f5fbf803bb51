import { isRecord } from '../../base/isRecord';
import type { Delta } from './delta';
import { usageIn } from './usage';

const types = [
	'message_start',
	'content_block_start',
	'content_block_delta',
	'content_block_stop',
	'message_delta',
	'message_stop',
];

const names = {
	input: ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'],
	output: ['output_tokens'],
};

/** Events of Anthropic's messages: the blocks of a message come one after the other, each in deltas. */
export function anthropic(data: Readonly<Record<string, unknown>>): Delta | undefined {
	const { type, index, delta, message } = data;
	if (typeof type !== 'string' || !types.includes(type)) return undefined;
	const at = `content[${typeof index === 'number' ? index : 0}]`;
	const pieces = [];
	if (type === 'content_block_delta' && isRecord(delta)) {
		for (const key of ['text', 'partial_json', 'thinking']) {
			const text = delta[key];
			if (typeof text === 'string') pieces.push({ part: `${at}.${key}`, text });
		}
	}
	const usage = usageIn(isRecord(message) ? message.usage : data.usage, names);
	return {
		pieces,
		isFirst: type === 'message_start',
		isLast: type === 'message_stop',
		...(usage && { usage }),
	};
}
