/**
 * An error whose message is fit for a person: it says what is wrong and what to do about it. Shown
 * as it is, once; any other error is a bug of ours, and logged with its stack.
 */
export class HumanError extends Error {
	constructor(message: string, options?: { cause?: unknown }) {
		super(message, options);
		this.name = 'HumanError';
	}
}

/** The messages of an error and of its causes, outermost first, repetitions left out. */
export function causeChain(error: unknown): string[] {
	const messages: string[] = [];
	const visit = (value: unknown, depth: number) => {
		if (value === undefined || value === null || depth > 8) return;
		if (!(value instanceof Error)) {
			messages.push(typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value));
			return;
		}
		if (value.message) messages.push(value.message);
		if ('errors' in value && Array.isArray(value.errors)) {
			for (const inner of value.errors) visit(inner, depth + 1);
		}
		visit(value.cause, depth + 1);
	};
	visit(error, 0);
	return [...new Set(messages)];
}
