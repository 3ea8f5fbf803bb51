import type { IncomingMessage } from 'node:http';
import type { Clock } from '../base/clock';
import { DisposableStore, toDisposable, type Disposable } from '../base/disposable';
import type { AnswerBody } from '../domain/failure';

/** How much of an unusable answer is kept, in bytes. */
export const maxAnswerBytes = 65_536;
/** How much of it is received at most, so as to say how large it is. */
const maxReceivedBytes = 1_048_576;
/** A body that has not ended by then may be endless. */
const patienceMs = 1000;

/**
 * Reads the beginning of an unusable answer's body and calls `done` once, when there is no more or
 * enough. The caller cuts the connection then. Disposing gives up without a call.
 */
export function readAnswerBody(
	response: IncomingMessage,
	clock: Clock,
	done: (body: AnswerBody) => void,
): Disposable {
	const kept: Buffer[] = [];
	let keptBytes = 0;
	let sizeBytes = 0;
	const reading = new DisposableStore();

	const finish = () => {
		if (reading.isDisposed) return;
		reading.dispose();
		const isComplete = response.complete && sizeBytes === keptBytes;
		// A character cut in two at the end of what was kept is left out, not shown as broken.
		const text = new TextDecoder().decode(Buffer.concat(kept), { stream: !isComplete });
		done({ text, sizeBytes, isComplete });
	};
	const take = (chunk: Buffer) => {
		sizeBytes += chunk.length;
		const part = chunk.subarray(0, maxAnswerBytes - keptBytes);
		keptBytes += part.length;
		if (part.length > 0) kept.push(part);
		if (sizeBytes >= maxReceivedBytes) finish();
	};
	reading.register(clock.schedule(patienceMs, finish));
	response.on('data', take);
	// `close` follows `error` and `end`; what broke off is shown as far as it came.
	response.on('error', finish);
	response.on('end', finish);
	response.on('close', finish);
	reading.register(toDisposable(() => response.off('data', take)));
	return reading;
}
