import * as l10n from '@vscode/l10n';
import type { Pace } from '../domain/deltas/pace';
import type { TextAround } from '../domain/deltas/textAround';
import { countText, durationText } from '../domain/words';

/** A text that came in pieces, and what is said about it. */
export interface ShownText extends TextAround {
	/** Which of its pieces the event brought, and where they stand in the data. */
	readonly placeText: string;
	/** How fast it came, and what it cost, each in words. */
	readonly figures: readonly string[];
}

/** What there is to say about a text and how it came. */
export function shownText(text: TextAround): ShownText {
	const place = l10n.t('{0} of {1}', countText(text.place), countText(text.count));
	return { ...text, placeText: `${place} · ${text.part}`, figures: figuresOf(text.pace) };
}

function figuresOf(pace: Pace): string[] {
	const { firstAfterMs, durationMs, deltas, characters, tokens } = pace;
	const { input, output } = pace.usage;
	const figures = [
		firstAfterMs !== undefined && l10n.t('first after {0}', durationText(firstAfterMs)),
		deltas !== undefined && l10n.t('{0} in all', durationText(durationMs)),
		deltas !== undefined && l10n.t('{0} deltas/s', rate(deltas)),
		characters !== undefined && l10n.t('{0} characters/s', rate(characters)),
		output !== undefined &&
			(output === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', countText(output))),
		tokens !== undefined && l10n.t('{0} tokens/s', rate(tokens)),
		input !== undefined && l10n.t('tokens in the prompt: {0}', countText(input)),
	];
	return figures.filter(figure => figure !== false);
}

function rate(perSecond: number): string {
	return perSecond < 9.95 ? String(Number(perSecond.toFixed(1))) : countText(perSecond);
}
