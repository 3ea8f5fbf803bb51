import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../../domain/entry';

/** What a capture says of itself in one row, so that nobody has to read its entries to list it. */
export interface CaptureSummary {
	/** When its first entry came, in ms since the epoch; absent while there is none. */
	readonly started?: number;
	/** When its latest entry came, in ms since the epoch. */
	readonly latest?: number;
	/** How the connection ended, as a sentence; absent while it lasts, and if the capture was cut off. */
	readonly ending?: string;
	/** Entries that are in the capture. */
	readonly entries: number;
	/** Events that came, kept or not. */
	readonly events: number;
}

/** Part of the schema of a capture: a table with one row. */
export const summaryTable = `
	-- What the capture is, in one row: when its first and its latest entry came (ms since the epoch), how the
	-- connection ended (nothing while it lasts), entries that are there, events that came.
	CREATE TABLE summary (
		row INTEGER PRIMARY KEY CHECK (row = 1),
		started REAL,
		latest REAL,
		ending TEXT,
		entries INTEGER NOT NULL,
		events INTEGER NOT NULL
	);
	INSERT INTO summary VALUES (1, NULL, NULL, NULL, 0, 0);`;

type Facts = { -readonly [K in keyof CaptureSummary]: CaptureSummary[K] };

/** Keeps the row up to date, within the transactions in which entries are written. */
export class SummaryWriter {
	private readonly update: StatementSync;
	private facts: Facts = { entries: 0, events: 0 };

	constructor(private readonly database: DatabaseSync) {
		this.update = database.prepare(
			'UPDATE summary SET started = ?, latest = ?, ending = ?, entries = ?, events = ?',
		);
	}

	/** An entry is kept. */
	note({ kind, time, data }: Entry): void {
		if (kind === 'event') {
			this.noteEvent(time);
			return;
		}
		const { facts } = this;
		facts.started ??= time;
		facts.latest = time;
		facts.ending = kind === 'closed' || kind === 'failed' ? data : undefined;
	}

	/** An event is kept, which came at `time`. */
	noteEvent(time: number): void {
		const { facts } = this;
		facts.started ??= time;
		facts.latest = time;
		facts.events++;
		facts.ending = undefined;
	}

	/**
	 * Nothing more is kept, for a reason that is a sentence; what was not committed is gone.
	 * @throws what SQLite throws: it may be that this cannot be written either.
	 */
	stopped(reason: string): void {
		this.facts = { ...this.facts, ...readSummary(this.database), ending: reason };
		this.flush(this.facts.entries);
	}

	/** Nothing follows: how it came to that, unless the latest entry says it. */
	complete(ending: string): void {
		this.facts.ending ??= ending;
	}

	/** @param entries How many there are now. */
	flush(entries: number): void {
		const { facts } = this;
		facts.entries = entries;
		const { started, latest, ending, events } = facts;
		this.update.run(started ?? null, latest ?? null, ending ?? null, entries, events);
	}
}

/** `undefined` for a capture from before there was that row. */
export function readSummary(database: DatabaseSync): CaptureSummary | undefined {
	const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'summary'").get();
	const row = isThere && database.prepare('SELECT * FROM summary').get();
	if (row === undefined) return undefined;
	const { started, latest, ending, entries, events } = row;
	return {
		...(typeof started === 'number' && { started }),
		...(typeof latest === 'number' && { latest }),
		...(typeof ending === 'string' && { ending }),
		entries: Number(entries),
		events: Number(events),
	};
}
