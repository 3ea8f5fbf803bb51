import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import type { Marks } from '../../src/domain/query/marks';
import type { Questions } from '../../src/protocol/questions';
import type { Tick } from '../../src/protocol/tick';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import type { Timeline } from '../model/timeline';
import { div, el, iconButton, on, setText, span } from './dom';

const words = stringsOnDemand.find;
const typingPauseMs = 100;

type Find = Questions['find'];

/** Finds text in the rows that the filter shows, as VS Code's editors do. */
export class FindBar {
	readonly element: HTMLElement;
	readonly #input = el('input', {
		'aria-label': words.label(),
		placeholder: words.placeholder(),
		spellcheck: 'false',
		autocomplete: 'off',
	});
	readonly #count = span('find-count');
	readonly #pending = new MutableDisposable<Disposable>();
	/** What the host was asked for last; its latest answer. */
	#asked = '';
	#found: Find['answer'];
	#turn = 0;
	#latest = Promise.resolve();
	#marked: { readonly base: Marks; readonly text: string; readonly marks: Marks } | undefined;
	readonly #clock: Clock;
	readonly #timeline: Timeline;
	readonly #ask: (question: Find['question']) => Promise<Find['answer']>;
	readonly #say: (words: string) => void;
	readonly #leave: () => void;

	/**
	 * @param say reads out.
	 * @param leave closed: back to the list.
	 */
	constructor(
		clock: Clock,
		timeline: Timeline,
		ask: (question: Find['question']) => Promise<Find['answer']>,
		say: (words: string) => void,
		leave: () => void,
	) {
		this.#clock = clock;
		this.#timeline = timeline;
		this.#ask = ask;
		this.#say = say;
		this.#leave = leave;
		this.element = div(
			'find',
			this.#input,
			this.#count,
			iconButton('arrow-up', words.previous(), () => this.#go(-1)),
			iconButton('arrow-down', words.next(), () => this.#go(1)),
			iconButton('close', words.close(), () => this.#close()),
		);
		this.element.hidden = true;
		on(this.#input, 'input', () => {
			this.#pending.value = this.#clock.schedule(typingPauseMs, () => this.#go(0));
		});
		on(this.element, 'keydown', event => {
			if (event.key === 'Escape') this.#close();
			else if (event.key !== 'Enter' || event.target !== this.#input || event.isComposing) return;
			else this.#go(event.shiftKey ? -1 : 1);
			event.preventDefault();
		});
		on(document.body, 'keydown', event => {
			if (event.key !== 'F3' || this.element.hidden) return;
			event.preventDefault();
			this.#go(event.shiftKey ? -1 : 1);
		});
	}

	open(): void {
		this.element.hidden = false;
		this.#input.focus();
		this.#input.select();
		if (this.#input.value !== this.#asked) this.#go(0);
	}

	update({ found }: Tick): void {
		const { total = 0, isCounting = false, error } = found ?? {};
		const { seq, place } = this.#found ?? {};
		const isHere = seq !== undefined && seq === this.#timeline.selection.seq;
		const text =
			total === 0 && !isCounting
				? words.none()
				: words.places(isHere ? place : undefined, total, isCounting);
		setText(this.#count, found === undefined ? '' : (error ?? text));
	}

	/** What is to be marked in the rows: what the filter looks for, and the text. */
	marks(base: Marks): Marks {
		const text = this.#asked.toLowerCase();
		if (text === '') return base;
		if (this.#marked?.base !== base || this.#marked.text !== text) {
			const marks = { ...base, anywhere: [text, ...base.anywhere] };
			this.#marked = { base, text, marks };
		}
		return this.#marked.marks;
	}

	/** To the next match, or the one before; 0: from where one is. */
	#go(step: -1 | 0 | 1): void {
		const text = this.#input.value;
		// What was just typed is looked for from here on, whatever key was pressed.
		if (step === 0 || text !== this.#asked) this.#latest = this.#find(text, 0);
		// The next one of where the one before leads to.
		else this.#latest = this.#latest.then(() => this.#find(text, step));
	}

	async #find(text: string, step: -1 | 0 | 1): Promise<void> {
		const timeline = this.#timeline;
		const turn = ++this.#turn;
		this.#pending.value = undefined;
		this.#asked = text;
		const seq = timeline.selection.seq ?? timeline.shown?.rows[0]?.seq ?? 0;
		const found = await this.#ask({ text, seq, step }).catch(() => undefined);
		if (turn !== this.#turn) return;
		this.#found = found;
		if (found?.seq !== undefined) timeline.reveal(found.seq);
		const { tick } = timeline;
		if (tick !== undefined) this.update(tick);
		this.#say(this.#count.textContent);
	}

	#close(): void {
		this.element.hidden = true;
		void this.#find('', 0);
		this.#leave();
	}
}
