/** Where the user goes from a step. */
export type Outcome =
	/** What was given is in the draft. */
	'next' | 'back' | 'cancelled';

/** How a step shows itself. */
export interface Frame {
	readonly title: string;
	/** From 1. */
	readonly step: number;
	readonly totalSteps: number;
	/** Whether there is a step before it. */
	readonly canGoBack: boolean;
}

/** Asks for a part of a draft. Called again when the user comes back: it then offers what was given before. */
export type Step<Draft> = (draft: Draft, frame: Frame) => Promise<Outcome>;

/**
 * Goes through steps, forward and back, until the user is through or has had enough.
 * @param stepsFor Which there are, first to last, by what is given so far: an answer may bring in others
 * after it, or take them out.
 * @returns whether the user is through.
 */
export async function runSteps<Draft>(
	title: string,
	draft: Draft,
	stepsFor: (draft: Draft) => readonly Step<Draft>[],
): Promise<boolean> {
	for (let index = 0; ;) {
		const steps = stepsFor(draft);
		const step = steps[index];
		if (step === undefined) return true;
		const frame = { title, step: index + 1, totalSteps: steps.length, canGoBack: index > 0 };
		const outcome = await step(draft, frame);
		if (outcome === 'cancelled') return false;
		index += outcome === 'next' ? 1 : -1;
	}
}
