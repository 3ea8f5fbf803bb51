import type { ToWebview } from '../../../src/protocol/toWebview';
import { slotOfType } from '../../../src/protocol/overview';
import { MatchDensity } from '../../../src/store/filter/matchDensity';
import { MatchList } from '../../../src/store/filter/matchList';
import { OverviewKeeper } from '../../../src/store/overview/overviewKeeper';
import type { Query } from '../../../src/domain/query/query';
import type { Capture, Captured } from './capture';
import { matches } from './matches';

/** Entries of a long capture that are counted as one. */
const maxCounted = 20_000;

/** The overview of a scene, made of its entries. */
export class FakeOverview {
	private keeper = new OverviewKeeper();
	private counted: Captured[] = [];
	private length = 0;

	constructor(
		history: readonly Captured[],
		private readonly capture: Capture,
	) {
		for (const item of history) this.add(item, 1);
	}

	/** Brings it up to so many entries of the capture. */
	upTo(length: number): void {
		const stride = Math.max(1, Math.floor(length / maxCounted));
		while (this.length < length) {
			const count = Math.min(stride, length - this.length);
			this.add(this.capture.at(this.length), count);
			this.length += count;
		}
	}

	clear(): void {
		this.keeper.clear();
		this.counted = [];
		this.length = Infinity;
	}

	/** What the host would send, `query` being the filter in force. */
	messages(query: Query | undefined, now: number | undefined): ToWebview[] {
		const { tally, density } = this.keeper.snapshot();
		const list = new MatchList();
		for (const { entry, typeIndex } of query === undefined ? [] : this.counted) {
			if (!matches(query!, entry)) continue;
			list.append([entry.seq], [entry.kind === 'event' ? slotOfType(typeIndex) : 15]);
		}
		const matched = query && new MatchDensity(list).update(density);
		return [
			{ type: 'density', ...density, ...(matched && { matched }), now },
			{ type: 'tally', ...tally },
		];
	}

	private add(item: Captured, count: number): void {
		this.keeper.add(item.entry, count);
		this.counted.push(item);
	}
}
