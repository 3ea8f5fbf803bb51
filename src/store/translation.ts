import * as l10n from '@vscode/l10n';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Sentences of another language by their English ones, as in `l10n/bundle.l10n.*.json`. */
export type Translation = Readonly<Record<string, string>>;

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
	speak(getEnvironmentData(key) as Translation | undefined);
}
