import assert from 'node:assert/strict';
import { thumbOf, topOfThumb } from '../../../media/model/scrollbar';
import { Viewport } from '../../../media/model/viewport';

function viewportOf(rows: number): Viewport {
	const viewport = new Viewport();
	viewport.resize(440);
	viewport.setRowCount(rows);
	return viewport;
}

describe('the thumb of the scroll bar', () => {
	it('is not there where all is in sight', () => {
		assert.equal(thumbOf(viewportOf(20)), undefined);
		assert.equal(topOfThumb(viewportOf(20), 100), 0);
	});

	it('is as high as what is in sight', () => {
		assert.deepEqual(thumbOf(viewportOf(40)), { topPx: 0, heightPx: 220 });
	});

	for (const rows of [100, 10_000_000]) {
		it(`goes from end to end of ${rows} rows`, () => {
			const viewport = viewportOf(rows);
			const { heightPx } = thumbOf(viewport)!;
			assert.ok(heightPx >= 20);
			viewport.scrollToEnd();
			assert.equal(thumbOf(viewport)!.topPx, 440 - heightPx);
			assert.equal(topOfThumb(viewport, -50), 0);
			assert.equal(topOfThumb(viewport, 440 - heightPx), viewport.maxTopPx);
			assert.equal(topOfThumb(viewport, 5000), viewport.maxTopPx);
		});
	}
});
