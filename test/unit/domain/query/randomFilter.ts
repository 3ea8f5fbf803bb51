/** Numbers from 0 to below 1, the same ones for the same seed. */
export function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

const pieces = [
	['acme', 'é', '日本', '"a b"', '"\\"', '"', '/a.b/i', '/(/', '/[/', '/', '\\', '%', '_', '\0'],
	[
		'type:',
		'id:',
		'kind:',
		'size:',
		'gap:',
		'time:',
		'retry:',
		'attempt:',
		'data:',
		'is:',
		'is:bookmarked',
		'nope:',
	],
	['data.a', 'data["a b"]', 'data[0]', '.b', '[-1]', '["', '"]', '[', ']', '{', '}', ':', ','],
	['>', '>=', '<', '=', '*', '..', '1', '4k', '500ms', '-3', '1e3', '10:30', '2026-03-10'],
	['comment', 'connection', '(', ')', '-', 'NOT', 'OR', 'and', '\ud800', '😀', "'", ';', '?'],
].flat();

/** Pieces of filters in any order: some of them make a filter, most do not. */
export function randomFilter(random: () => number): string {
	const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
	const count = 1 + Math.floor(random() * 8);
	return Array.from({ length: count }, () => pick() + (random() < 0.4 ? ' ' : '')).join('');
}
