import { isRecord } from '../../base/isRecord';
import type { Usage } from './delta';

/** Names of counts, those of one side to be added up. */
export interface UsageNames {
	readonly input: readonly string[];
	readonly output: readonly string[];
}

/** The counts that `value` has under the names; `undefined` if it has none. */
export function usageIn(value: unknown, { input, output }: UsageNames): Usage | undefined {
	if (!isRecord(value)) return undefined;
	const usage = { ...sum('input', value, input), ...sum('output', value, output) };
	return Object.keys(usage).length === 0 ? undefined : usage;
}

/** Later counts take the place of earlier ones. */
export function merged(all: readonly (Usage | undefined)[]): Usage {
	return all.reduce<Usage>((sofar, usage) => ({ ...sofar, ...usage }), {});
}

function sum(side: keyof Usage, value: Record<string, unknown>, names: readonly string[]): Usage {
	const counts = names.map(name => value[name]).filter(count => typeof count === 'number');
	return counts.length === 0 ? {} : { [side]: counts.reduce((total, count) => total + count, 0) };
}
