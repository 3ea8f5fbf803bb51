import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../../domain/entry';

interface AttemptRow {
	readonly attempt: number;
	readonly bodyOffset: number;
	readonly codedOffset: number;
	opened?: number;
	coding?: string;
	ending?: string;
	bodySize: number;
	/** Absent while nothing is coded. */
	codedSize?: number;
}

/** Keeps one row an attempt that opened: its facts, and how many bytes it brought, kept or not. */
export class AttemptWriter {
	private readonly replace: StatementSync;
	private row: AttemptRow | undefined;
	private hasChanged = false;

	constructor(private readonly database: DatabaseSync) {
		this.replace = database.prepare('REPLACE INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
	}

	/** A new one, whose first byte, and whose first coded byte, will have these places. */
	begin(attempt: number, bodyOffset: number, codedOffset: number): void {
		this.row = { attempt, bodyOffset, codedOffset, bodySize: 0 };
		this.hasChanged = false;
	}

	/** Learns from an entry of the attempt. */
	note({ kind, attempt, time, data, details }: Entry): void {
		const { row } = this;
		if (attempt !== row?.attempt) return;
		if (kind === 'open') {
			row.opened = time;
			row.coding = details?.response?.contentCoding;
			if (row.coding !== undefined) row.codedSize ??= 0;
		} else if ((kind === 'closed' || kind === 'failed') && this.hasOpened) {
			row.ending = data;
		} else return;
		this.hasChanged = true;
	}

	addBody(sizeBytes: number): void {
		if (this.row === undefined) return;
		this.row.bodySize += sizeBytes;
		this.hasChanged = true;
	}

	addCoded(sizeBytes: number): void {
		if (this.row === undefined) return;
		this.row.codedSize = (this.row.codedSize ?? 0) + sizeBytes;
		this.hasChanged = true;
	}

	/** Writes what has changed. Before every commit, and before another attempt begins. */
	flush(): void {
		const { row } = this;
		if (!this.hasChanged || row === undefined) return;
		this.replace.run(
			row.attempt,
			row.opened ?? null,
			row.coding ?? null,
			row.ending ?? null,
			row.bodyOffset,
			row.bodySize,
			row.codedSize === undefined ? null : row.codedOffset,
			row.codedSize ?? null,
		);
		this.hasChanged = false;
	}

	/** What was written may be lost: it is written again. After a transaction that was rolled back. */
	reset(): void {
		this.hasChanged = this.hasOpened;
	}

	/** What was said goes. That there were attempts stays, and how many bytes they brought. */
	clear(): void {
		this.database.exec('UPDATE attempt SET ending = NULL');
		if (this.row !== undefined) this.row.ending = undefined;
	}

	private get hasOpened(): boolean {
		const { row } = this;
		return row !== undefined && (row.opened !== undefined || row.bodySize > 0);
	}
}
