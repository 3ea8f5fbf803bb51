import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { DisposableStore, MutableDisposable, type Disposable } from '../../base/disposable';
import { countText } from '../../domain/words';
import { commandIds, contextKeys } from '../ids';
import { EventRate } from '../panel/eventRate';
import type { OpenStream, Streams } from '../streams';

const updateMs = 1000;

/** How many streams are live and how fast events come, in the status bar; not there when none is. */
export class LiveStreamsItem implements Disposable {
	private readonly owned = new DisposableStore();
	private readonly timer = this.owned.register(new MutableDisposable<Disposable>());
	private readonly rates = new WeakMap<OpenStream, EventRate>();
	private readonly item: vscode.StatusBarItem;
	private isOffered = false;

	constructor(
		private readonly streams: Streams,
		private readonly clock: Clock,
	) {
		const { Left } = vscode.StatusBarAlignment;
		this.item = this.owned.register(vscode.window.createStatusBarItem('streams', Left));
		this.item.name = vscode.l10n.t('Event Streams');
		this.item.command = commandIds.showStreams;
		this.owned.register(streams.onDidChange(() => this.update()));
	}

	dispose(): void {
		this.owned.dispose();
	}

	private update(): void {
		this.offer(this.streams.all.length > 0);
		const live = this.streams.all.filter(({ stream }) => !stream.isEnded);
		if (live.length === 0) {
			this.item.hide();
			this.timer.value = undefined;
			return;
		}
		const failed = this.streams.all.filter(({ stream }) => stream.state === 'failed').length;
		const rate = Math.round(live.reduce((sum, open) => sum + this.rateOf(open), 0));
		const { l10n } = vscode;
		const count = countText(live.length);
		this.item.text = `$(pulse) ${count} · ${l10n.t('{0}/s', countText(rate))}`;
		const words = [
			l10n.t('Event streams that are live: {0}', count),
			l10n.t('Events per second: {0}', countText(rate)),
			...(failed > 0 ? [l10n.t('Failed: {0}', countText(failed))] : []),
		];
		this.item.tooltip = words.join('\n');
		this.item.accessibilityInformation = { label: words.join(', '), role: 'button' };
		this.item.backgroundColor =
			failed > 0 ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
		this.item.show();
		this.timer.value = this.clock.schedule(updateMs, () => this.update());
	}

	/** The command that shows one of them, in the palette. */
	private offer(isOffered: boolean): void {
		if (isOffered === this.isOffered) return;
		this.isOffered = isOffered;
		void vscode.commands.executeCommand('setContext', contextKeys.streams, isOffered);
	}

	private rateOf(open: OpenStream): number {
		let rate = this.rates.get(open);
		if (rate === undefined) this.rates.set(open, (rate = new EventRate()));
		const { state, capture } = open.stream;
		const eventsPerSecond = rate.at(this.clock.now(), capture.progress.events);
		return state === 'open' ? eventsPerSecond : 0;
	}
}
