import type { Entry } from '../../../domain/entry';
import { isoTime } from '../isoTime';

/** What a spreadsheet would take for a formula; also behind white space, which some of them pass over. */
const formula = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

interface Column {
	readonly name: string;
	readonly value: (entry: Entry) => string | number | undefined;
}

/** In the order in which they stand in the file; the README says what each is. */
const columns: readonly Column[] = [
	{ name: 'seq', value: ({ seq }) => seq },
	{ name: 'time', value: ({ time }) => isoTime(time) },
	{ name: 'timeMs', value: ({ time }) => time },
	{ name: 'gapMs', value: ({ gap }) => gap },
	{ name: 'attempt', value: ({ attempt }) => attempt },
	{ name: 'kind', value: ({ kind }) => kind },
	{ name: 'type', value: ({ type }) => type },
	{ name: 'id', value: ({ id }) => id },
	{ name: 'lastEventId', value: ({ lastEventId }) => lastEventId },
	{ name: 'retryMs', value: ({ retry }) => retry },
	{ name: 'sizeBytes', value: ({ size }) => size },
	{ name: 'note', value: ({ note }) => note },
	{ name: 'data', value: ({ data }) => data },
];

/** The first line. */
export const csvHeader = csvLine(columns.map(({ name }) => name));

/** An entry as a line, with its line end. */
export function csvRow(entry: Entry): string {
	return csvLine(columns.map(({ value }) => value(entry)));
}

/** Numbers are numbers; of texts those that would be formulas begin with an apostrophe. */
function csvLine(values: readonly (string | number | undefined)[]): string {
	const fields = values.map(value => {
		if (typeof value !== 'string') return String(value ?? '');
		return quoted(formula.test(value) ? `'${value}` : value);
	});
	// [RFC 4180] "Each record is located on a separate line, delimited by a line break (CRLF)."
	return `${fields.join(',')}\r\n`;
}

/**
 * [RFC 4180] "Fields containing line breaks (CRLF), double quotes, and commas should be enclosed in
 * double-quotes", in which a double quote is written twice.
 */
function quoted(text: string): string {
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
