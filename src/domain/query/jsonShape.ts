import type { JsonPlaces } from './query';

/** What JSON values that were seen look like, laid over each other. Plain data: it can be posted. */
export interface JsonShape {
	/** Of objects, in the order in which they were first seen. */
	readonly members: Map<string, JsonShape>;
	/** Of arrays: all items, laid over each other. */
	item?: JsonShape;
	/** Different values that are neither, the first few. */
	readonly samples: (string | number | boolean | null)[];
}

const maxDepth = 8;
/** In all of a shape; more keys than these are data, not a structure. */
const maxKeys = 500;
const maxSamples = 8;
const maxSampleLength = 60;
/** Of an array; the others will look like them. */
const maxItems = 20;

/** Lays JSON values over each other, within bounds. */
export class JsonShapes {
	readonly shape = emptyShape();
	private keys = 0;

	/** Text that is no JSON has no shape. */
	add(text: string): void {
		if (!/^\s*[[{]/.test(text)) return;
		try {
			this.lay(this.shape, JSON.parse(text), 0);
		} catch {
			// It only began like JSON.
		}
	}

	private lay(shape: JsonShape, value: unknown, depth: number): void {
		if (typeof value !== 'object' || value === null) return addSample(shape, value);
		if (depth === maxDepth) return;
		if (Array.isArray(value)) {
			const item = (shape.item ??= emptyShape());
			for (const each of value.slice(0, maxItems)) this.lay(item, each, depth + 1);
			return;
		}
		for (const [key, member] of Object.entries(value)) {
			let below = shape.members.get(key);
			if (below === undefined) {
				if (this.keys === maxKeys) continue;
				this.keys++;
				below = emptyShape();
				shape.members.set(key, below);
			}
			this.lay(below, member, depth + 1);
		}
	}
}

/** What is at a path; `undefined` if nothing was seen there. */
export function shapeAt(shape: JsonShape, path: JsonPlaces): JsonShape | undefined {
	let here: JsonShape | undefined = shape;
	for (const step of path) {
		here = typeof step === 'string' ? here?.members.get(step) : here?.item;
	}
	return here;
}

function emptyShape(): JsonShape {
	return { members: new Map(), samples: [] };
}

function addSample({ samples }: JsonShape, value: unknown): void {
	if (samples.length === maxSamples) return;
	const isFit =
		value === null ||
		typeof value === 'boolean' ||
		(typeof value === 'string' && value !== '' && value.length <= maxSampleLength) ||
		// Beyond these a double is not what stood there.
		(typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER);
	if (!isFit || samples.includes(value)) return;
	samples.push(value);
}
