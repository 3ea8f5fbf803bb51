import type { Entry } from '../../../domain/entry';
import { durationText, sizeText } from '../../../domain/words';
import { isoTime } from '../isoTime';

/** The first two lines of a table of entries. */
export const markdownHeader = [
	'| # | Time | Gap | Kind | Type | ID | Data | Size |',
	'| --: | --- | --: | --- | --- | --- | --- | --: |',
	'',
].join('\n');

/** An entry as a row, with its line end. */
export function markdownRow({ seq, time, gap, kind, type, id, data, size }: Entry): string {
	const cells = [
		String(seq),
		isoTime(time),
		gap === undefined ? '' : durationText(gap),
		kind,
		cell(type),
		cell(id ?? ''),
		cell(data),
		size === 0 ? '' : sizeText(size),
	];
	return `| ${cells.join(' | ')} |\n`;
}

/** Text that stays in its cell and is shown as it is: no markup, no line ends. */
function cell(text: string): string {
	return text
		.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
		.replace(/\r\n|\r|\n/g, '<br>')
		.trim();
}
