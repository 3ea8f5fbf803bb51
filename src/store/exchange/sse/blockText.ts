import type { Entry } from '../../../domain/entry';

/**
 * A block that gives the entry when it is parsed, for one whose bytes are not in the capture. Empty
 * for what was never complete.
 */
export function blockText({ kind, type, data, id, retry }: Entry): string {
	switch (kind) {
		case 'event':
			return [
				...(type === 'message' ? [] : [`event: ${type}\n`]),
				...(id === undefined ? [] : [`id: ${id}\n`]),
				...(retry === undefined ? [] : [`retry: ${retry}\n`]),
				...linesOf(data).map(line => `data: ${line}\n`),
				'\n',
			].join('');
		case 'comment':
			return `${linesOf(data)
				.map(line => `:${line}\n`)
				.join('')}\n`;
		case 'retry':
		case 'id':
		case 'ignored':
			return `${data}\n\n`;
		default:
			return '';
	}
}

function linesOf(text: string): string[] {
	return text.split(/\r\n|\r|\n/);
}
