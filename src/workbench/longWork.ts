import * as vscode from 'vscode';
import type { Clock } from '../base/clock';

/** From then on it is shown that something is being done. */
const patienceMs = 1000;

/** What a work tells of itself, and hears of the user. */
export interface WorkPorts {
	/** Which part of it is done, from 0 to 1, and the same in words. */
	readonly report: (part: number, words?: string) => void;
	/** The user wants it to end. */
	readonly signal: AbortSignal;
}

/** Runs what may take long: says so once it has taken a while, how far it is, and lets the user end it. */
export async function longWork<T>(
	title: string,
	clock: Clock,
	run: (ports: WorkPorts) => Promise<T>,
): Promise<T> {
	const ended = new AbortController();
	let show = (_part: number, _words?: string) => {};
	const work = run({ signal: ended.signal, report: (part, words) => show(part, words) });
	const waiting = new Promise<'slow'>(resolve => {
		const timer = clock.schedule(patienceMs, () => resolve('slow'));
		// Whoever waits for the work hears of it, too.
		void work.catch(() => {}).then(() => timer.dispose());
	});
	if ((await Promise.race([work, waiting])) !== 'slow') return work;
	const location = vscode.ProgressLocation.Notification;
	return vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
		token.onCancellationRequested(() => ended.abort());
		let shown = 0;
		show = (part, words) => {
			const increment = 100 * part - shown;
			shown += increment;
			progress.report({ increment, ...(words !== undefined && { message: words }) });
		};
		return work;
	});
}
