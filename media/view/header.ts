import type { StreamInfo } from '../../src/protocol/stream';
import type { Tick } from '../../src/protocol/tick';
import { kindWord } from '../../src/protocol/kindWords';
import { strings } from '../../src/protocol/strings';
import { durationText } from '../../src/domain/words';
import { rateText } from '../model/figures';
import { inertLine } from '../model/inert';
import { kindIcons } from '../model/rowLook';
import { el, icon, setAttribute, setIcon, setLine, setText, span } from './dom';
import { Toolbar, type ToolbarActions } from './toolbar';

const words = strings.connection;
/** Who waits for an answer longer than this is told for how long. */
const slowMs = 2000;

/** The line at the top: what stream it is and how it is. */
export class Header {
	readonly element: HTMLElement;
	readonly #toolbar: Toolbar;
	readonly #state = span('state');
	readonly #stateIcon = icon('circle-outline');
	readonly #stateWord = span('word');
	readonly #also = span('also dim', words.paused());
	/** For those who go by headings. */
	readonly #title = el('h1', { class: 'unseen' });
	readonly #url = span('url ell');
	readonly #lastEventId = el('dd', { class: 'ell' });
	readonly #retry = el('dd');
	readonly #rate = el('dd');
	readonly #entries = el('dd');
	readonly #bytes = el('dd');
	readonly #dropped = el('dd', { class: 'c-warning' });
	readonly #progress = el('div', { class: 'progress', hidden: true });

	constructor(actions: ToolbarActions) {
		this.#toolbar = new Toolbar(actions);
		this.#state.append(this.#stateIcon, this.#stateWord, this.#also);
		const lastEventId = this.#lastEventId;
		const retry = this.#retry;
		const rate = this.#rate;
		const entries = this.#entries;
		const bytes = this.#bytes;
		const dropped = this.#dropped;
		const facts = el(
			'dl',
			{ class: 'facts' },
			fact(lastEventId, words.lastEventId),
			fact(retry, words.retry(), words.retryTitle()),
			...[rate, entries, bytes, dropped].map(value => fact(value)),
		);
		entries.parentElement?.classList.add('wide');
		// Its text changes many times a second: what is worth hearing is announced elsewhere.
		const connection = el(
			'div',
			{ class: 'connection', role: 'status', 'aria-label': words.label(), 'aria-live': 'off' },
			this.#state,
			this.#url,
			facts,
		);
		this.element = el(
			'header',
			{ class: 'header' },
			this.#title,
			connection,
			this.#toolbar.element,
			this.#progress,
		);
	}

	showStream(stream: StreamInfo): void {
		const [, scheme = '', host = '', rest = ''] =
			/^([a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)(.*)$/is.exec(stream.url) ?? [];
		const method = stream.method === 'GET' ? [] : [span('method', stream.method)];
		this.#url.replaceChildren(
			...method,
			span('dim scheme', inertLine(scheme)),
			inertLine(host),
			span('dim', inertLine(rest)),
		);
		setLine(this.#title, stream.name);
		setAttribute(this.#url, 'title', inertLine(stream.url));
		this.#toolbar.showStream(stream);
	}

	/** @param sinceTickMs how old the tick is: a countdown goes on without new ones. */
	update(tick: Tick, stream: StreamInfo, sinceTickMs: number): void {
		const { status } = tick;
		const { state } = status;
		setAttribute(this.#state, 'data-state', state);
		setIcon(this.#stateIcon, kindIcons[state]);
		setText(this.#stateWord, stream.isLive ? stateWord(tick, sinceTickMs) : words.capture());
		this.#also.hidden = !tick.isPaused;
		if (status.lastEventId === '') setText(this.#lastEventId, words.noLastEventId());
		else setLine(this.#lastEventId, status.lastEventId);
		setAttribute(this.#lastEventId, 'title', inertLine(status.lastEventId));
		this.#lastEventId.classList.toggle('dim', status.lastEventId === '');
		setText(this.#retry, durationText(status.reconnectionTimeMs));
		const isSilent = status.bytes === 0 && state !== 'open';
		showFact(this.#rate, stream.isLive && !isSilent && words.rate(rateText(status.rate)));
		showFact(this.#entries, status.kept > 0 && words.entries(status.kept));
		showFact(this.#bytes, !isSilent && words.bytes(status.bytes));
		showFact(this.#dropped, status.dropped > 0 && words.dropped(status.dropped));
		setAttribute(this.#dropped, 'title', status.keepingStopped ?? words.droppedTitle());
		this.#showProgress(tick, sinceTickMs);
		this.#toolbar.update(tick);
	}

	#showProgress({ status }: Tick, sinceTickMs: number): void {
		const { waiting } = status;
		this.#progress.hidden = waiting === undefined || waiting.totalMs <= 0;
		if (waiting === undefined) return;
		const left = Math.max(0, waiting.remainingMs - sinceTickMs) / waiting.totalMs;
		this.#progress.style.transform = `scaleX(${Math.min(1, Math.max(0, 1 - left)).toFixed(4)})`;
	}
}

/** The word for the state, with the time left while waiting, or the time without an answer. */
export function stateWord({ status }: Tick, sinceTickMs: number): string {
	if (status.connecting !== undefined) {
		const forMs = status.connecting.forMs + sinceTickMs;
		if (forMs >= slowMs) return words.noAnswerFor(durationText(Math.floor(forMs / 1000) * 1000));
	}
	if (status.waiting === undefined) return kindWord(status.state);
	const leftMs = status.waiting.remainingMs - sinceTickMs;
	if (leftMs <= 0) return words.reconnectingNow();
	return words.reconnectingIn(durationText(Math.ceil(leftMs / 1000) * 1000));
}

function fact(value: HTMLElement, name?: string, title?: string): HTMLElement {
	const label = name === undefined ? [] : [el('dt', { class: 'dim' }, name)];
	return el('div', { title }, ...label, value);
}

function showFact(value: HTMLElement, text: string | false): void {
	if (value.parentElement !== null) value.parentElement.hidden = text === false;
	setText(value, text === false ? '' : text);
}
