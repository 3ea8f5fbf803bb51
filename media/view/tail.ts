import { assertNever } from '../../src/base/assertNever';
import type { FailureReport } from '../../src/domain/failure';
import { strings } from '../../src/protocol/strings';
import { blockPieces, inertLine } from '../model/inert';
import { firstLines, type TailNotice } from '../model/tailNotice';
import { div, el, setPieces, setText, span, textButton } from './dom';
import type { Order } from './toolbar';

const words = strings.tail;

/** What the buttons below the last row do. */
export interface TailActions {
	order(type: Order): void;
	clearFilter(): void;
	/** Asks for another value of a secret. */
	setSecret(name: string): void;
	/** Opens the details of the latest entry. */
	showLatest(): void;
}

/** The block below the last row. It docks at the lower edge once the rows fill the list. */
export class Tail {
	readonly element = el('div', { class: 'tail', hidden: true });
	private readonly since = span('dim');
	private key = '';

	constructor(private readonly actions: TailActions) {}

	update(notice: TailNotice | undefined, isDocked: boolean): void {
		this.element.hidden = notice === undefined;
		this.element.classList.toggle('docked', isDocked);
		if (notice === undefined) {
			this.key = '';
			return;
		}
		if (notice.type === 'silent') setText(this.since, words.emptySince(notice.forMs));
		// Built anew only if it says something else: a button must stay under the mouse.
		const key = JSON.stringify({ ...notice, forMs: 0 });
		if (key === this.key) return;
		this.key = key;
		const isLine = notice.type === 'waiting' || notice.type === 'closed';
		this.element.classList.toggle('line', isLine);
		this.element.replaceChildren(...this.build(notice));
	}

	private build(notice: TailNotice): Node[] {
		const { actions } = this;
		switch (notice.type) {
			case 'waiting':
				return this.line(words.reconnectNow, 'button', words.attempt(notice.attempt), notice, [
					textButton(words.stopWaiting, 'button secondary', () => actions.order('stopWaiting')),
				]);
			case 'closed':
				return this.line(strings.toolbar.reconnect, 'button secondary', '', notice);
			case 'failed':
				return [this.failure(notice.failure)];
			case 'silent':
				return [
					what(words.emptyTitle, el('p', {}, words.emptyAdvice, ' ', this.since), [
						textButton(words.responseHeaders, 'button secondary', () => actions.showLatest()),
					]),
				];
			case 'noMatch':
				return [
					what(
						words.noMatchTitle,
						el('p', { class: 'dim' }, words.noMatchKept(notice.kept, notice.isOpen)),
						[textButton(strings.filter.clear, 'button secondary', () => actions.clearFilter())],
					),
				];
			case 'nothing': {
				const text = notice.isOver ? words.clearedDead : words.clearedLive;
				const sentence = notice.isLive ? text : words.emptyCapture;
				return [what(words.clearedTitle, el('p', { class: 'dim' }, sentence), [])];
			}
			default:
				return assertNever(notice);
		}
	}

	private line(
		label: string,
		look: string,
		attempt: string,
		{ lastEventId }: { readonly lastEventId: string },
		more: readonly Node[] = [],
	): Node[] {
		const sends = lastEventId === '' ? words.willSendNone : words.willSend(inertLine(lastEventId));
		return [
			textButton(label, look, () => this.actions.order('reconnect')),
			...more,
			span('ell', attempt, attempt && ' ', span('dim', sends)),
			textButton(words.editLastEventId, 'link', () => this.actions.order('editLastEventId')),
		];
	}

	private failure(failure: FailureReport): HTMLElement {
		const { title, advice, explanation, answer, secretNames, tlsRemedy } = failure;
		const { actions } = this;
		const mend = textButton(words.mendTls, 'button secondary', () => actions.order('mendTls'));
		const block = what(
			inertLine(title),
			el('p', {}, inertLine(advice), ' ', span('dim', inertLine(explanation))),
			[
				textButton(words.tryAgain, 'button', () => actions.order('reconnect')),
				...(secretNames ?? []).map(name =>
					textButton(words.setSecret(name), 'button secondary', () => actions.setSecret(name)),
				),
				...(tlsRemedy === undefined ? [] : [mend]),
				textButton(strings.toolbar.editEndpoint, 'link', () => actions.order('editEndpoint')),
			],
		);
		if (answer === undefined || answer.text.trim() === '') return block;
		const { lines, total } = firstLines(answer.text, answer.isComplete);
		const body = el('pre');
		setPieces(body, blockPieces(lines.join('\n')));
		block.lastElementChild?.before(
			body,
			el(
				'p',
				{ class: 'dim small' },
				words.answerLines(lines.length, total, answer.sizeBytes),
				' ',
				textButton(words.wholeAnswer, 'link', () => actions.showLatest()),
			),
		);
		return block;
	}
}

function what(title: string, text: HTMLElement, buttons: HTMLButtonElement[]): HTMLElement {
	const block = div('what', el('h2', {}, title), text);
	if (buttons.length > 0) block.append(div('actions', ...buttons));
	return block;
}
