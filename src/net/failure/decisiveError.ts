import type { SystemError } from './systemFailures';

/** The first error in the chain that has a code; of several addresses tried, the first that failed. */
export function decisiveError(error: unknown): SystemError | undefined {
	const visit = (value: unknown, depth: number): SystemError | undefined => {
		if (!(value instanceof Error) || depth > 8) return undefined;
		const inner = 'errors' in value && Array.isArray(value.errors) ? value.errors : [];
		for (const each of [...inner, value.cause] as unknown[]) {
			const found = visit(each, depth + 1);
			// An error that bundles others repeats their code, and lacks their address.
			if (found !== undefined && (inner.length > 0 || !('code' in value))) return found;
		}
		return typeof (value as SystemError).code === 'string' ? value : undefined;
	};
	return visit(error, 0);
}
