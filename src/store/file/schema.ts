import { summaryTable } from './summary';

/** Raised whenever a capture written before could not be read as it is. */
export const schemaVersion = 2;

/** In the header of every capture: tells it from other SQLite files. The letters `ESIC`. */
export const applicationId = 0x45534943;

const segmentColumns = `
		offset INTEGER PRIMARY KEY,
		attempt INTEGER NOT NULL,
		first_chunk INTEGER NOT NULL,
		bytes BLOB NOT NULL,
		chunks BLOB NOT NULL`;

/** What the user has marked, by the number of the entry; the label may be empty. */
export const bookmarkTable = 'CREATE TABLE bookmark (seq INTEGER PRIMARY KEY, label TEXT NOT NULL)';

/**
 * A capture: one SQLite file. The version stands in `PRAGMA user_version`. A row for each entry would be
 * easier to read for others, and takes four times as long to write. The key `first` in `meta`, if it is
 * there, is the number of the first entry: those before it have made room for others.
 */
export const schema = `
	CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
	-- Entries, side by side in the order of their numbers: seq is that of the first, count how many they are.
	-- texts is a JSON array: the last event ID before them, then types, notes and details. columns has their
	-- numbers, as store/page/columns.ts says. Data and IDs that came just so are in segment, and the
	-- columns say where; what did not is in heap, as UTF-8.
	CREATE TABLE page (
		seq INTEGER PRIMARY KEY,
		count INTEGER NOT NULL,
		texts TEXT NOT NULL,
		columns BLOB NOT NULL,
		heap BLOB NOT NULL
	);
	-- What was said of an entry after its page had been written.
	CREATE TABLE remark (seq INTEGER PRIMARY KEY, note TEXT NOT NULL);
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
