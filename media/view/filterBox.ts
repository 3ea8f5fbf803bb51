import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import { fields } from '../../src/domain/query/fields';
import { parseQuery } from '../../src/domain/query/parser';
import type { QueryProblem } from '../../src/domain/query/query';
import type { Tick } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { insertTerm, isRegex, toggleRegex } from '../model/filterText';
import { el, icon, iconButton, setAttribute, setText } from './dom';
import { openMenuBelow, type MenuItem } from './menu';

const words = strings.filter;

/** While one types, a filter is evaluated after a pause this long. */
const typingPauseMs = 100;

/** The filter: a text, checked as one types; only a valid one goes to the host. */
export class FilterBox {
	readonly element: HTMLElement;
	private readonly input = el('input', {
		type: 'text',
		role: 'searchbox',
		'aria-label': words.label,
		placeholder: words.placeholder,
		spellcheck: 'false',
		autocomplete: 'off',
		'aria-describedby': 'filter-problem',
	});
	private readonly count = el('span', { class: 'count', hidden: true });
	private readonly shown = el('span');
	private readonly total = el('span', { class: 'of' });
	private readonly clearButton = toggle('close', words.clear, () => this.replace(''));
	private readonly regex = toggle('regex', words.regex, () =>
		this.replace(toggleRegex(this.input.value)),
	);
	private readonly more = toggle('filter', words.more, () => this.openFields());
	private readonly validation = el('div', {
		class: 'validation',
		id: 'filter-problem',
		role: 'alert',
		hidden: true,
	});
	private readonly box: HTMLElement;
	private readonly pending = new MutableDisposable<Disposable>();
	/** The filter that the host was told last. */
	private posted = '';
	private problem: QueryProblem | undefined;
	private hostError: string | undefined;

	/** @param post tells the host; `onDraft`: the text changed; `leave`: on to the list. */
	constructor(
		private readonly clock: Clock,
		private readonly post: (text: string) => void,
		private readonly onDraft: () => void,
		private readonly leave: () => void,
	) {
		this.count.append(this.shown, this.total);
		setAttribute(this.more, 'aria-haspopup', 'menu');
		this.box = el(
			'div',
			{ class: 'inputbox' },
			this.input,
			this.count,
			this.clearButton,
			this.regex,
			this.more,
			this.validation,
		);
		// The chips of the types stand beside it as soon as there are any.
		this.element = el(
			'div',
			{ class: 'filter' },
			this.box,
			el('div', { class: 'chips', hidden: true }),
		);
		this.input.addEventListener('input', () => this.edited(typingPauseMs));
		this.input.addEventListener('keydown', event => this.onKey(event));
		this.showDraft();
	}

	/** The text in the box, valid or not. */
	get text(): string {
		return this.input.value;
	}

	/** The filter in force, as far as the host was told. */
	get inForce(): string {
		return this.posted;
	}

	/** Begins with a text, and with what the host has. */
	restore(text: string, inForce: string): void {
		this.posted = inForce;
		this.input.value = text;
		this.edited(0);
	}

	clear(): void {
		this.replace('');
	}

	focus(): void {
		this.input.focus();
		this.input.select();
	}

	update(tick: Tick): void {
		this.hostError = tick.filterError;
		const isFiltered = this.posted.trim() !== '' && this.problem === undefined;
		this.count.hidden = !isFiltered || tick.filterError !== undefined;
		setText(this.shown, words.count(tick.total) + (tick.isCounting ? words.counting : ''));
		setText(this.total, words.countOf(tick.status.kept));
		this.showProblem();
	}

	private replace(text: string): void {
		this.input.value = text;
		this.input.focus();
		this.edited(0);
	}

	private edited(delayMs: number): void {
		const text = this.input.value;
		const parsed = parseQuery(text);
		this.problem = parsed.ok ? undefined : parsed.problem;
		this.pending.value = undefined;
		if (parsed.ok && delayMs === 0) this.send();
		else if (parsed.ok) this.pending.value = this.clock.schedule(delayMs, () => this.send());
		this.showDraft();
		this.onDraft();
	}

	private send(): void {
		this.pending.value = undefined;
		if (this.problem !== undefined || this.input.value === this.posted) return;
		this.posted = this.input.value;
		this.hostError = undefined;
		this.post(this.posted);
		this.showDraft();
	}

	private showDraft(): void {
		this.clearButton.hidden = this.input.value === '';
		setAttribute(this.regex, 'aria-pressed', String(isRegex(this.input.value)));
		this.showProblem();
	}

	private showProblem(): void {
		const problem =
			this.problem ?? (this.hostError === undefined ? undefined : { message: this.hostError });
		setAttribute(this.input, 'aria-invalid', problem === undefined ? 'false' : 'true');
		setAttribute(this.box, 'data-error', problem !== undefined);
		this.validation.hidden = problem === undefined;
		if (problem === undefined) this.validation.replaceChildren();
		else showSentences(this.validation, problem);
	}

	private onKey(event: KeyboardEvent): void {
		if (event.isComposing) return;
		if (event.key === 'Enter') this.send();
		else if (event.key === 'ArrowDown') this.leave();
		else if (event.key === 'Escape' && this.input.value !== '') this.replace('');
		else return;
		event.preventDefault();
	}

	private openFields(): void {
		const caret = this.input.selectionStart ?? this.input.value.length;
		const item = (label: string, hint: string, term = label): MenuItem => ({
			label,
			hint,
			run: () => {
				const { text, caret: to } = insertTerm(this.input.value, caret, term);
				this.replace(text);
				this.input.setSelectionRange(to, to);
			},
		});
		openMenuBelow(this.more, words.more, [
			fields.map(({ example, description }) => item(example, description)),
			[item(words.regexExample, words.regexTerm), item(words.negationTerm, words.negation)],
		]);
	}
}

function toggle(name: string, label: string, run: () => void): HTMLButtonElement {
	const button = iconButton(name, label, run);
	button.className = 'toggle';
	return button;
}

function showSentences(
	validation: HTMLElement,
	{ message, hint, fields: names }: Pick<QueryProblem, 'message' | 'hint' | 'fields'>,
): void {
	const key = [message, hint, ...(names ?? [])].join('\n');
	// Set anew it would be read out anew.
	if (validation.dataset.key === key && validation.hasChildNodes()) return;
	validation.dataset.key = key;
	const sentences = el('div', {}, el('b', {}, message));
	if (hint !== undefined) sentences.append(` ${hint}`);
	if (names !== undefined) sentences.append(el('span', { class: 'fields' }, words.fields(names)));
	validation.replaceChildren(icon('error'), sentences);
}
