import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import type { JsonPath } from '../../src/domain/query/query';
import type { EntryInFull } from '../../src/protocol/entryInFull';
import type { Channel } from '../channel';
import { GrowingText } from './growingText';

/** A text that grows is asked for again after a pause this long, or ten times as long as asking took. */
const growPauseMs = 500;
/** The text that came in pieces, of which the event is one. It grows while the stream brings more. */
export class TextView {
	readonly #pause = new MutableDisposable<Disposable>();
	#view: GrowingText | undefined;
	#question: { readonly seq: number; readonly path?: JsonPath } | undefined;
	/** How many entries had come when it was asked for, and how many have by now. */
	#asked = 0;
	#received = 0;
	#isAsking = false;
	readonly #body: HTMLElement;
	readonly #ask: Channel['ask'];
	readonly #forget: () => void;
	readonly #clock: Clock;

	/** @param body what scrolls; `forget`: the path is no longer to be that said by hand. */
	constructor(body: HTMLElement, ask: Channel['ask'], forget: () => void, clock: Clock) {
		this.#body = body;
		this.#ask = ask;
		this.#forget = forget;
		this.#clock = clock;
	}

	render({ entry }: EntryInFull, path: JsonPath | undefined): HTMLElement {
		const view = new GrowingText(path === undefined ? undefined : this.#forget);
		this.#view = view;
		this.#question = { seq: entry.seq, ...(path && { path }) };
		this.#pause.value = undefined;
		void this.#look(view);
		return view.element;
	}

	/** So many entries have come by now. */
	grow(received: number): void {
		this.#received = received;
		const view = this.#view;
		const isDue = received !== this.#asked && view?.isOpen === true && view.element.isConnected;
		if (!isDue || this.#isAsking || this.#pause.value !== undefined) return;
		void this.#look(view);
	}

	/** What is asked for may come when another entry is shown: it is then filled in unseen. */
	async #look(view: GrowingText): Promise<void> {
		const question = this.#question;
		if (question === undefined) return;
		this.#isAsking = true;
		this.#asked = this.#received;
		const startMs = this.#clock.now();
		try {
			view.show(await this.#ask('text', question), this.#body);
		} catch (error) {
			view.element.replaceChildren((error as Error).message);
		}
		this.#isAsking = false;
		const pauseMs = Math.max(growPauseMs, 10 * (this.#clock.now() - startMs));
		this.#pause.value = this.#clock.schedule(pauseMs, () => {
			this.#pause.value = undefined;
			this.grow(this.#received);
		});
	}
}
