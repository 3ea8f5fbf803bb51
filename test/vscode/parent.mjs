// @ts-check

/** How soon the end of the parent is noticed. */
const INTERVAL_MS = 500;

/**
 * Resolves when the process that started this one is gone. A signal sent to npm alone, or a kill that nobody can
 * handle, never reaches what runs below it; being handed to another parent does.
 *
 * @returns {Promise<void>}
 */
export function parentEnded() {
	const parent = process.ppid;
	return new Promise(resolve => {
		const timer = setInterval(() => {
			if (process.ppid === parent) return;
			clearInterval(timer);
			resolve();
		}, INTERVAL_MS);
		timer.unref();
	});
}
