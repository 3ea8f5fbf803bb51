import type { Clock } from '../../base/clock';
import { DisposableStore, type Disposable } from '../../base/disposable';
import type { ToWebview } from '../../protocol/toWebview';
import type { Overview } from '../../protocol/overview';
import type { Capture } from '../../store/capture';
import { MatchDensity } from '../../store/filter/matchDensity';
import type { MatchList } from '../../store/filter/matchList';
import { Throttle } from '../../store/throttle';

/** An overview is looked at, not read: more often is not seen. */
export const overviewIntervalMs = 250;

/** What the feed is about. */
export interface OverviewSource {
	readonly capture: Pick<Capture, 'progress' | 'overview'>;
	/** The entries that are seen; absent: all. */
	matches(): MatchList | undefined;
	/** Whether time goes on for the stream, whatever comes. */
	isRunning(): boolean;
}

/** Tells a page of the overview of its capture, while it can be seen: what has changed, and no more often than can be seen. */
export class OverviewFeed implements Disposable {
	private readonly owned = new DisposableStore();
	private readonly throttle: Throttle;
	private isOn = false;
	private isAsking = false;
	/** What the page was told last. */
	private told = '';
	private toldMatches: MatchList | undefined;
	private toldTally = '';
	private matching: MatchDensity | undefined;

	constructor(
		private readonly source: OverviewSource,
		private readonly clock: Clock,
		private readonly post: (message: ToWebview) => void,
		private readonly onError: (error: unknown) => void,
	) {
		this.throttle = this.owned.register(
			new Throttle(clock, overviewIntervalMs, () => void this.tell()),
		);
	}

	/** A page has come that knows nothing. */
	start(): void {
		this.isOn = true;
		this.told = this.toldTally = '';
		this.request();
	}

	/** The page is gone. */
	stop(): void {
		this.isOn = false;
		this.throttle.cancel();
	}

	/** Something may have changed. */
	request(): void {
		if (this.isOn) this.throttle.request();
	}

	dispose(): void {
		this.stop();
		this.owned.dispose();
	}

	private async tell(): Promise<void> {
		if (this.isAsking || !this.hasNews) return;
		this.isAsking = true;
		// Also if it fails: to try again at once would be of no use.
		this.told = this.state;
		this.toldMatches = this.source.matches();
		try {
			const overview = await this.source.capture.overview();
			if (this.isOn) this.send(overview);
		} catch (error) {
			this.onError(error);
		} finally {
			this.isAsking = false;
		}
		// What came meanwhile.
		if (this.hasNews) this.request();
	}

	private get hasNews(): boolean {
		return this.state !== this.told || this.source.matches() !== this.toldMatches;
	}

	private get state(): string {
		const { received, dropped, firstSeq, lastSeq } = this.source.capture.progress;
		const matches = this.source.matches();
		const found = matches && matches.removed + matches.length;
		return [received, dropped, firstSeq, lastSeq, found, this.source.isRunning()].join();
	}

	private send({ tally, density }: Overview): void {
		const matched = this.matchedOf(density);
		this.post({
			type: 'density',
			...density,
			...(matched && { matched }),
			...(this.source.isRunning() && { now: this.clock.now() }),
		});
		// With a buffer in a message, VS Code reads all of it by a slower way: names go by themselves.
		const text = JSON.stringify(tally);
		if (text === this.toldTally) return;
		this.toldTally = text;
		this.post({ type: 'tally', ...tally });
	}

	private matchedOf(density: Overview['density']): Uint32Array | undefined {
		const list = this.source.matches();
		if (list !== this.matching?.list) this.matching = list && new MatchDensity(list);
		return this.matching?.update(density);
	}
}
