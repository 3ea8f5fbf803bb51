import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import type { StreamInfo } from '../../src/protocol/stream';
import type { Tick } from '../../src/protocol/tick';
import { viewStateVersion, type ViewState } from '../model/viewState';
import type { AppParts } from './appParts';

/** What outlives the page is written down after a pause this long. */
const savePauseMs = 100;

/** Writes down what the page is to come back with. */
export class SavedView {
	readonly #pause = new MutableDisposable<Disposable>();
	#saved = '';
	readonly #app: AppParts;
	readonly #clock: Clock;
	readonly #streamOf: () => StreamInfo | undefined;

	constructor(app: AppParts, clock: Clock, streamOf: () => StreamInfo | undefined) {
		this.#app = app;
		this.#clock = clock;
		this.#streamOf = streamOf;
	}

	/** Saves in a moment, if there is anything new. */
	mayHaveChanged(): void {
		this.#pause.value ??= this.#clock.schedule(savePauseMs, () => this.save());
	}

	save(): void {
		this.#pause.value = undefined;
		const { tick } = this.#app;
		const stream = this.#streamOf();
		if (tick === undefined || stream === undefined) return;
		const state = stateOf(this.#app, tick, stream);
		const text = JSON.stringify(state);
		if (text === this.#saved) return;
		this.#saved = text;
		this.#app.channel.state = state;
	}
}

function stateOf(
	{ timeline, filterBox, details }: AppParts,
	{ isPaused }: Tick,
	{ capture }: StreamInfo,
): ViewState {
	const isFollowing = timeline.following.isWanted;
	return {
		version: viewStateVersion,
		capture,
		filter: filterBox.text,
		isFollowing,
		isPaused,
		anchor: isFollowing ? undefined : timeline.anchor,
		selection: timeline.selection.seq,
		tab: details.tabs.wanted,
		textPath: details.textPath,
		areFactsFolded: details.properties.foldedByHand,
	};
}
