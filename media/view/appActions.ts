import type { CopyWhat } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import type { App } from './app';
import type { DetailActions } from './details';
import type { GridActions } from './grid';
import { openMenu } from './menu';
import type { TailActions } from './tail';
import type { ToolbarActions } from './toolbar';

/** What buttons, keys and menus do. */
export class AppActions implements DetailActions, GridActions, TailActions, ToolbarActions {
	constructor(private readonly app: App) {}

	togglePause(): void {
		const { tick, channel } = this.app;
		channel.post({ type: 'setPaused', paused: tick?.isPaused !== true });
	}

	/** To the newest row; a paused view goes on. */
	follow(): void {
		const { timeline, tick, channel, grid } = this.app;
		if (tick?.isPaused === true) {
			timeline.following.resumeLater();
			channel.post({ type: 'setPaused', paused: false });
		} else timeline.follow();
		grid.element.focus();
		this.app.schedule();
	}

	clear(): void {
		this.app.channel.post({ type: 'clear' });
	}

	disconnect(): void {
		this.app.channel.post({ type: 'disconnect' });
	}

	reconnect(): void {
		this.app.channel.post({ type: 'reconnect' });
	}

	exportCapture(): void {
		this.app.channel.post({ type: 'exportCapture' });
	}

	editEndpoint(): void {
		this.app.channel.post({ type: 'editEndpoint' });
	}

	clearFilter(): void {
		this.app.filterBox.clear();
	}

	showLatest(): void {
		const { timeline, tick } = this.app;
		if (tick !== undefined) timeline.selectEntry(tick.status.received);
		this.app.schedule();
	}

	moved(): void {
		this.app.schedule();
	}

	changed(): void {
		this.app.schedule();
	}

	step(rows: number): void {
		this.app.timeline.move(rows);
		this.app.schedule();
	}

	/** Back to the list; the details stay. */
	leave(): void {
		this.app.grid.element.focus();
	}

	close(): void {
		this.closeDetails();
		this.app.grid.element.focus();
	}

	closeDetails(): void {
		this.app.timeline.selection.clear();
		this.app.schedule();
	}

	focusDetails(): void {
		this.app.details.focus();
	}

	copyData(): void {
		this.copy('data');
	}

	copy(what: CopyWhat): void {
		const { seq } = this.app.timeline.selection;
		if (seq !== undefined) this.app.channel.post({ type: 'copy', what, seq });
	}

	openData(): void {
		const { seq } = this.app.timeline.selection;
		if (seq !== undefined) this.app.channel.post({ type: 'openData', seq });
	}

	openMenu(at: { x: number; y: number }): void {
		const words = strings.menu;
		openMenu(
			strings.details.label,
			[
				[
					{ label: words.copyData, run: () => this.copy('data') },
					{ label: words.copyRaw, run: () => this.copy('raw') },
					{ label: words.copyJson, run: () => this.copy('json') },
				],
				[{ label: words.openData, run: () => this.openData() }],
			],
			at,
		);
	}
}
