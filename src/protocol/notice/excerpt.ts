import type { AnswerBody } from '../../domain/failure';
import { shortened } from '../../domain/words';
import type { Excerpt } from './notice';
import { words } from './words';

const maxLines = 4;
const maxLineLength = 400;

/** `undefined` if there is nothing to be seen in it. */
export function excerptOf({ text, isComplete, sizeBytes }: AnswerBody): Excerpt | undefined {
	if (text.trim() === '') return undefined;
	const all = text.trimEnd().split(/\r\n|\r|\n/);
	const lines = all.slice(0, maxLines).map(line => shortened(line, maxLineLength));
	const total = isComplete ? all.length : undefined;
	return {
		lines: lines.join('\n'),
		caption: words.answerLines(lines.length, total, sizeBytes),
		button: { label: words.wholeAnswer(), look: 'link', act: 'showLatest' },
	};
}
