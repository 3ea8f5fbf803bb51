import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import type { Tick } from '../../src/protocol/tick';
import { strings } from '../../src/protocol/strings';
import { Heard } from '../model/heard';
import { el, setText } from './dom';
import { stateWord } from './header';

/** A count is read out once it has stood still this long. */
const settleMs = 1000;

/**
 * Reads out what is worth hearing: another state, how much has come, and how much matches another
 * filter. Which row is selected is said by the grid.
 */
export class Announcer {
	readonly element = el('div', { class: 'unseen', 'aria-live': 'polite' });
	readonly #heard: Heard;
	#filter = '';
	readonly #pending = new MutableDisposable<Disposable>();
	readonly #clock: Clock;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#heard = new Heard(clock, (news, added, kept) => {
			const growth = added === 0 ? '' : strings.grid.grown(added, kept);
			this.say(strings.connection.announce(news ?? '', growth));
		});
	}

	/** Reads out in a moment. */
	say(words: string): void {
		setText(this.element, words);
	}

	/** @param filter the filter in force. */
	update(tick: Tick, filter: string): void {
		const { status, isPaused } = tick;
		const words = strings.connection.announce(stateWord(tick, 0), status.failure?.title ?? '');
		const { state, received, kept } = status;
		this.#heard.update({ state, received, kept, isPaused }, words);
		if (filter === this.#filter || tick.isCounting) return;
		this.#filter = filter;
		if (filter === '') return;
		this.#pending.value = this.#clock.schedule(settleMs, () =>
			this.say(strings.filter.matches(tick.total, status.kept)),
		);
	}
}
