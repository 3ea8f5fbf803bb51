/** A format that captures are written in, or read from. */
interface FormatFacts {
	/** Of file names; the first is the one that is suggested. */
	readonly endings: readonly string[];
	/** Whether entries can be read back from it. */
	readonly isImported: boolean;
	/** Whether a part of the entries can be written. */
	readonly takesSelection: boolean;
}

/**
 * Every format there is. What writes and reads them is in `exporters.ts` and `importers.ts`, what they
 * are called in `workbench/exchange/formatWords.ts`.
 */
export const exchangeFormats = {
	/** The capture itself. `.ssecapture` is the ending that is ours alone. */
	sqlite: { endings: ['sqlite', 'ssecapture', 'db'], isImported: true, takesSelection: false },
	/** An `Entry` a line. */
	jsonl: { endings: ['jsonl'], isImported: true, takesSelection: true },
	/** The bytes of the stream, or of the blocks of a selection. */
	sse: { endings: ['sse'], isImported: true, takesSelection: true },
	/** HTTP Archive 1.2, with the events where Chrome has them. */
	har: { endings: ['har'], isImported: true, takesSelection: true },
	/** RFC 4180, for spreadsheets. */
	csv: { endings: ['csv'], isImported: false, takesSelection: true },
} as const satisfies Record<string, FormatFacts>;

export type ExchangeFormat = keyof typeof exchangeFormats;

export const formatNames = Object.keys(exchangeFormats) as ExchangeFormat[];

/** Those that entries are read from by converting them; a capture is opened as it is. */
export type ImportFormat = Exclude<ExchangeFormat, 'sqlite' | 'csv'>;

/** The format that the ending of a file's name stands for. */
export function formatOf(path: string): ExchangeFormat | undefined {
	const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
	return formatNames.find(name => exchangeFormats[name].endings.some(one => one === ending));
}
