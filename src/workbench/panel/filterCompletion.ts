import type { Clock } from '../../base/clock';
import { complete, type Seen } from '../../domain/query/completion';
import type { Completion } from '../../domain/query/completionItem';
import type { Capture } from '../../store/capture';

/** While one types, what was seen is asked for this often at most. */
const freshMs = 1500;
const maxTypes = 200;

/** Completes filters by what was seen in one capture. */
export class FilterCompletion {
	private seen: Promise<Seen> | undefined;
	private askedAt = 0;

	constructor(
		private readonly capture: Pick<Capture, 'eventTypes' | 'jsonShape'>,
		private readonly clock: Clock,
	) {}

	/** The answer to the question `complete`. */
	async complete(text: string, caret: number): Promise<Completion> {
		const now = this.clock.now();
		if (this.seen === undefined || now - this.askedAt > freshMs) {
			this.askedAt = now;
			this.seen = this.look();
			// Whoever waits is told; the next one asks anew.
			this.seen.catch(() => (this.seen = undefined));
		}
		return complete(text, Math.min(caret, text.length), await this.seen);
	}

	private async look(): Promise<Seen> {
		const { capture } = this;
		const [types, shape] = await Promise.all([capture.eventTypes(maxTypes), capture.jsonShape()]);
		return { types, shape };
	}
}
