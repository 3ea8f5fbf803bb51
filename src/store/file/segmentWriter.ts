import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { chunkTable, toSegment, type SegmentTable } from './segment';

/** Large enough that rows are few, small enough that the bytes of one entry are read quickly. */
const segmentSizeBytes = 131_072;
/** As many as a stream of small events brings between two commits. */
const initialBytes = 4096;

/** Keeps the body bytes as they came: several chunks a row, with the length and time of each. */
export class SegmentWriter {
	private readonly insert: StatementSync;
	private bytes = new Uint8Array(initialBytes);
	private sizeBytes = 0;
	/** Length and time of each chunk in `bytes`. */
	private chunks: number[] = [];
	private offset = 0;
	private attempt = 0;
	private firstChunk = 0;
	private nextChunk = 0;

	constructor(
		private readonly database: DatabaseSync,
		private readonly table: SegmentTable,
	) {
		this.insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?)`);
	}

	/**
	 * Takes the chunk with the number `chunk`, or what follows of it, whose first byte has the place
	 * `offset`. A row numbers its chunks without holes.
	 */
	add(bytes: Uint8Array, time: number, attempt: number, chunk: number, offset: number): void {
		if (chunk > this.nextChunk) this.flush();
		if (this.chunks.length === 0) {
			this.offset = offset;
			this.attempt = attempt;
			this.firstChunk = chunk;
			this.nextChunk = chunk;
		}
		this.append(bytes);
		if (chunk < this.nextChunk) this.chunks[this.chunks.length - 2]! += bytes.length;
		else this.chunks.push(bytes.length, time);
		this.nextChunk = chunk + 1;
		if (this.sizeBytes >= segmentSizeBytes) this.flush();
	}

	/** Writes what is pending. Before every commit, and before another attempt begins. */
	flush(): void {
		if (this.chunks.length === 0) return;
		const bytes = this.bytes.subarray(0, this.sizeBytes);
		this.insert.run(this.offset, this.attempt, this.firstChunk, bytes, chunkTable(this.chunks));
		this.drop();
	}

	/** Forgets what is pending. */
	drop(): void {
		this.chunks = [];
		this.sizeBytes = 0;
		// The room of an unusually large chunk is given back.
		if (this.bytes.length > 2 * segmentSizeBytes) this.bytes = new Uint8Array(initialBytes);
	}

	/** Deletes all bytes. Nothing must be pending. */
	clear(): void {
		this.database.exec(`DELETE FROM ${this.table}`);
	}

	/** Deletes all bytes before the place `offset`, and keeps the rest. Nothing must be pending. */
	clearBefore(offset: number): void {
		const rest = this.database
			.prepare(`SELECT * FROM ${this.table} WHERE offset + length(bytes) > ? ORDER BY offset`)
			.all(offset)
			.map(toSegment);
		this.clear();
		for (const { chunks, ...segment } of rest) {
			let at = segment.offset;
			for (const { chunk, time, length } of chunks) {
				const end = at + length;
				const bytes = segment.bytes.subarray(
					Math.max(at, offset) - segment.offset,
					end - segment.offset,
				);
				if (end > offset) this.add(bytes, time, segment.attempt, chunk, Math.max(at, offset));
				at = end;
			}
			this.flush();
		}
	}

	private append(bytes: Uint8Array): void {
		const needed = this.sizeBytes + bytes.length;
		if (needed > this.bytes.length) {
			const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
			larger.set(this.bytes.subarray(0, this.sizeBytes));
			this.bytes = larger;
		}
		this.bytes.set(bytes, this.sizeBytes);
		this.sizeBytes = needed;
	}
}
