import { quoted } from './problem';
import type { JsonPath } from './query';
import { changed, unitsOf } from './units';
import { writtenPath } from './writtenPath';

/**
 * The filter that asks, beside what it asks for, for a value at a path.
 * @param text a valid filter.
 * @param json a string, number or literal as it was sent.
 */
export function withValue(text: string, path: JsonPath, json: string): string {
	const term = `${writtenPath(path)}:${testOf(json)}`;
	const units = unitsOf(text);
	if (units === undefined) return `(${text.trim()}) ${term}`;
	const isThere = units.some(({ from, to }) => text.slice(from, to) === term);
	return isThere ? text : changed(text, units, [], term);
}

function testOf(json: string): string {
	if (!json.startsWith('"')) return `=${json}`;
	const value = JSON.parse(json) as string;
	if (!/[\r\n]/.test(value)) return `=${quoted(value)}`;
	// The box for the filter has one line.
	const source = value.replace(/[\\/^$.*+?()[\]{}|]/g, '\\$&');
	return `/^${source.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}$/`;
}
