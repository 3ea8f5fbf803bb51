import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Bookmark } from '../domain/bookmark';
import { entryKinds, isConnectionKind, type Entry } from '../domain/entry';
import type { JsonShape } from '../domain/query/jsonShape';
import { HumanError } from '../base/errors';
import { readingOf } from '../domain/deltas/recognise';
import type { TextAround } from '../domain/deltas/textAround';
import type { JsonPath } from '../domain/query/query';
import {
	detailDataLength,
	maxWireBytes,
	type Changes,
	type EntryInFull,
	type Row,
} from '../protocol/messages';
import type { AttemptFacts, AttemptPiece, AttemptRange } from './file/attemptFacts';
import { codingOf, readAttemptPiece, readAttempts, readAttemptWire } from './file/attemptReader';
import { putBookmarkInFile, readBookmarks } from './file/bookmarkTable';
import {
	asHumanError,
	damaged,
	openCaptureFile,
	readAbout,
	type CaptureAbout,
} from './file/captureFile';
import { selectEntries, selectRows, toEntry, toRow, type Columns } from './file/entryRow';
import { CaptureHold } from './catalogue/captureHold';
import { readChanges, readText } from './eventNeighbours';
import { firstEventMs } from './firstEvent';
import { readJsonShape } from './jsonKeys';
import type { Progress } from './progress';
import { readWireBytes } from './file/wireBytes';

/** Which entries: from one to another, both included, or each by its number. */
export type Seqs = { readonly from: number; readonly to: number } | readonly number[];

/** The place of the first byte of a body, and of the one after its last. */
export interface BodyPlace {
	readonly offset: number;
	readonly end: number;
}

/**
 * SQLite keeps any value in any column, and a capture from elsewhere is input. What its texts say is
 * shown as text, whatever it is.
 */
const isUnsound = `
	kind NOT IN (${entryKinds.map(kind => `'${kind}'`).join(', ')})
	OR typeof(time) <> 'real' OR typeof(type) <> 'text' OR typeof(last_event_id) <> 'text'
	OR typeof(coalesce(id, '')) <> 'text' OR typeof(coalesce(note, '')) <> 'text'
	OR typeof(size) <> 'integer' OR typeof(attempt) <> 'integer'
	OR typeof(coalesce(retry, 0)) <> 'integer' OR typeof(coalesce(gap, 0.0)) <> 'real'
	OR typeof(coalesce(offset, 0)) <> 'integer' OR typeof(coalesce(chunk, 0)) <> 'integer'
	OR NOT coalesce(json_valid(details), 1)`;

const inRange = 'WHERE seq BETWEEN ? AND ? ORDER BY seq';
const inList = 'WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq';

/** Reads a capture, while it is written too. Synchronous: to be used within a worker. */
export class CaptureReader {
	private readonly database: DatabaseSync;
	private readonly statements = new Map<string, StatementSync>();

	private readonly hold: CaptureHold | undefined;

	/**
	 * @param isHeld Nobody is to delete it meanwhile.
	 * @throws HumanError if the file is no capture.
	 */
	constructor(
		private readonly file: string,
		isHeld = false,
	) {
		this.database = openCaptureFile(file);
		this.hold = isHeld ? CaptureHold.of(file) : undefined;
	}

	/** What the file is of, and how far it came, for one that nothing is written to any more. */
	/** @throws HumanError if its rows cannot be those of a capture. */
	summary(): { about: CaptureAbout; progress: Progress } {
		const counts = this.all(
			`SELECT count(*) AS kept, coalesce(min(seq), 1) AS first, coalesce(max(seq), 0) AS last,
			coalesce(sum(kind = 'event'), 0) AS events, coalesce(sum(${isUnsound}), 0) AS unsound FROM entry`,
		)[0]!;
		const hasHoles = Number(counts.kept) !== Number(counts.last) - Number(counts.first) + 1;
		if (counts.unsound !== 0 || (hasHoles && counts.kept !== 0)) throw damaged(this.file);
		const came = this.all(
			'SELECT coalesce(sum(coalesce(coded_size, body_size)), 0) AS bytes FROM attempt',
		)[0]!;
		const latest = this.all('SELECT last_event_id FROM entry ORDER BY seq DESC LIMIT 1')[0];
		const retry = this.all(
			'SELECT retry FROM entry WHERE retry IS NOT NULL ORDER BY seq DESC LIMIT 1',
		)[0];
		const progress: Progress = {
			received: Number(counts.kept),
			kept: Number(counts.kept),
			dropped: 0,
			bytes: Number(came.bytes),
			events: Number(counts.events),
			firstSeq: Number(counts.first),
			lastSeq: Number(counts.last),
			lastEventId: String(latest?.last_event_id ?? ''),
			...(retry && { reconnectionTime: Number(retry.retry) }),
		};
		return { about: readAbout(this.database), progress };
	}

	/** Those of the entries that are in the capture, as the grid shows them. */
	rows(seqs: Seqs): Row[] {
		return this.select(selectRows, seqs).map(toRow);
	}

	/** Those of the entries that are in the capture. */
	entries(seqs: Seqs): Entry[] {
		return this.select(selectEntries, seqs).map(toEntry);
	}

	/** `undefined` if it is not in the capture. */
	entry(seq: number): EntryInFull | undefined {
		const record = this.select(selectEntries, [seq])[0];
		if (record === undefined) return undefined;
		const whole = toEntry(record);
		const firstMs = firstEventMs(whole, this.query);
		return {
			entry: { ...whole, data: whole.data.slice(0, detailDataLength) },
			dataLength: whole.data.length,
			dataSize: (record.data as Uint8Array).length,
			...this.wireOf(whole),
			...(firstMs !== undefined && { firstEventMs: firstMs }),
			...(whole.kind === 'event' && readingOf(whole.data) !== undefined && { hasText: true }),
		};
	}

	/** How the event differs from the one of its type before it. */
	changes(seq: number): Changes {
		return readChanges(this.query, seq);
	}

	/** The text that the event is a part of, at the path if there is one; `undefined`: of none. */
	text(seq: number, path?: JsonPath): TextAround | undefined {
		return readText(this.query, seq, path);
	}

	/** The attempts that opened or brought bytes, in order. */
	attempts(): AttemptFacts[] {
		return readAttempts(this.database);
	}

	/** As many of the wanted bytes as make a piece; `undefined` if none of them is in the capture. */
	attemptBytes(attempt: number, range: AttemptRange): AttemptPiece | undefined {
		return readAttemptPiece(this.database, attempt, range);
	}

	/** All bytes of its block or line; `undefined` if there are none in the capture. */
	wireBytes(seq: number): Uint8Array | undefined {
		const [entry] = this.all('SELECT offset, size FROM entry WHERE seq = ?', seq);
		if (typeof entry?.offset !== 'number') return undefined;
		const { offset, size } = entry;
		return readWireBytes(this.database, 'segment', offset, Number(size), Infinity)?.bytes;
	}

	/** From now on all is read as it is now, whatever is written meanwhile. */
	freeze(): void {
		this.database.exec('BEGIN');
	}

	/** Writes the capture to a file that must not exist. Not after `freeze`. */
	copyTo(file: string): void {
		this.database.prepare('VACUUM INTO ?').run(file);
	}

	/** Body bytes by their place among all, decoded; `undefined` if they are not all in the capture. */
	bodyBytes(offset: number, sizeBytes: number): Uint8Array | undefined {
		return readWireBytes(this.database, 'segment', offset, sizeBytes, Infinity)?.bytes;
	}

	/** Where the body of each attempt lies among all bytes, kept or not. */
	bodies(): Map<number, BodyPlace> {
		const rows = this.all('SELECT attempt, body_offset, body_size FROM attempt');
		return new Map(
			rows.map(row => {
				const offset = Number(row.body_offset);
				return [Number(row.attempt), { offset, end: offset + Number(row.body_size) }];
			}),
		);
	}

	/** The first `limit` event types, in the order in which they first came. */
	eventTypes(limit: number): string[] {
		const rows = this.all('SELECT type FROM event_type ORDER BY place LIMIT ?', limit);
		return rows.map(({ type }) => String(type));
	}

	/** What the JSON in the latest events looks like. */
	jsonShape(): JsonShape {
		return readJsonShape((sql, ...parameters) => this.all(sql, ...parameters));
	}

	/** The latest entry that set this ID; `undefined` if none did. */
	seqOfId(id: string): number | undefined {
		const [found] = this.all('SELECT max(seq) AS seq FROM entry WHERE id = ?', id);
		return typeof found?.seq === 'number' ? found.seq : undefined;
	}

	/** What the user has marked, in order. */
	bookmarks(): Bookmark[] {
		return readBookmarks(this.database);
	}

	/** Sets the bookmark of an entry, or takes it away: without a label. */
	bookmark(seq: number, label: string | undefined): void {
		putBookmarkInFile(this.file, seq, label);
	}

	/** @throws HumanError if it cannot be written. */
	rename(title: string): void {
		if (this.hold === undefined) throw new HumanError(`${this.file} cannot be written.`);
		this.hold.rename(title);
	}

	close(): void {
		this.database.close();
		this.hold?.release();
	}

	private wireOf({ kind, attempt, offset, size }: Entry): Partial<EntryInFull> {
		if (isConnectionKind(kind)) {
			return kind === 'waiting' ? {} : readAttemptWire(this.database, attempt, maxWireBytes);
		}
		if (offset === undefined) return {};
		const wire = readWireBytes(this.database, 'segment', offset, size, maxWireBytes);
		const coding = codingOf(this.database, attempt);
		return { ...(wire && { wire }), ...(coding !== undefined && { coding }) };
	}

	private select(sql: string, seqs: Seqs): Columns[] {
		if (!('from' in seqs)) return this.all(`${sql} ${inList}`, JSON.stringify(seqs));
		return this.all(`${sql} ${inRange}`, seqs.from, seqs.to);
	}

	private readonly query = (sql: string, ...parameters: (string | number)[]) =>
		this.all(sql, ...parameters);

	private all(sql: string, ...parameters: (string | number)[]): Columns[] {
		try {
			let statement = this.statements.get(sql);
			if (statement === undefined) {
				statement = this.database.prepare(sql);
				this.statements.set(sql, statement);
			}
			return statement.all(...parameters);
		} catch (error) {
			throw asHumanError(error, this.file);
		}
	}
}
