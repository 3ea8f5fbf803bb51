import type { Captured } from './capture';
import { at } from './clock';

const words =
	'Server|-sent| events| are| a| one|-way| stream| over| plain| HTTP|.| The| browser| re|connects| by| itself| and| sends| the| last| event| ID|,| so| the| server| can| pick| up| where| it| left| off|.|\n\n|Web|Sockets| carry| messages| both| ways|.'.split(
		'|',
	);

/** The answer of a language model in small pieces: numbers 1 and 2 are of the connection, 3 begins it. */
export function chat(): Captured[] {
	const start = at(12, 7, 42, 108);
	const own = { type: '', lastEventId: '', size: 0, attempt: 1 };
	const answer = '200 · HTTP/1.1 · text/event-stream';
	const connection: Captured[] = [
		{ entry: { ...own, seq: 1, time: start, kind: 'connecting', data: 'POST · 312 B body' } },
		{ entry: { ...own, seq: 2, time: start + 187, kind: 'open', data: answer } },
	];
	const deltas = [{ role: 'assistant', content: '' }, ...words.map(content => ({ content })), {}];
	const events = deltas.map((delta, place): Captured => {
		const data = JSON.stringify({
			id: 'chatcmpl-A1b2',
			object: 'chat.completion.chunk',
			created: 1795349262,
			model: 'example-1',
			choices: [{ index: 0, delta, finish_reason: place > words.length ? 'stop' : null }],
		});
		return {
			typeIndex: 0,
			entry: {
				...own,
				seq: place + 3,
				time: start + 512 + 31 * place,
				kind: 'event',
				type: 'message',
				data,
				size: data.length + 8,
				...(place > 0 && { gap: 31 }),
				chunk: place + 1,
				offset: 180 * place,
			},
		};
	});
	return [...connection, ...events];
}
