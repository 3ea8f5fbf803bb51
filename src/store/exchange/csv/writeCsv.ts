import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';
import { csvHeader, csvRow } from './csvTable';

/** Without it Excel takes UTF-8 for the code page of the system; everything else passes over it. */
const byteOrderMark = '\ufeff';

/** A table for spreadsheets, one entry a row. */
export function writeCsv(source: ExportSource, output: FileOutput): void {
	output.write(byteOrderMark + csvHeader);
	for (const entry of source.entries()) output.write(csvRow(entry));
}
