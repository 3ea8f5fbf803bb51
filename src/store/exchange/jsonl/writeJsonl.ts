import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';
import { jsonLine } from './jsonLine';

/** One entry a line. */
export function writeJsonl(source: ExportSource, output: FileOutput): void {
	for (const entry of source.entries()) output.write(jsonLine(entry));
}
