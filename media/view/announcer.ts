import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import type { Tick } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { el, setText } from './dom';
import { stateWord } from './header';

/** A count is read out once it has stood still this long. */
const settleMs = 1000;

/** Reads out what is worth hearing: another state, and how much matches another filter. */
export class Announcer {
	readonly element = el('div', { class: 'unseen', 'aria-live': 'polite' });
	#state = '';
	#filter = '';
	readonly #pending = new MutableDisposable<Disposable>();
	readonly #clock: Clock;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Reads out in a moment. */
	say(words: string): void {
		setText(this.element, words);
	}

	/** @param filter the filter in force. */
	update(tick: Tick, filter: string): void {
		const { status } = tick;
		if (status.state !== this.#state) {
			const isFirst = this.#state === '';
			this.#state = status.state;
			const { announce } = strings.connection;
			const more = status.failure?.title ?? '';
			if (!isFirst) setText(this.element, announce(stateWord(tick, 0), more));
		}
		if (filter === this.#filter || tick.isCounting) return;
		this.#filter = filter;
		if (filter === '') return;
		this.#pending.value = this.#clock.schedule(settleMs, () =>
			setText(this.element, strings.filter.matches(tick.total, status.kept)),
		);
	}
}
