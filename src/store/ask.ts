import { HumanError } from '../base/errors';

/** A contract of questions: what each takes and what its answer is. */
export type Contract<Q> = { [T in keyof Q]: { question: object; answer: unknown } };

/** A question on its way to a worker. */
export type Ask<Q extends Contract<Q>> = {
	[T in keyof Q]: {
		readonly type: 'ask';
		readonly id: number;
		readonly about: T;
	} & Q[T]['question'];
}[keyof Q];

/** What comes back: an error keeps its words, and whether they are fit for a person. */
export type Answer =
	| { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
	| {
			readonly type: 'answer';
			readonly id: number;
			readonly error: { readonly message: string; readonly isHuman: boolean };
	  };

/** Answers with what `run` returns or throws. */
export function answer(id: number, run: () => unknown): Answer {
	try {
		return { type: 'answer', id, answer: run() };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { type: 'answer', id, error: { message, isHuman: error instanceof HumanError } };
	}
}
