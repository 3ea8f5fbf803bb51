import type { Entry } from '../../../domain/entry';

/** An entry as a line of JSON, with its line end. */
export function jsonLine(entry: Entry): string {
	return `${JSON.stringify(entry)}\n`;
}
