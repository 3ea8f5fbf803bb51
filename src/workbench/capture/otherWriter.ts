import type { Clock } from '../../base/clock';
import type { CaptureStore } from '../../store/captureStore';
import type { ListedCapture } from '../../store/catalogue/catalogue';

/** A window that was reloaded takes about this long at most to end its streams, or to be ended by VS Code. */
const farewellMs = 5_000;
const farewellLookMs = 200;
/** Between two looks at a capture that a panel shows. */
const lookMs = 2_000;

/** Another window still writes it. */
export function isWritten({ isInUse, ending }: ListedCapture): boolean {
	return isInUse && ending === undefined;
}

/**
 * Waits for whoever wrote the capture of a panel from before the window was reloaded, who may be about to end: as long as
 * they have the file open, they look like another window.
 * @throws HumanError if it is not there, or no capture.
 */
export async function farewell(store: CaptureStore, clock: Clock, file: string): Promise<void> {
	const giveUpAt = clock.now() + farewellMs;
	while (isWritten(await store.lookAt(file)) && clock.now() < giveUpAt) {
		await delay(clock, farewellLookMs);
	}
}

/**
 * Resolves when another window has ended what it writes into a capture that is shown here, with `true`, or when it is no
 * longer shown, with `false`. A window that is killed writes no end; while the file is open here, that is not to be seen.
 */
export async function endOfWriting(
	store: CaptureStore,
	clock: Clock,
	file: string,
	isShown: () => boolean,
): Promise<boolean> {
	for (;;) {
		await delay(clock, lookMs);
		if (!isShown()) return false;
		if (!isWritten(await store.lookAt(file))) return isShown();
	}
}

function delay(clock: Clock, durationMs: number): Promise<void> {
	return new Promise(resolve => clock.schedule(durationMs, resolve));
}
