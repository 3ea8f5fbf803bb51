import * as l10n from '@vscode/l10n';
import { replaceVariables, variableText } from './variableText';
import type { RequestBody } from './requestFields';

/** What is wrong with `text` as a body: JSON is meant if it begins with a brace or a bracket. */
export function bodyProblem(text: string): string | undefined {
	if (!looksLikeJson(text)) return undefined;
	try {
		// A variable may stand in a string, or for a number.
		JSON.parse(replaceVariables(text, one => '1'.repeat(variableText(one).length)));
		return undefined;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		// What the engine says may quote the text, in which secrets can be.
		const at = /at position (\d+)/.exec(reason)?.[1];
		if (/end of JSON|Unterminated/.test(reason))
			return l10n.t('This begins like JSON, and has no end.');
		return at === undefined
			? l10n.t('This begins like JSON, and is none.')
			: l10n.t`This begins like JSON, and is none at character ${Number(at) + 1}.`;
	}
}

/** The body that `text` means: a value of JSON where that says the same, else the text. */
export function bodyFrom(text: string): RequestBody {
	if (!looksLikeJson(text) || bodyProblem(text) !== undefined) return text;
	try {
		const value = JSON.parse(text) as RequestBody;
		// Not for numbers that would change, keys that come twice, and the like.
		return JSON.stringify(value) === withoutSpaces(text) ? value : text;
	} catch {
		// A variable stands where only JSON can, for example for a number.
		return text;
	}
}

/** The text that stands for `body` in a field. */
export function bodyText(body: RequestBody): string {
	return typeof body === 'string' ? body : JSON.stringify(body);
}

export function looksLikeJson(text: string): boolean {
	return /^\s*[[{]/.test(text);
}

/** JSON without the spaces between its tokens. */
function withoutSpaces(json: string): string {
	return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string: string | undefined) => string ?? '');
}
