import * as l10n from '@vscode/l10n';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { Translation } from '../protocol/translation';

const key = 'eventStreamInspector.translation';

/**
 * The language of this thread, and of the workers that it starts from now on. Nothing may be put
 * into words before: no `l10n.t` stands outside of a function.
 */
export function speak(translation: Translation | undefined): void {
	if (translation === undefined) return;
	l10n.config({ contents: { ...translation } });
	setEnvironmentData(key, translation);
}

/** In a worker, before anything else: the language of the thread that started it. */
export function speakAsStarted(): void {
	speak(spoken());
}

/** The language of this thread; `undefined`: English. */
export function spoken(): Translation | undefined {
	return getEnvironmentData(key) as Translation | undefined;
}
