import { readStep } from './fieldName';
import type { JsonPlaces } from './query';
import { writtenPath } from './writtenPath';

/** A place within the data of events that a column shows. */
export interface ColumnPath {
	/** As it is written: `data.choices[*].delta.content`. Names the column, for a person too. */
	readonly text: string;
	readonly steps: JsonPlaces;
}

/** UTF-16 units; a longer one is refused. */
const maxColumnPathLength = 400;

/**
 * The path that `text` is, as filters have it; `data.` may be left out. `undefined` if it is none, or
 * all of the data.
 */
export function readColumnPath(text: string): ColumnPath | undefined {
	const typed = text.trim();
	const rooted = /^data(?=[.[]|$)/i.test(typed) ? typed.slice(4) : asSteps(typed);
	const steps: (string | number | null)[] = [];
	for (let at = 0; at < rooted.length;) {
		const step = readStep(rooted, at);
		if (step === undefined) return undefined;
		steps.push(step.key);
		at = step.to;
	}
	const path = { text: writtenPath(steps), steps };
	return steps.length > 0 && path.text.length <= maxColumnPathLength ? path : undefined;
}

/** Whether it is a path, written as {@link readColumnPath} writes it. */
export function isColumnPath(value: unknown): value is string {
	if (typeof value !== 'string' || value.length > maxColumnPathLength) return false;
	return readColumnPath(value)?.text === value;
}

function asSteps(typed: string): string {
	return typed === '' || typed.startsWith('[') ? typed : `.${typed}`;
}
