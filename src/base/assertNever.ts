/** Ends every switch over a union: a member without a case is a type error, and an error at run time. */
export function assertNever(value: never): never {
	throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
