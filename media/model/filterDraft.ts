import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import type { Chosen } from '../../src/domain/query/choice';
import type { Marks } from '../../src/domain/query/marks';
import type { QueryProblem } from '../../src/domain/query/query';
import { maxFilterLength } from '../../src/protocol/guard';
import type { FilterVerdict } from '../../src/protocol/filterVerdict';
import { Latest } from './latest';

/** What a draft asks of the host. */
export interface FilterPort {
	/** What to make of a text. */
	judge(text: string): Promise<FilterVerdict>;
	/** Brings a valid text into force. */
	enforce(text: string): void;
}

/**
 * The text of the filter as it is typed. The host judges each version of it, and the latest one comes
 * into force after a pause, if it is valid; else the one before stays.
 */
export class FilterDraft {
	readonly #verdicts: Latest<string, FilterVerdict>;
	readonly #pending = new MutableDisposable<Disposable>();
	#current = '';
	#enforced = '';
	#wrong: QueryProblem | undefined;
	#choices: Chosen = { only: [], not: [] };
	#looksFor: Marks = { anywhere: [], inData: [], paths: [] };
	/** Whether the text is to come into force as soon as it is known to be valid. */
	#isDue = false;
	readonly #host: FilterPort;
	readonly #clock: Clock;
	readonly #onChange: () => void;

	/** @param onChange something of it has changed, or more is known. */
	constructor(host: FilterPort, clock: Clock, onChange: () => void) {
		this.#host = host;
		this.#clock = clock;
		this.#onChange = onChange;
		const ask = (text: string) => host.judge(text.slice(0, maxFilterLength));
		this.#verdicts = new Latest(ask, () => this.#consider());
	}

	/** The text, valid or not. */
	get text(): string {
		return this.#current;
	}

	/** The filter that the host was told last. */
	get inForce(): string {
		return this.#enforced;
	}

	/**
	 * What is wrong with the text. While the host has not yet said so, what it said about the text
	 * before: gone and back again, it would flicker.
	 */
	get problem(): QueryProblem | undefined {
		return this.#current === '' ? undefined : this.#wrong;
	}

	/** What the latest valid text looks for. */
	get marks(): Marks {
		return this.#looksFor;
	}

	/** What the latest valid text chooses. */
	get chosen(): Chosen {
		return this.#choices;
	}

	/** Begins with a text, and with the filter that is in force. */
	restore(text: string, inForce: string): void {
		this.#enforced = inForce;
		this.set(text, 0);
	}

	/** @param pauseMs to wait for more before the text comes into force. */
	set(text: string, pauseMs: number): void {
		this.#current = text;
		this.#isDue = pauseMs === 0;
		this.#pending.value = this.#isDue
			? undefined
			: this.#clock.schedule(pauseMs, () => this.hurry());
		this.#consider();
	}

	/** Waits for no more. */
	hurry(): void {
		this.#pending.value = undefined;
		this.#isDue = true;
		this.#consider();
	}

	#consider(): void {
		const verdict = this.#verdicts.get(this.#current)?.value;
		if (verdict !== undefined) {
			this.#wrong = 'problem' in verdict ? verdict.problem : undefined;
			if ('marks' in verdict) this.#accept(verdict);
		}
		this.#onChange();
	}

	#accept({ marks, chosen }: Exclude<FilterVerdict, { problem: unknown }>): void {
		this.#looksFor = marks;
		this.#choices = chosen;
		if (!this.#isDue || this.#current === this.#enforced) return;
		this.#enforced = this.#current;
		this.#host.enforce(this.#current);
	}
}
