import type { CaptureAbout } from '../file/captureFile';
import type { ExchangeFormat, ImportFormat } from './exchangeFormats';

/** What to write, and where to. */
export interface ExportOrder {
	/** The capture's file. */
	readonly from: string;
	/** A file that does not exist. */
	readonly to: string;
	/** What it will be called in the end, for sentences. */
	readonly target: string;
	readonly format: ExchangeFormat;
	/** Ascending; absent: all that there are. Not for a copy of the capture itself. */
	readonly seqs?: Uint32Array;
}

/** What is not among what was written, because it is secret. */
export interface LeftOut {
	/** Names of headers whose values are missing, in lower case. */
	readonly redactedHeaders: readonly string[];
	/** Parts of URLs are missing. */
	readonly hasRedactedUrl: boolean;
}

/** What an export has written. In a copy of the capture what is left out is not counted. */
export interface ExportReport extends LeftOut {
	readonly entries: number;
}

/** What to read, and the capture to make of it. */
export interface ImportOrder {
	readonly from: string;
	/** A file that does not exist. */
	readonly to: string;
	readonly format: ImportFormat;
	/** What the file is called, for sentences and for the capture's name. */
	readonly name: string;
}

/** What the host asks a worker that lives as long as the answer takes. */
export interface ExchangeQuestions {
	export: { question: { order: ExportOrder }; answer: ExportReport };
	import: { question: { order: ImportOrder }; answer: CaptureAbout };
}

/** How far the worker is: entries written, or bytes read. */
export interface ExchangeProgress {
	readonly type: 'progress';
	readonly done: number;
	readonly total: number;
}
