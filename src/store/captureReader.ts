import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../domain/entry';
import { detailDataLength, maxWireBytes, type EntryInFull, type Row } from '../protocol/messages';
import { openCaptureFile, readAbout, type CaptureAbout } from './captureFile';
import { selectEntries, selectRows, toEntry, toRow, type Columns } from './entryRow';
import type { Progress } from './progress';
import { readWireBytes } from './wireBytes';

/** Which entries: from one to another, both included, or each by its number. */
export type Seqs = { readonly from: number; readonly to: number } | readonly number[];

const inRange = 'WHERE seq BETWEEN ? AND ? ORDER BY seq';
const inList = 'WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq';

/** Reads a capture, while it is written too. Synchronous: to be used within a worker. */
export class CaptureReader {
	private readonly database: DatabaseSync;
	private readonly statements = new Map<string, StatementSync>();

	/** @throws HumanError if the file is no capture. */
	constructor(file: string) {
		this.database = openCaptureFile(file);
	}

	/** What the file is of, and how far it came, for one that nothing is written to any more. */
	summary(): { about: CaptureAbout; progress: Progress } {
		const counts = this.all(
			`SELECT count(*) AS kept, coalesce(min(seq), 1) AS first, coalesce(max(seq), 0) AS last,
			coalesce(sum(kind = 'event'), 0) AS events FROM entry`,
		)[0]!;
		const end = this.all(
			'SELECT coalesce(max(offset + length(bytes)), 0) AS bytes FROM segment',
		)[0]!;
		const latest = this.all('SELECT last_event_id FROM entry ORDER BY seq DESC LIMIT 1')[0];
		const retry = this.all(
			'SELECT retry FROM entry WHERE retry IS NOT NULL ORDER BY seq DESC LIMIT 1',
		)[0];
		const progress: Progress = {
			received: Number(counts.kept),
			kept: Number(counts.kept),
			dropped: 0,
			bytes: Number(end.bytes),
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
		const { offset, size } = whole;
		const wire =
			offset === undefined ? undefined : readWireBytes(this.database, offset, size, maxWireBytes);
		return {
			entry: { ...whole, data: whole.data.slice(0, detailDataLength) },
			dataLength: whole.data.length,
			dataSize: (record.data as Uint8Array).length,
			...(wire && { wire }),
		};
	}

	/** All bytes of its block or line; `undefined` if there are none in the capture. */
	wireBytes(seq: number): Uint8Array | undefined {
		const [entry] = this.all('SELECT offset, size FROM entry WHERE seq = ?', seq);
		if (typeof entry?.offset !== 'number') return undefined;
		return readWireBytes(this.database, entry.offset, Number(entry.size), Infinity)?.bytes;
	}

	close(): void {
		this.database.close();
	}

	private select(sql: string, seqs: Seqs): Columns[] {
		if (!('from' in seqs)) return this.all(`${sql} ${inList}`, JSON.stringify(seqs));
		return this.all(`${sql} ${inRange}`, seqs.from, seqs.to);
	}

	private all(sql: string, ...parameters: (string | number)[]): Columns[] {
		let statement = this.statements.get(sql);
		if (statement === undefined) {
			statement = this.database.prepare(sql);
			this.statements.set(sql, statement);
		}
		return statement.all(...parameters);
	}
}
