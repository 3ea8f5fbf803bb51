import type { StreamInfo } from '../../src/protocol/stream';
import type { Tick } from '../../src/protocol/tick';
import { strings } from '../../src/protocol/strings';
import { el, icon, iconButton, setAttribute, setLabel } from './dom';
import { openMenuBelow, type MenuItem } from './menu';
import { horizontal, rove } from './roving';

const words = strings.toolbar;

/** What the host does without more words. */
export type Order =
	| 'clear'
	| 'disconnect'
	| 'reconnect'
	| 'stopWaiting'
	| 'reconnectWith'
	| 'editLastEventId'
	| 'drop'
	| 'exportCapture'
	| 'copyAllAsJsonl'
	| 'copyAllAsMarkdown'
	| 'editEndpoint'
	| 'copyAsCode'
	| 'mendTls';

/** What the toolbar's buttons do. */
export interface ToolbarActions {
	togglePause(): void;
	order(type: Order): void;
	follow(): void;
}

/** The buttons at the right end of the header; one tab stop. */
export class Toolbar {
	readonly element: HTMLElement;
	readonly #pause: HTMLButtonElement;
	readonly #clear: HTMLButtonElement;
	readonly #connection: HTMLButtonElement;
	readonly #exportCapture: HTMLButtonElement;
	readonly #more: HTMLButtonElement;
	#isOver = false;
	#isConnected = false;
	#isLive = true;
	readonly #actions: ToolbarActions;

	constructor(actions: ToolbarActions) {
		this.#actions = actions;
		this.#pause = iconButton('debug-pause', words.pause(), () => actions.togglePause());
		this.#clear = iconButton('clear-all', words.clear(), () => actions.order('clear'));
		this.#connection = iconButton('debug-disconnect', words.disconnect(), () =>
			actions.order(this.#isOver ? 'reconnect' : 'disconnect'),
		);
		this.#exportCapture = iconButton('export', words.exportCapture(), () =>
			actions.order('exportCapture'),
		);
		this.#more = iconButton('ellipsis', words.more(), () => this.#openMore());
		this.#clear.classList.add('wide');
		this.#exportCapture.classList.add('wide');
		setAttribute(this.#more, 'aria-haspopup', 'menu');
		this.element = el(
			'div',
			{ class: 'toolbar', role: 'toolbar', 'aria-label': words.label() },
			this.#pause,
			this.#clear,
			this.#connection,
			this.#exportCapture,
			this.#more,
		);
		rove(this.element, horizontal);
	}

	showStream({ isLive }: StreamInfo): void {
		this.#isLive = isLive;
		this.#pause.hidden = this.#clear.hidden = this.#connection.hidden = !isLive;
		// What is hidden cannot be the way in.
		if (!isLive) this.#more.tabIndex = 0;
	}

	update({ isPaused, status }: Tick): void {
		const pauseLabel = isPaused ? words.resume() : words.pause();
		show(this.#pause, isPaused ? 'debug-continue' : 'debug-pause', pauseLabel);
		this.#pause.classList.toggle('is-on', isPaused);
		this.#isOver = status.state === 'closed' || status.state === 'failed';
		this.#isConnected = status.state === 'connecting' || status.state === 'open';
		if (this.#isOver) show(this.#connection, 'debug-restart', words.reconnect());
		else show(this.#connection, 'debug-disconnect', words.disconnect());
	}

	/** What has no room in the toolbar, and what is rarely wanted. */
	#openMore(): void {
		const actions = this.#actions;
		const isHidden = (button: HTMLElement) => !button.hidden && button.offsetParent === null;
		const narrow: MenuItem[] = [];
		if (isHidden(this.#clear))
			narrow.push({ label: words.clear(), run: () => actions.order('clear') });
		if (isHidden(this.#exportCapture)) {
			narrow.push({ label: words.exportCapture(), run: () => actions.order('exportCapture') });
		}
		const stream: MenuItem[] = [{ label: words.follow(), run: () => actions.follow() }];
		if (this.#isLive && !this.#isOver) {
			stream.push({ label: words.reconnect(), run: () => actions.order('reconnect') });
		}
		if (this.#isLive) {
			stream.push({ label: words.reconnectWith(), run: () => actions.order('reconnectWith') });
			if (this.#isConnected) stream.push({ label: words.drop(), run: () => actions.order('drop') });
			stream.push({ label: words.editEndpoint(), run: () => actions.order('editEndpoint') });
			stream.push({ label: words.copyAsCode(), run: () => actions.order('copyAsCode') });
		}
		const rows: MenuItem[] = (['copyAllAsJsonl', 'copyAllAsMarkdown'] as const).map(type => ({
			label: words[type](),
			run: () => actions.order(type),
		}));
		openMenuBelow(this.#more, words.more(), [narrow, stream, rows]);
	}
}

function show(button: HTMLButtonElement, name: string, label: string): void {
	if (button.getAttribute('aria-label') === label) return;
	setLabel(button, label);
	button.replaceChildren(icon(name));
}
