/** Something that one can choose to see alone, or not to see: a type, a kind, or all of the connection. */
export interface Choice {
	readonly field: 'type' | 'kind';
	/** A type; a kind, or `connection`. */
	readonly value: string;
}

/** The choices that a filter makes, as {@link keyOf} names them. */
export interface Chosen {
	/** Only these are seen. */
	readonly only: readonly string[];
	/** These are not seen. */
	readonly not: readonly string[];
}

/** How a choice is called: types are the same in any case. */
export function keyOf({ field, value }: Choice): string {
	return `${field}:${value.toLowerCase()}`;
}
