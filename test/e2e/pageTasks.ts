import type { Page } from 'playwright-core';

/** A task of the thread that a page and the workbench around it share. */
export interface PageTask {
	/** Ms of the processor's time, without what the workbench's own scripts took. */
	readonly workMs: number;
	/** Ms from its beginning to its end. */
	readonly tookMs: number;
}

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** In µs: beginning, duration, and how much of that the thread ran. */
	readonly ts: number;
	readonly dur?: number;
	readonly tdur?: number;
	readonly args: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/**
 * The tasks of the page's thread while `act` runs, longest first. How long a task takes says as much
 * about the machine as about the page: on two busy processors, one of 30 ms took 430 ms, most of it
 * waiting for its turn. So what counts is the time that the thread worked, which Chromium's tracing
 * tells, and a long task is one that would be long on an idle machine.
 */
export async function tasksDuring(page: Page, act: () => Promise<void>): Promise<PageTask[]> {
	const browser = page.context().browser();
	if (browser === null) throw new Error('The page has no browser.');
	await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
	// It ends even if `act` fails: there can be one at a time.
	const [acted] = await Promise.allSettled([act()]);
	const trace = await browser.stopTracing();
	if (acted.status === 'rejected') throw acted.reason;
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
	return tasksOf(traceEvents);
}

/** Scripts of the workbench: what they take is not ours to answer for. */
const workbench = /\/static\/out\/vs\/(?!workbench\/contrib\/webview)/;

function tasksOf(events: readonly TraceEvent[]): PageTask[] {
	const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
	const isMain = (event: TraceEvent) =>
		event.name === 'thread_name' && event.args.name === 'CrRendererMain';
	const mains = new Set(events.filter(isMain).map(thread));
	const onMain = events.filter(event => event.ph === 'X' && mains.has(thread(event)));
	const calls = onMain.filter(
		({ name, args }) => name === 'FunctionCall' && workbench.test(args.data?.url ?? ''),
	);
	const isIn = (inner: TraceEvent, outer: TraceEvent) =>
		inner !== outer &&
		thread(inner) === thread(outer) &&
		inner.ts >= outer.ts &&
		inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
	return onMain
		.filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
		.filter(({ dur = 0 }) => dur > 10_000)
		.map(task => {
			const within = calls.filter(call => isIn(call, task));
			const outermost = within.filter(call => !within.some(other => isIn(call, other)));
			const workbenchUs = outermost.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
			if (task.tdur === undefined) throw new Error('The browser does not tell what a task worked.');
			return { workMs: (task.tdur - workbenchUs) / 1000, tookMs: (task.dur ?? 0) / 1000 };
		})
		.sort((a, b) => b.workMs - a.workMs);
}
