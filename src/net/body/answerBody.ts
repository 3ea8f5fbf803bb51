import type { Clock } from '../../base/clock';
import { DisposableStore, toDisposable, type Disposable } from '../../base/disposable';
import type { ResponseFacts } from '../../domain/entry';
import type { AnswerBody } from '../../domain/failure';
import { contentCoding } from './contentCoding';
import { bodyOf } from './decodedBody';
import type { Answer } from '../exchange/exchange';

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
	answer: Answer,
	{ headers }: ResponseFacts,
	clock: Clock,
	done: (body: AnswerBody) => void,
): Disposable {
	const coding = contentCoding(headers);
	const kept: Buffer[] = [];
	let keptBytes = 0;
	let sizeBytes = 0;
	const reading = new DisposableStore();

	const finish = (hasEnded: boolean) => {
		if (reading.isDisposed) return;
		reading.dispose();
		const isComplete = hasEnded && coding.isKnown && sizeBytes === keptBytes;
		// A character cut in two at the end of what was kept is left out, not shown as broken.
		const text = new TextDecoder().decode(Buffer.concat(kept), { stream: !isComplete });
		// Bytes of an unknown coding are no text; that they came is said all the same.
		done({ text: coding.isKnown ? text : '', sizeBytes, isComplete });
	};
	reading.register(clock.schedule(patienceMs, () => finish(false)));
	const body = bodyOf(answer, coding.isKnown ? coding.codings : [], clock, {
		coded: () => true,
		bytes(chunk) {
			sizeBytes += chunk.length;
			const part = Buffer.from(chunk.subarray(0, maxAnswerBytes - keptBytes));
			keptBytes += part.length;
			if (part.length > 0) kept.push(part);
			if (sizeBytes >= maxReceivedBytes) finish(false);
			return true;
		},
		ended: () => finish(true),
		// What broke off is shown as far as it came.
		broke: () => finish(false),
	});
	reading.register(toDisposable(() => body.stop()));
	return reading;
}
