import { quoted } from './problem';
import type { JsonPath } from './query';

/** A path as it is typed into a filter: `data.choices[0]."a key"`. */
export function writtenPath(path: JsonPath): string {
	const steps = path.map(step => {
		if (typeof step === 'number') return `[${step}]`;
		return /^[^\s.[\]:"(){},;=<>*\\]+$/u.test(step) ? `.${step}` : `.${quoted(step)}`;
	});
	return `data${steps.join('')}`;
}
