import type { JsonPlaces, Query } from './query';

/** What a filter looks for within a text, so that it can be marked there. */
export interface Marks {
	/** In lower case. */
	readonly anywhere: readonly string[];
	readonly inData: readonly string[];
	readonly paths: readonly JsonPlaces[];
}

/**
 * What can be marked of a query. Not what must be absent, not what fills a column of its own, and no
 * regular expressions: one that never ends would stop the page, where the host stops it.
 */
export function marksOf(query: Query): Marks {
	const anywhere: string[] = [];
	const inData: string[] = [];
	const paths: JsonPlaces[] = [];
	const collect = (part: Query) => {
		if (part.type === 'and' || part.type === 'or') part.terms.forEach(collect);
		else if (part.type === 'text') anywhere.push(part.text.toLowerCase());
		else if (part.type === 'field' && part.field === 'data') {
			if (part.path !== undefined) paths.push(part.path);
			else if (part.test.type === 'contains') inData.push(part.test.text.toLowerCase());
		}
	};
	collect(query);
	return { anywhere, inData, paths };
}
