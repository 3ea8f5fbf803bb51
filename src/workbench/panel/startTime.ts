import type { Capture } from '../../store/capture';

/** When the first entry of a capture came; it stays when old entries make room. */
export class StartTime {
	private known: number | undefined;
	/** What is found for an earlier turn is not about the capture as it is now. */
	private turn = 0;
	private isLooking = false;

	/** @param onDidFind it is known now. */
	constructor(
		private readonly capture: Pick<Capture, 'progress' | 'rows'>,
		private readonly onDidFind: () => void,
	) {}

	/** In ms since the epoch; `undefined` if there is no entry, or while it is looked for. */
	get value(): number | undefined {
		const { firstSeq, kept } = this.capture.progress;
		if (kept === 0) this.forget();
		else if (this.known === undefined && !this.isLooking) void this.look(firstSeq);
		return this.known;
	}

	/** The capture is cleared: another entry will be the first. */
	forget(): void {
		this.known = undefined;
		this.isLooking = false;
		this.turn++;
	}

	private async look(seq: number): Promise<void> {
		const { turn } = this;
		this.isLooking = true;
		// What goes wrong the page is told when it asks for rows itself.
		const rows = await this.capture.rows({ from: seq, to: seq }).catch(() => []);
		if (turn !== this.turn) return;
		this.isLooking = false;
		this.known = rows[0]?.time;
		if (this.known !== undefined) this.onDidFind();
	}
}
