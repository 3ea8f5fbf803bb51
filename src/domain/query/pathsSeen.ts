import type { JsonShape } from './jsonShape';
import { writtenPath } from './writtenPath';

/** A path to values that were seen. */
export interface SeenPath {
	/** As `readColumnPath` writes it. */
	readonly path: string;
	/** A few of the values, as JSON. */
	readonly samples: readonly string[];
}

/** More than anybody reads. */
const maxPaths = 300;
const maxSamples = 3;

/** The paths to all values that are neither objects nor lists; of lists, to the first item and to every one. */
export function pathsSeen(shape: JsonShape): SeenPath[] {
	const found: SeenPath[] = [];
	collect(shape, writtenPath([]), found);
	return found;
}

function collect(shape: JsonShape, path: string, found: SeenPath[]): void {
	if (found.length === maxPaths) return;
	const isLeaf = shape.item === undefined && shape.members.size === 0;
	if ((isLeaf || shape.samples.length > 0) && path !== writtenPath([])) {
		const samples = shape.samples.slice(0, maxSamples).map(sample => JSON.stringify(sample));
		found.push({ path, samples });
	}
	for (const [key, below] of shape.members) {
		collect(below, path + writtenPath([key]).slice(writtenPath([]).length), found);
	}
	if (shape.item === undefined) return;
	collect(shape.item, `${path}[0]`, found);
	collect(shape.item, `${path}[*]`, found);
}
