import type { Clock } from '../../base/clock';
import { MutableDisposable, type Disposable } from '../../base/disposable';
import type { StreamColumns } from '../../protocol/columns';
import type { Questions } from '../../protocol/questions';
import type { Tick, WantedTail } from '../../protocol/tick';

/** Rates and durations go on although nothing arrives; a page that is not painted may wait this long, too. */
export const idleTickMs = 1000;
/** How things stand is told without the rows if they are not read within this time. */
export const tailLimitMs = 40;

/** Where the ticks come from, and where they go. */
export interface TickSource {
	tick(): Tick;
	rows(
		epoch: number,
		from: number,
		to: number,
		wanted: StreamColumns | undefined,
	): Promise<Questions['rows']['answer']>;
	/** Whether time goes on for the stream, whatever comes. */
	isRunning(): boolean;
	send(tick: Tick): void;
}

/**
 * Tells a page how things stand: with the newest rows while it shows those, and not before it has
 * painted what it was told last. Without the first, each row would be painted a question and an
 * answer later. Without the second, ticks pile up on their way to a page that has little of the
 * processor, and it paints what was seconds ago.
 */
export class TickFeed implements Disposable {
	private readonly timer = new MutableDisposable<Disposable>();
	private isOn = false;
	/** A tick is being made, or on its way, or not painted yet. */
	private isBusy = false;
	/** There is something new since the tick on its way. */
	private isDue = false;
	private wanted: WantedTail | undefined;
	/** Which tick is the latest: what belongs to an older one comes too late. */
	private turn = 0;

	constructor(
		private readonly source: TickSource,
		private readonly clock: Clock,
	) {}

	/** A page has come, and has been told how things stand. */
	start(): void {
		this.isOn = true;
		this.isDue = false;
		this.wanted = undefined;
		this.turn++;
		this.await();
	}

	/** The page is gone. */
	stop(): void {
		this.isOn = false;
		this.turn++;
		this.timer.value = undefined;
	}

	/** Something has changed. */
	request(): void {
		if (!this.isOn) return;
		this.isDue = true;
		if (!this.isBusy) void this.tell();
	}

	/** The page has painted the tick, and wants this with the next one. */
	shown(wanted: WantedTail | undefined): void {
		this.wanted = wanted;
		if (!this.isOn || !this.isBusy) return;
		this.isBusy = false;
		if (this.isDue) void this.tell();
		else this.idle();
	}

	dispose(): void {
		this.stop();
		this.timer.dispose();
	}

	private async tell(): Promise<void> {
		this.isDue = false;
		this.isBusy = true;
		this.timer.value = undefined;
		const turn = ++this.turn;
		const tick = this.source.tick();
		const tail = await this.tailOf(tick);
		// The page is another one, or none.
		if (turn !== this.turn) return;
		this.source.send(tail === undefined ? tick : { ...tick, tail });
		this.await();
	}

	/** The rows that the page lacks of the newest ones; `undefined` if it wants none. */
	private async tailOf({ epoch, total }: Tick): Promise<Tick['tail']> {
		if (this.wanted === undefined) return undefined;
		const { rows, has, epoch: known, wanted } = this.wanted;
		const from = Math.max(0, total - rows, epoch === known ? has : 0);
		if (from >= total) return undefined;
		const limit = new MutableDisposable<Disposable>();
		const tooLate = new Promise<undefined>(resolve => {
			limit.value = this.clock.schedule(tailLimitMs, () => resolve(undefined));
		});
		// What goes wrong the page is told when it asks itself.
		const read = this.source.rows(epoch, from, total, wanted).catch(() => undefined);
		const answer = await Promise.race([read, tooLate]);
		limit.dispose();
		const isWhole = answer?.epoch === epoch && answer.rows.length === total - from;
		return isWhole ? { from, rows: answer.rows, ...(wanted && { wanted }) } : undefined;
	}

	/** A page that paints nothing says nothing, and must not be left behind for good. */
	private await(): void {
		this.isBusy = true;
		this.timer.value = this.clock.schedule(idleTickMs, () => {
			this.isBusy = false;
			if (this.isDue || this.source.isRunning()) void this.tell();
		});
	}

	private idle(): void {
		this.timer.value = this.source.isRunning()
			? this.clock.schedule(idleTickMs, () => void this.tell())
			: undefined;
	}
}
