import type { Change } from '../domain/json/changes';

/** How an event differs from the one of its type before it. */
export interface Changes {
	/** The event that it is compared with; absent if none of its type came closely before. */
	readonly previous?: number;
	/** At most {@link maxChanges}, in the order of the data. */
	readonly changes: readonly Change[];
	readonly hasMore: boolean;
}
