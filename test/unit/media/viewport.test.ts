import assert from 'node:assert/strict';
import { maxSpacerPx, rowHeightPx, Viewport } from '../../../media/model/viewport';

function viewportOf(rows: number, heightPx = 220): Viewport {
	const viewport = new Viewport();
	viewport.resize(heightPx);
	viewport.setRowCount(rows);
	return viewport;
}

describe('the viewport', () => {
	for (const rows of [0, 1, 9, 10, 11, 1000, 45_455, 1_000_000, 10_000_000, 400_000_000]) {
		it(`reaches the first and the last of ${rows} rows`, () => {
			const viewport = viewportOf(rows);
			assert.equal(viewport.visible.from, 0);
			viewport.scrollToEnd();
			const { from, to, cutPx } = viewport.visible;
			assert.equal(to, rows);
			assert.ok(viewport.isAtEnd);
			const lowerEdge = (to - from) * rowHeightPx - cutPx;
			assert.equal(lowerEdge, Math.min(rows * rowHeightPx, 220));
			assert.ok(viewport.spacerPx <= maxSpacerPx);
		});

		it(`has the native position at the ends of ${rows} rows`, () => {
			const viewport = viewportOf(rows);
			assert.equal(viewport.project(), 0);
			viewport.scrollToEnd();
			assert.equal(viewport.project(), Math.max(0, viewport.spacerPx - 220));
		});
	}

	it('goes by single rows and pixels at ten million', () => {
		const viewport = viewportOf(10_000_000);
		viewport.scrollTo(7_654_321 * rowHeightPx);
		assert.deepEqual(viewport.visible, { from: 7_654_321, to: 7_654_331, cutPx: 0 });
		viewport.scrollTo(viewport.topPx + 1);
		assert.deepEqual(viewport.visible, { from: 7_654_321, to: 7_654_332, cutPx: 1 });
	});

	it('reveals a row with the least of movement', () => {
		const viewport = viewportOf(100);
		viewport.reveal(5);
		assert.equal(viewport.topPx, 0);
		viewport.reveal(10);
		assert.equal(viewport.topPx, rowHeightPx);
		viewport.reveal(0);
		assert.equal(viewport.topPx, 0);
	});

	it('takes a small native step by its pixels and a leap by its place', () => {
		const viewport = viewportOf(10_000_000);
		viewport.project();
		viewport.scrolledNatively(50);
		assert.equal(viewport.topPx, 50);
		viewport.scrolledNatively(100);
		assert.equal(viewport.topPx, 100);
		const nativeMax = viewport.spacerPx - 220;
		viewport.scrolledNatively(nativeMax / 2);
		assert.ok(Math.abs(viewport.topPx / viewport.maxTopPx - 0.5) < 1e-6);
		viewport.scrolledNatively(nativeMax);
		assert.ok(viewport.isAtEnd);
		viewport.scrolledNatively(0);
		assert.equal(viewport.topPx, 0);
	});

	it('takes any native position as it is where nothing is scaled', () => {
		const viewport = viewportOf(1000);
		viewport.scrolledNatively(12_345);
		assert.equal(viewport.topPx, 12_345);
		assert.equal(viewport.project(), 12_345);
	});

	it('stays within its rows when it grows or they get fewer', () => {
		const viewport = viewportOf(100);
		viewport.scrollToEnd();
		viewport.setRowCount(20);
		assert.equal(viewport.topPx, 20 * rowHeightPx - 220);
		viewport.resize(1000);
		assert.equal(viewport.topPx, 0);
		assert.equal(viewport.pageRows, 45);
	});
});
