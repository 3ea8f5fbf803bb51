import { JsonShapes, type JsonShape } from '../domain/query/jsonShape';
import type { PageReader } from './page/pageReader';

/** How far back types are looked for, in events; how many of each are read, and how much in all. */
const maxEvents = 5000;
const maxOfType = 50;
const maxRead = 400;
/** Of one event, in bytes: beyond, what it is made of takes too long to find. */
const maxDataBytes = 65_536;

/**
 * What the JSON in the latest events looks like: of each of the latest types the last few. Bounded,
 * since rows on screen wait for it.
 */
export function readJsonShape(pages: PageReader): JsonShape {
	const { first, last } = pages.range();
	const shapes = new JsonShapes();
	const counts = new Map<string, number>();
	let [events, read] = [0, 0];
	for (const { page, from, to } of pages.backward(first, last)) {
		for (let i = to - 1; i >= from; i--) {
			if (page.kindAt(i) !== 'event') continue;
			if (++events > maxEvents || read === maxRead) return shapes.shape;
			const type = page.typeAt(i);
			const count = (counts.get(type) ?? 0) + 1;
			counts.set(type, count);
			if (count > maxOfType) continue;
			read++;
			if (page.dataSize[i]! <= maxDataBytes) shapes.add(page.data(i));
		}
	}
	return shapes.shape;
}
