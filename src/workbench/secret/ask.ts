import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';

/** What only the user knows. */
export type Question =
	/** The value of `${secret:NAME}` for an origin, to be kept. */
	| { readonly type: 'secret'; readonly name: string; readonly origin: string }
	/** The value of `${input:PROMPT}`, which `isHidden` while it is typed if it is named like a secret. */
	| {
			readonly type: 'input';
			readonly prompt: string;
			readonly endpointName: string;
			readonly isHidden: boolean;
	  };

/** Puts a question to the user; `undefined` if there is no answer. That to a secret is never empty. */
export type Ask = (question: Question) => Promise<string | undefined>;

/** The user called off what they began: whoever asked for it is told, the user need not be. */
export class CalledOff extends HumanError {}

/** The answer to `question`. */
export async function answerTo(question: Question, ask: Ask): Promise<string> {
	const answer = await ask(question);
	if (answer !== undefined) return answer;
	throw new CalledOff(
		question.type === 'secret'
			? l10n.t`The secret “${question.name}” for ${question.origin} was not given.`
			: l10n.t`“${question.prompt}” was not given.`,
	);
}
