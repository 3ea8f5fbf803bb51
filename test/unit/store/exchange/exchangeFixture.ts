import { readFileSync, writeFileSync } from 'node:fs';
import type { Entry } from '../../../../src/domain/entry';
import type { Capture } from '../../../../src/store/capture';
import type { ExchangeFormat, ImportFormat } from '../../../../src/store/exchange/exchangeFormats';
import { StoreFixture } from '../captureFixture';

/** A store, with files to write to and to read from. */
export class ExchangeFixture extends StoreFixture {
	private files = 0;

	/** What the file of an export holds. */
	async exported(capture: Capture, format: ExchangeFormat, seqs?: number[]): Promise<string> {
		return readFileSync(await this.export(capture, format, seqs), 'utf8');
	}

	async export(capture: Capture, format: ExchangeFormat, seqs?: number[]): Promise<string> {
		const file = this.path(`export-${++this.files}.${format}`);
		await capture.exportTo(file, format, seqs && { seqs: Uint32Array.from(seqs) });
		return file;
	}

	/** The capture that is made of a file with this content. */
	async importText(content: string | Uint8Array, format: ImportFormat): Promise<Capture> {
		const file = this.path(`import-${++this.files}.${format}`);
		writeFileSync(file, content);
		return this.import(file, format);
	}

	async import(from: string, format: ImportFormat): Promise<Capture> {
		const to = this.path(`imported-${++this.files}.sqlite`);
		const isMade = await this.store.importFile({ from, to, format, name: `stream.${format}` });
		if (!isMade) throw new Error('Nobody ended it.');
		return this.store.openExisting(to);
	}
}

/** All entries of a capture. */
export function entriesOf(capture: Capture): Promise<Entry[]> {
	return capture.entries({ from: 1, to: 1_000_000 });
}
