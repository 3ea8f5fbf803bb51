import { columnValue } from '../domain/json/columnValue';
import { JsonDocument } from '../domain/json/document';
import { readColumnPath, type ColumnPath } from '../domain/query/columnPath';
import type { StreamColumns } from '../protocol/columns';
import { rowDataLength, type Row } from '../protocol/row';
import type { PageReader } from './page/pageReader';

/** Of data, read for one answer: reading it takes about a tenth of a second. */
const maxReadBytes = 16_000_000;

/**
 * The rows with what is wanted of the whole data of their events. If that is more than may be read at
 * a time, the first of them, at least one.
 */
export function withValues(
	pages: Pick<PageReader, 'find'>,
	rows: readonly Row[],
	{ paths: written, dataPath }: StreamColumns,
): Row[] {
	const paths = written.flatMap(path => readColumnPath(path) ?? []);
	const path = dataPath === undefined ? undefined : readColumnPath(dataPath);
	const found: Row[] = [];
	let readBytes = 0;
	for (const row of rows) {
		let document: JsonDocument | undefined;
		if (isJson(row)) {
			const place = row.data.length === rowDataLength ? pages.find(row.seq) : undefined;
			readBytes += place?.page.dataSize[place.at] ?? 0;
			if (readBytes > maxReadBytes && found.length > 0) return found;
			document = JsonDocument.parse(place?.page.data(place.at) ?? row.data);
		}
		if (document === undefined) found.push(row);
		else {
			const dataValue = path && columnValue(document, path, rowDataLength, true);
			const values = valuesOf(document, paths);
			found.push({ ...row, values, ...(dataValue !== undefined && { dataValue }) });
		}
	}
	return found;
}

function isJson({ kind, data }: Row): boolean {
	return kind === 'event' && /^\s*(?:[[{]|$)/.test(data);
}

function valuesOf(document: JsonDocument, paths: readonly ColumnPath[]): Record<string, string> {
	const values: Record<string, string> = {};
	for (const path of paths) {
		const value = columnValue(document, path, rowDataLength);
		if (value !== undefined) values[path.text] = value;
	}
	return values;
}
