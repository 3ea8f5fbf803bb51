import type { Clock } from '../../src/base/clock';
import { countText } from '../../src/domain/words';
import type { Chosen } from '../../src/domain/query/choice';
import type { Marks } from '../../src/domain/query/marks';
import type { SavedFilter } from '../../src/domain/query/savedFilter';
import type { QueryProblem } from '../../src/domain/query/query';
import type { Tick } from '../../src/protocol/tick';
import type { Opened } from '../../src/protocol/toWebview';
import { strings } from '../../src/protocol/strings';
import type { Channel } from '../channel';
import { FilterDraft } from '../model/filterDraft';
import { insertTerm, isRegex, toggleRegex } from '../model/filterText';
import type { CompletionList } from './completionList';
import { div, el, icon, iconButton, on, setAttribute, setText, span } from './dom';
import { loadOnDemand } from './loadOnDemand';
import { openMenuBelow } from './menu';
import { SavedFilters } from './savedFilters';

const words = strings.filter;

/** While one types, a filter is evaluated after a pause this long. */
const typingPauseMs = 50;

type Words = Pick<QueryProblem, 'message' | 'hint' | 'fields'>;

/** The filter: a text, checked by the host as one types; only a valid one comes into force. */
export class FilterBox {
	readonly element: HTMLElement;
	readonly #input = el('input', {
		role: 'searchbox',
		'aria-label': words.label(),
		placeholder: words.placeholder(),
		spellcheck: 'false',
		autocomplete: 'off',
		'aria-describedby': 'filter-problem',
	});
	readonly #count = el('span', { class: 'count', hidden: true });
	readonly #shown = span();
	readonly #total = span('of');
	readonly #clearButton = toggle('close', words.clear(), () => this.#replace(''));
	readonly #regex = toggle('regex', words.regex(), () =>
		this.#replace(toggleRegex(this.#input.value)),
	);
	readonly #more = toggle('filter', words.more(), () => this.#openFields());
	readonly #saved: SavedFilters;
	readonly #validation = el('div', {
		class: 'validation',
		id: 'filter-problem',
		role: 'alert',
		hidden: true,
	});
	#completions: CompletionList | undefined;
	#areWanted = false;
	readonly #draft: FilterDraft;
	#fields: Opened['fields'] = [];
	#hostError: string | undefined;
	readonly #leave: () => void;

	/** @param onDraft the text changed, or what is known of it; `leave`: on to the list. */
	constructor(clock: Clock, channel: Channel, onDraft: () => void, leave: () => void) {
		this.#leave = leave;
		const host = {
			judge: (text: string) => channel.ask('filter', { text }),
			enforce: (text: string) => {
				this.#hostError = undefined;
				channel.post({ type: 'setFilter', text });
			},
		};
		this.#saved = new SavedFilters({
			apply: text => this.#replace(text),
			save: () => channel.post({ type: 'saveFilter', text: this.text }),
			manage: () => channel.post({ type: 'manageFilters' }),
		});
		this.#draft = new FilterDraft(host, clock, () => {
			this.#showDraft();
			onDraft();
		});
		this.#count.append(this.#shown, this.#total);
		setAttribute(this.#more, 'aria-haspopup', 'menu');
		const type = () => this.#draft.set(this.#input.value, typingPauseMs);
		this.element = div(
			'inputbox',
			this.#input,
			this.#count,
			this.#clearButton,
			this.#regex,
			this.#more,
			this.#saved.button,
			this.#validation,
		);
		on(this.#input, 'focus', () => void this.#offerCompletions(channel, type));
		on(this.#input, 'input', type);
		on(this.#input, 'keydown', event => this.#onKey(event));
		this.#showDraft();
	}

	async #offerCompletions(channel: Channel, type: () => void): Promise<void> {
		const text = this.#input.value;
		const { CompletionList: List } = await loadOnDemand();
		if (this.#completions !== undefined) return;
		const completions = new List(this.#input, question => channel.ask('complete', question), type);
		this.#completions = completions;
		this.element.append(completions.element);
		// Somebody was quicker.
		if (this.#areWanted || this.#input.value !== text) completions.look(this.#areWanted);
	}

	/** The text in the box, valid or not. */
	get text(): string {
		return this.#draft.text;
	}

	/** The filter in force, as far as the host was told. */
	get inForce(): string {
		return this.#draft.inForce;
	}

	/** What the valid filter typed last looks for. */
	get marks(): Marks {
		return this.#draft.marks;
	}

	/** What the valid filter typed last chooses. */
	get chosen(): Chosen {
		return this.#draft.chosen;
	}

	/** Begins with a text, and with what the host has. */
	restore(text: string, { filter, fields }: Opened): void {
		this.#fields = fields;
		this.#input.value = text;
		this.#draft.restore(text, filter);
	}

	/** What the user has saved has changed. */
	takeSaved(filters: readonly SavedFilter[]): void {
		this.#saved.take(filters);
	}

	clear(): void {
		this.#replace('');
	}

	focus(): void {
		this.#input.focus();
		this.#input.select();
	}

	update(tick: Tick): void {
		this.#hostError = tick.filterError;
		const isFiltered = this.inForce.trim() !== '' && this.#draft.problem === undefined;
		this.#count.hidden = !isFiltered || tick.filterError !== undefined;
		setText(this.#shown, countText(tick.total) + (tick.isCounting ? '…' : ''));
		setText(this.#total, words.countOf(tick.status.kept));
		this.#showProblem();
	}

	/** Takes a text from elsewhere; the focus stays where it is. */
	take(text: string): void {
		this.#input.value = text;
		this.#draft.set(text, 0);
	}

	#replace(text: string): void {
		this.#input.focus();
		this.take(text);
	}

	#showDraft(): void {
		const { text } = this;
		this.#clearButton.hidden = text === '';
		this.#saved.update(text, this.#draft.problem === undefined);
		setAttribute(this.#regex, 'aria-pressed', String(isRegex(text)));
		this.#showProblem();
	}

	#showProblem(): void {
		const hostError = this.#hostError;
		const validation = this.#validation;
		const problem =
			this.#draft.problem ?? (hostError === undefined ? undefined : { message: hostError });
		setAttribute(this.#input, 'aria-invalid', String(problem !== undefined));
		setAttribute(this.element, 'data-error', problem !== undefined);
		validation.hidden = problem === undefined;
		// Set anew it would be read out anew.
		const sentences = problem === undefined ? [] : sentencesOf(problem);
		const text = sentences.map(node => node.textContent).join('');
		if (text !== validation.textContent) validation.replaceChildren(...sentences);
	}

	#onKey(event: KeyboardEvent): void {
		if (event.isComposing) return;
		if (this.#completions?.take(event) === true) return event.preventDefault();
		// The list is on its way.
		this.#areWanted = event.key === ' ' && event.ctrlKey;
		if (event.key === 'Enter') this.#draft.hurry();
		else if (event.key === 'Escape' && this.#input.value !== '') this.#replace('');
		else if (event.key === 'ArrowDown' || event.key === 'Escape') this.#leave();
		else return;
		event.preventDefault();
	}

	#openFields(): void {
		const caret = this.#input.selectionStart ?? this.#input.value.length;
		const items = this.#fields.map(({ example, description }) => ({
			label: example,
			hint: description,
			run: () => {
				const { text, caret: to } = insertTerm(this.#input.value, caret, example);
				this.#replace(text);
				this.#input.setSelectionRange(to, to);
			},
		}));
		openMenuBelow(this.#more, words.more(), [items]);
	}
}

function toggle(name: string, label: string, run: () => void): HTMLButtonElement {
	const button = iconButton(name, label, run);
	button.className = 'toggle';
	return button;
}

function sentencesOf({ message, hint, fields: names }: Words): HTMLElement[] {
	const sentences = div('', el('b', {}, message));
	if (hint !== undefined) sentences.append(` ${hint}`);
	if (names !== undefined) sentences.append(span('fields', words.fields(names)));
	return [icon('error'), sentences];
}
