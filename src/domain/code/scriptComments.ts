/** Which variables of the environment have to be set, if any. */
export function variableComments(names: readonly string[]): string[] {
	return names.length === 0 ? [] : [`// It reads ${names.join(', ')} from the environment.`];
}
