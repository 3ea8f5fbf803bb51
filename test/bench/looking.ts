import { tasksDuring } from '../e2e/pageTasks';
import { clearFilter, scrollAbout, seenOnPage, typeFilter, watchPage } from './inspectorPage';
import { megabytes, median, ms, quantile, type Figure } from './report';
import type { Setting } from './throughput';

const steady = { rate: 1000, seconds: 10 };
const filters = {
	text: '"price":101.39',
	regex: '/price":10[0-9]\\.39/',
	'JSON path': 'data.price:101.39',
};

/** The same burst with the inspector on screen, and what a person then does with it. */
export async function looking(setting: Setting): Promise<Figure[]> {
	const { inspector, events, note } = setting;
	note('inspector on screen: steady stream');
	const { seen: painted } = await watched(
		setting,
		`/steady?rate=${steady.rate}&seconds=${steady.seconds}`,
	);
	const paintedP99 = quantile(painted.paintedAfterMs, 0.99);
	await inspector.closePanels();

	note('inspector on screen: burst');
	const { seen, facts, heapGrowthBytes } = await watched(setting, `/burst?events=${events}`);
	await inspector.closePanels();

	note('inspector on screen: the burst again, traced');
	const workedMs = await longestWork(setting);
	const finalAfter = Math.max(0, seen.countChangedAt - facts.closedAt);
	const figures: Figure[] = [
		{
			what: `${steady.rate} events/s: written → painted, p99`,
			measured: `${ms(paintedP99)}, median ${ms(median(painted.paintedAfterMs))}`,
			values: { p99Ms: paintedP99, medianMs: median(painted.paintedAfterMs) },
			target: '≤ 100 ms',
			isReached: paintedP99 <= 100,
		},
		{
			what: 'Burst on screen: longest task of the page',
			measured: `${seen.longestTaskMs === 0 ? 'none over 50 ms' : ms(seen.longestTaskMs)}; none worked for more than ${ms(workedMs)}`,
			values: { ms: seen.longestTaskMs, workedMs },
			target: '≤ 50 ms',
			isReached: seen.longestTaskMs <= 50,
		},
		{
			what: '… count on screen final, after the last byte',
			measured: ms(finalAfter),
			values: { ms: finalAfter },
			target: '≤ 500 ms',
			isReached: finalAfter <= 500,
		},
		{
			what: '… heap of the page, growth',
			measured: megabytes(heapGrowthBytes),
			values: { bytes: heapGrowthBytes },
			target: '≤ 30 MB',
			isReached: heapGrowthBytes <= 30e6,
		},
	];
	for (const [name, text] of Object.entries(filters)) {
		note(`filter: ${name}`);
		figures.push(await filtering(setting, name, text, facts.counts.kept));
	}
	note('scrolling');
	const scrolls = await scrollAbout(inspector.body, 50);
	const worst = quantile(scrolls, 0.95);
	figures.push({
		what: 'Scroll anywhere: rows painted, p95',
		measured: `${ms(worst)}, median ${ms(median(scrolls))}`,
		values: { p95Ms: worst, medianMs: median(scrolls) },
		target: '≤ 100 ms',
		isReached: worst <= 100,
	});
	return figures;
}

/** Opens a stream that waits, watches its page, and lets it go. */
async function watched({ origin, inspector }: Setting, path: string) {
	const reading = inspector.read(`${origin}${path}&held`, true);
	await inspector.shown();
	const heapBefore = await inspector.heapBytes();
	await watchPage(inspector.body);
	await fetch(`${origin}/go`);
	const facts = await reading;
	const heapGrowthBytes = (await inspector.heapBytes()) - heapBefore;
	return { facts, seen: await seenOnPage(inspector.body), heapGrowthBytes };
}

/** Ms that a task of the page's thread had a processor for, at most. */
async function longestWork({ origin, inspector, events }: Setting): Promise<number> {
	const reading = inspector.read(`${origin}/burst?events=${events}&traced&held`, true);
	await inspector.shown();
	const tasks = await tasksDuring(inspector.page, async () => {
		await fetch(`${origin}/go`);
		await reading;
	});
	return Math.max(0, ...tasks.map(({ workMs }) => workMs));
}

async function filtering(
	{ inspector, runs }: Setting,
	name: string,
	text: string,
	kept: number,
): Promise<Figure> {
	const { total } = await inspector.query(text);
	const took: Awaited<ReturnType<typeof typeFilter>>[] = [];
	for (let run = 0; run < runs; run++) {
		await clearFilter(inspector.body, kept);
		took.push(await typeFilter(inspector.body, text, total));
	}
	await clearFilter(inspector.body, kept);
	const firstMs = median(took.map(one => one.firstRowsMs));
	const countMs = median(took.map(one => one.countMs));
	return {
		what: `Filter, ${name}: first rows / exact count`,
		measured: `${ms(firstMs)} / ${ms(countMs)}`,
		values: { firstMs, countMs },
		target: '≤ 150 ms / ≤ 1 s',
		isReached: firstMs <= 150 && countMs <= 1000,
	};
}
