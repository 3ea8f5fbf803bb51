/** The colour of an event type: one of four, the next four types the same ones hollow, and so on. */
export interface TypeColor {
	/** 1 to 4. */
	readonly color: number;
	readonly isHollow: boolean;
}

/** @param typeIndex place of the type in the order of first appearance, from 0. */
export function typeColor(typeIndex: number): TypeColor {
	return { color: (typeIndex % 4) + 1, isHollow: Math.floor(typeIndex / 4) % 2 === 1 };
}
