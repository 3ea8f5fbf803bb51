import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** What a person sees at once may take this long on a machine that is busy with something else. */
const limitMs = 30_000;
const intervalMs = 30;

/**
 * Checks again until it holds: what follows from an action is painted later.
 *
 * @throws What the last check threw, after 30 s.
 */
export async function eventually(check: () => unknown): Promise<void> {
	const giveUpMs = performance.now() + limitMs;
	for (;;) {
		try {
			await check();
			return;
		} catch (error) {
			if (performance.now() > giveUpMs) throw error;
		}
		await pause(intervalMs);
	}
}

/**
 * Asks again until the answer is `expected`.
 *
 * @throws {assert.AssertionError} With the last answer, after 30 s.
 */
export function becomes<T>(ask: () => T | Promise<T>, expected: T): Promise<void> {
	return eventually(async () => assert.deepEqual(await ask(), expected));
}
