import assert from 'node:assert/strict';
import { foldableBlocks } from '../../../src/domain/eventBlocks';

/** Each line is a letter; a space stands for a blank one. */
function folded(lines: string): string[] {
	const blocks = foldableBlocks(lines.length, line => lines[line] === ' ');
	return blocks.map(({ start, end }) => `${start}-${end}`);
}

describe('The blocks of a text that fold', () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['', []],
		['a', []],
		['aa', ['0-1']],
		['aa bbb ', ['0-1', '3-5']],
		['  aa   b cc', ['2-3', '9-10']],
	];
	for (const [lines, blocks] of cases) {
		it(`are ${blocks.join(' and ') || 'none'} in “${lines}”`, () => {
			assert.deepEqual(folded(lines), blocks);
		});
	}
});
