import { quoted } from './problem';
import type { JsonPlaces } from './query';

/** A path as it is typed into a filter: `data.choices[*]."a key"`. */
export function writtenPath(path: JsonPlaces): string {
	const steps = path.map(step => {
		if (step === null) return '[*]';
		if (typeof step === 'number') return `[${step}]`;
		return /^[^\s.[\]:"(){},;=<>*\\]+$/u.test(step) ? `.${step}` : `.${quoted(step)}`;
	});
	return `data${steps.join('')}`;
}
