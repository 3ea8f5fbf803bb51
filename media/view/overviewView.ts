import type { Clock } from '../../src/base/clock';
import type { Chosen } from '../../src/domain/query/choice';
import type { TimeRange } from '../../src/domain/query/timeRange';
import type { DensityNews, TallyNews } from '../../src/protocol/toWebview';
import type { Frame } from '../model/frame';
import { Chips } from './chips';
import type { ChipActions } from './chipView';
import { Strip, type StripActions, type StripMarks } from './strip';
import { StripInput } from './stripInput';

/** While nothing comes, time moves on by this much at once. */
const stepMs = 1000;

/** What is said of the whole capture: the chips beside the filter and the strip below it. */
export class OverviewView {
	readonly chips: Chips;
	readonly strip: Strip;
	#tally: TallyNews | undefined;
	#density: DensityNews | undefined;
	#densityAt = 0;
	readonly #clock: Clock;

	constructor(actions: ChipActions & StripActions, clock: Clock) {
		this.#clock = clock;
		this.chips = new Chips(actions);
		this.strip = new Strip(actions);
		new StripInput(this.strip);
	}

	take(message: TallyNews | DensityNews): void {
		if (message.type === 'tally') this.#tally = message;
		else {
			this.#density = message;
			this.#densityAt = this.#clock.now();
		}
	}

	update(chosen: Chosen, { rows }: Frame, marks: Omit<StripMarks, 'visible'>): void {
		const tally = this.#tally;
		const density = this.#density;
		if (tally !== undefined) this.chips.update(tally, chosen);
		const sinceMs = this.#clock.now() - this.#densityAt;
		const now = density?.now && density.now + Math.floor(sinceMs / stepMs) * stepMs;
		const times = rows.flatMap(row => row?.time ?? []);
		const visible: TimeRange | undefined =
			times.length === 0 ? undefined : { from: Math.min(...times), to: Math.max(...times) };
		this.strip.update(density, tally, now, { ...marks, visible });
	}
}
