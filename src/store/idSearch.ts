import { hasId } from './page/columns';
import type { PageReader } from './page/pageReader';

/** The latest entry whose own block set this ID; `undefined` if none did. All may have to be looked at. */
export function findId(pages: PageReader, id: string): number | undefined {
	const sizeBytes = Buffer.byteLength(id);
	const { first, last } = pages.range();
	for (const { page, from, to } of pages.backward(first, last)) {
		const { place, idSize } = page;
		for (let i = to - 1; i >= from; i--) {
			if ((place[i]! & hasId) !== 0 && idSize[i] === sizeBytes && page.id(i) === id) {
				return page.seq + i;
			}
		}
	}
	return undefined;
}
