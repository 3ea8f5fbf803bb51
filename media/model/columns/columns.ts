import {
	defaultColumns,
	type ColumnSettings,
	type StreamColumns,
} from '../../../src/protocol/columns';
import type { Row } from '../../../src/protocol/row';
import { deltaText, elapsedText } from '../figures';
import { planColumns, type ColumnPlan, type ColumnWidths } from './plan';
import type { ContentLengths } from './sizes';

/** The columns of the grid: as the user has set them, and as there is room for them. */
export class Columns {
	#settings: ColumnSettings = defaultColumns;
	#listPx = 0;
	#lengths: ContentLengths = { seq: 0, id: 0 };
	#plan: ColumnPlan = planColumns(defaultColumns, 0, this.#lengths).plan;
	#widths: ColumnWidths | undefined;
	#startTime: number | undefined;
	readonly #onChange: (isOtherData: boolean) => void;
	readonly #onSet: (settings: ColumnSettings) => void;

	/**
	 * @param onChange other settings; maybe other data is wanted of the rows.
	 * @param onSet the user has set them.
	 */
	constructor(onChange: (isOtherData: boolean) => void, onSet: (settings: ColumnSettings) => void) {
		this.#onChange = onChange;
		this.#onSet = onSet;
	}

	get settings(): ColumnSettings {
		return this.#settings;
	}

	/** As the user says. */
	set(settings: ColumnSettings): void {
		this.take(settings);
		this.#onSet(settings);
	}

	/** As the host says, or while the user is still at it. */
	take(settings: ColumnSettings): void {
		const before = this.wanted;
		this.#settings = settings;
		this.#widths = undefined;
		this.#onChange(this.isOutdated(before));
	}

	/** What is wanted of the data of rows beside its beginning. */
	get wanted(): StreamColumns | undefined {
		const { paths, dataPath } = this.#settings;
		if (paths.length === 0 && dataPath === undefined) return undefined;
		return { paths, ...(dataPath !== undefined && { dataPath }) };
	}

	/** Whether something else is wanted by now. */
	isOutdated(wanted: StreamColumns | undefined): boolean {
		return JSON.stringify(wanted) !== JSON.stringify(this.wanted);
	}

	get plan(): ColumnPlan {
		void this.widths;
		return this.#plan;
	}

	get widths(): ColumnWidths {
		if (this.#widths === undefined) {
			const { plan, widths } = planColumns(this.#settings, this.#listPx, this.#lengths);
			this.#widths = widths;
			if (JSON.stringify(plan) !== JSON.stringify(this.#plan)) this.#plan = plan;
		}
		return this.#widths;
	}

	/** When the first entry of the capture came, in ms since the epoch, as far as is known. */
	set startTime(time: number | undefined) {
		this.#startTime = time;
	}

	setRoom(listPx: number): void {
		this.#listPx = listPx;
		this.#widths = undefined;
	}

	/** Contents only ever grow, so that nothing jumps. */
	fit(digits: number, rows: readonly (Row | undefined)[]): void {
		let { seq, id } = this.#lengths;
		seq = Math.max(seq, digits);
		for (const row of rows) id = Math.max(id, row?.id?.length ?? 0);
		if (seq === this.#lengths.seq && id === this.#lengths.id) return;
		this.#lengths = { seq, id };
		this.#widths = undefined;
	}

	/** The time of a row, where it is not the time of day. */
	timeText({ time }: Row, before: Row | undefined): string | undefined {
		const mode = this.#settings.time;
		if (mode === 'absolute') return undefined;
		const origin = mode === 'delta' ? before?.time : this.#startTime;
		if (origin === undefined) return '';
		return mode === 'delta' ? deltaText(time - origin) : elapsedText(time - origin);
	}
}
