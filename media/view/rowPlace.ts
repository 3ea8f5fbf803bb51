import type { Marks } from '../../src/domain/query/marks';
import type { ColumnPlan } from '../model/columns/plan';
import type { RowNeighbours } from '../model/rowLook';

/** How a row stands among the others. */
export interface RowPlace extends RowNeighbours {
	/** Among the matching entries, from 0. */
	readonly index: number;
	readonly isSelected: boolean;
	/** What its bookmark is called, which may be nothing; undefined: it has none. */
	readonly bookmark: string | undefined;
	/** What the filter looks for. */
	readonly marks: Marks;
	readonly plan: ColumnPlan;
	/** What Data shows of an event; absent: all of it. */
	readonly dataPath: string | undefined;
	/** The time, where it is not the time of day. */
	readonly timeText: string | undefined;
}
