import type { Locator } from 'playwright-core';

/** Left in the inspector's page by {@link watchPage}. */
interface Watch {
	longestTaskMs: number;
	/** When the grid said last how many rows there are, in ms since the epoch. */
	countChangedAt: number;
	/** Ms from the writing of an event to the frame that shows it, of those that were ever shown. */
	readonly paintedAfterMs: number[];
	stop(): void;
}

type Watched = typeof globalThis & { benchWatch?: Watch };

/** Begins to watch the page that `body` is of: its long tasks, its count, the events it paints. */
export async function watchPage(body: Locator): Promise<void> {
	await body.evaluate(() => {
		const grid = document.querySelector('[role=grid]')!;
		const now = () => performance.timeOrigin + performance.now();
		(globalThis as Watched).benchWatch?.stop();
		const tasks = new PerformanceObserver(list => {
			for (const { duration } of list.getEntries()) {
				watch.longestTaskMs = Math.max(watch.longestTaskMs, duration);
			}
		});
		const counts = new MutationObserver(() => (watch.countChangedAt = now()));
		let latest = 0;
		let isLooking = false;
		const afterPaint = new MessageChannel();
		afterPaint.port1.addEventListener('message', () => {
			isLooking = false;
			const paintedAt = now();
			const seen = [...(grid.textContent ?? '').matchAll(/"sentAt":([\d.]+)/g)].map(Number1);
			for (const sentAt of seen) if (sentAt > latest) watch.paintedAfterMs.push(paintedAt - sentAt);
			latest = Math.max(latest, ...seen);
		});
		afterPaint.port1.start();
		const rows = new MutationObserver(() => {
			if (isLooking) return;
			isLooking = true;
			// The message comes after the frame has been painted.
			requestAnimationFrame(() => afterPaint.port2.postMessage(0));
		});
		const watch: Watch = {
			longestTaskMs: 0,
			countChangedAt: 0,
			paintedAfterMs: [],
			stop: () => [tasks, counts, rows].forEach(one => one.disconnect()),
		};
		function Number1(match: RegExpMatchArray): number {
			return Number(match[1]);
		}
		tasks.observe({ type: 'longtask' });
		counts.observe(grid, { attributeFilter: ['aria-rowcount'] });
		rows.observe(grid, { subtree: true, childList: true, characterData: true });
		(globalThis as Watched).benchWatch = watch;
	});
}

/** What has been seen since {@link watchPage}, which ends with it. */
export function seenOnPage(body: Locator) {
	return body.evaluate(() => {
		const watch = (globalThis as Watched).benchWatch!;
		watch.stop();
		const { longestTaskMs, countChangedAt, paintedAfterMs } = watch;
		return { longestTaskMs, countChangedAt, paintedAfterMs };
	});
}

/** Ms from typing a filter to its first rows on screen, and to the count `total` of them. */
export function typeFilter(body: Locator, text: string, total: number) {
	return body.evaluate(
		(_, [typed, expected]) =>
			new Promise<{ firstRowsMs: number; countMs: number }>(resolve => {
				const grid = document.querySelector('[role=grid]')!;
				const box = document.querySelector<HTMLInputElement>('[role=searchbox], [type=search]')!;
				const before = grid.getAttribute('aria-rowcount');
				const began = performance.now();
				let firstRowsMs: number | undefined;
				const look = () => {
					const count = grid.getAttribute('aria-rowcount');
					const first = grid.querySelector('[role=row][aria-rowindex]:not([aria-busy], [hidden])');
					const hasRows = count !== before && Number(count) > 1 && first !== null;
					if (hasRows) firstRowsMs ??= performance.now() - began;
					if (firstRowsMs === undefined || Number(count) !== expected + 1) {
						requestAnimationFrame(look);
					} else resolve({ firstRowsMs, countMs: performance.now() - began });
				};
				box.value = typed;
				box.dispatchEvent(new InputEvent('input', { bubbles: true }));
				requestAnimationFrame(look);
			}),
		[text, total] as const,
	);
}

/** Empties the filter box, and waits until all `total` rows are back. */
export async function clearFilter(body: Locator, total: number): Promise<void> {
	await body.evaluate((_, expected) => {
		const grid = document.querySelector('[role=grid]')!;
		const box = document.querySelector<HTMLInputElement>('[role=searchbox], [type=search]')!;
		box.value = '';
		box.dispatchEvent(new InputEvent('input', { bubbles: true }));
		return new Promise<void>(resolve => {
			const look = () => {
				if (Number(grid.getAttribute('aria-rowcount')) === expected + 1) resolve();
				else requestAnimationFrame(look);
			};
			look();
		});
	}, total);
}

/** Ms until all rows are painted, after scrolling to places all over the list. */
export function scrollAbout(body: Locator, places: number): Promise<number[]> {
	return body.evaluate(async (_, count) => {
		const grid = document.querySelector('[role=grid]')!;
		const scroller = [...grid.querySelectorAll('*')].find(
			element =>
				element.scrollHeight > element.clientHeight + 1000 &&
				getComputedStyle(element).overflowY !== 'visible',
		)!;
		const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
		const total = Number(grid.getAttribute('aria-rowcount'));
		const took: number[] = [];
		for (let n = 1; n <= count; n++) {
			const part = ((n * 7919) % (count + 1)) / (count + 1);
			const began = performance.now();
			scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
			for (;;) {
				await frame();
				const rows = [...grid.querySelectorAll('[role=row][aria-rowindex]:not([hidden])')].slice(1);
				const index = Number(rows[0]?.getAttribute('aria-rowindex'));
				const isThere = Math.abs(index / total - part) < 0.01;
				if (isThere && !rows.some(row => row.hasAttribute('aria-busy'))) break;
			}
			took.push(performance.now() - began);
		}
		return took;
	}, places);
}
