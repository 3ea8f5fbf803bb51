const answer =
	'Server-sent events are a one-way stream over plain HTTP. The browser reconnects by itself and sends ' +
	'the last event ID, so the server can pick up where it left off. WebSockets carry messages both ways, ' +
	'but you write the reconnection yourself. For a feed that only flows downhill, the simpler pipe wins. 🚰';

/** A part of an answer, and how long a model takes for it. */
export interface AnswerChunk {
	readonly afterMs: number;
	/** The JSON of the event, an event without a type. */
	readonly data: object;
}

/** The answer of a language model, token by token, in the form that chat APIs have settled on. */
export function* chatAnswer(
	time: Date,
	random: () => number = Math.random,
): Generator<AnswerChunk> {
	const id = `chatcmpl-${time.getTime().toString(36)}`;
	const created = Math.floor(time.getTime() / 1000);
	const chunk = (afterMs: number, delta: object, finish: string | null): AnswerChunk => {
		const choices = [{ index: 0, delta, finish_reason: finish }];
		const object = 'chat.completion.chunk';
		return { afterMs, data: { id, object, created, model: 'm-large', choices } };
	};
	yield chunk(300, { role: 'assistant', content: '' }, null);
	const tokens = answer.match(/ ?[\p{L}\p{N}]{1,6}| ?[^\p{L}\p{N} ]+/gu) ?? [];
	let afterMs = 0;
	for (const [index, content] of tokens.entries()) {
		yield chunk(afterMs, { content }, null);
		// Tokens come in small bursts, and once there is a moment of thought.
		if (index % 7 === 3) afterMs = 0;
		else afterMs = index === 24 ? 1200 : 18 + random() * 22;
	}
	yield chunk(afterMs, {}, 'stop');
}
