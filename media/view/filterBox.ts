import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import { countText } from '../../src/domain/words';
import { fields } from '../../src/domain/query/fields';
import { parseQuery } from '../../src/domain/query/parser';
import type { QueryProblem } from '../../src/domain/query/query';
import type { Tick } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { marksOf, type Marks } from '../model/marks';
import { insertTerm, isRegex, toggleRegex } from '../model/filterText';
import { div, el, icon, iconButton, on, setAttribute, setText, span } from './dom';
import { openMenuBelow } from './menu';

const words = strings.filter;

/** While one types, a filter is evaluated after a pause this long. */
const typingPauseMs = 100;

type Words = Pick<QueryProblem, 'message' | 'hint' | 'fields'>;

/** The filter: a text, checked as one types; only a valid one goes to the host. */
export class FilterBox {
	readonly element: HTMLElement;
	private readonly input = el('input', {
		role: 'searchbox',
		'aria-label': words.label,
		placeholder: words.placeholder,
		spellcheck: 'false',
		autocomplete: 'off',
		'aria-describedby': 'filter-problem',
	});
	private readonly count = el('span', { class: 'count', hidden: true });
	private readonly shown = span();
	private readonly total = span('of');
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
	/** What the valid filter typed last looks for. */
	marks: Marks = { anywhere: [], inData: [], paths: [] };
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
		this.box = div(
			'inputbox',
			this.input,
			this.count,
			this.clearButton,
			this.regex,
			this.more,
			this.validation,
		);
		// The chips of the types stand beside it as soon as there are any.
		this.element = div('filter', this.box, el('div', { class: 'chips', hidden: true }));
		on(this.input, 'input', () => this.edited(typingPauseMs));
		on(this.input, 'keydown', event => this.onKey(event));
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
		setText(this.shown, countText(tick.total) + (tick.isCounting ? words.counting : ''));
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
		if (parsed.ok) this.marks = marksOf(parsed.query);
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
		const { hostError, validation } = this;
		const problem = this.problem ?? (hostError === undefined ? undefined : { message: hostError });
		setAttribute(this.input, 'aria-invalid', String(problem !== undefined));
		setAttribute(this.box, 'data-error', problem !== undefined);
		validation.hidden = problem === undefined;
		// Set anew it would be read out anew.
		const sentences = problem === undefined ? [] : sentencesOf(problem);
		const text = sentences.map(node => node.textContent).join('');
		if (text !== validation.textContent) validation.replaceChildren(...sentences);
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
		const items = fields.map(({ example, description }) => ({
			label: example,
			hint: description,
			run: () => {
				const { text, caret: to } = insertTerm(this.input.value, caret, example);
				this.replace(text);
				this.input.setSelectionRange(to, to);
			},
		}));
		openMenuBelow(this.more, words.more, [items]);
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
