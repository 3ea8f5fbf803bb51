import { summaryTable } from './summary';

/** Raised whenever a capture written before could not be read as it is. */
export const schemaVersion = 1;

/** In the header of every capture: tells it from other SQLite files. The letters `ESIC`. */
export const applicationId = 0x45534943;

const entryTable = [
	['seq', 'INTEGER PRIMARY KEY'],
	['kind', 'TEXT NOT NULL'],
	['time', 'REAL NOT NULL'],
	['type', 'TEXT NOT NULL'],
	['data', 'TEXT NOT NULL'],
	['id', 'TEXT'],
	['last_event_id', 'TEXT NOT NULL'],
	['retry', 'INTEGER'],
	['size', 'INTEGER NOT NULL'],
	['gap', 'REAL'],
	['attempt', 'INTEGER NOT NULL'],
	['chunk', 'INTEGER'],
	['offset', 'INTEGER'],
	['note', 'TEXT'],
	['cut_bytes', 'INTEGER'],
	['details', 'TEXT'],
] as const;

/** The fields of `Entry` in domain/entry.ts, in snake case. */
export const entryColumns = entryTable.map(([name]) => name);

const segmentColumns = `
		offset INTEGER PRIMARY KEY,
		attempt INTEGER NOT NULL,
		first_chunk INTEGER NOT NULL,
		bytes BLOB NOT NULL,
		chunks BLOB NOT NULL`;

/** What the user has marked, by the number of the entry; the label may be empty. */
export const bookmarkTable = 'CREATE TABLE bookmark (seq INTEGER PRIMARY KEY, label TEXT NOT NULL)';

/**
 * A capture: one SQLite file that opens in any SQLite or DuckDB shell. The version stands in
 * `PRAGMA user_version`.
 */
export const schema = `
	CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
	CREATE TABLE entry (${entryTable.map(column => column.join(' ')).join(', ')});
	-- Event types in the order of their first appearance, from 0. The first few thousand of them.
	CREATE TABLE event_type (type TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
	-- Body bytes as they came, several chunks a row. Keyed by the place of the first byte among all
	-- body bytes of the capture; chunks is pairs of float64, little-endian: length, time.
	CREATE TABLE segment (${segmentColumns});
	-- The same of bodies with a content coding, as they were received, places counted among these.
	-- What is decoded from them is in segment, under the number of the chunk that brought it.
	CREATE TABLE coded_segment (${segmentColumns});
	-- Attempts that opened: when (ms since the epoch), with which content coding, and how they ended.
	-- Where their bytes begin in segment and coded_segment, and how many came, kept or not.
	CREATE TABLE attempt (
		attempt INTEGER PRIMARY KEY,
		opened REAL,
		coding TEXT,
		ending TEXT,
		body_offset INTEGER NOT NULL,
		body_size INTEGER NOT NULL,
		coded_offset INTEGER,
		coded_size INTEGER
	);
	${bookmarkTable};
	${summaryTable}
`;
