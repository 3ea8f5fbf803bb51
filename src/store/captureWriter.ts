import type { DatabaseSync } from 'node:sqlite';
import type { ConnectionEntry, Entry } from '../domain/entry';
import type { Frame, FrameSink } from '../parse/frameSink';
import { StreamParser } from '../parse/streamParser';
import { createCaptureFile, type CaptureAbout } from './captureFile';
import { EntryWriter } from './entryWriter';
import { keepingFailure } from './keepingFailure';
import type { BodyFacts, Progress } from './progress';
import { SegmentWriter } from './segmentWriter';

/**
 * Parses what a session receives and keeps it. If writing fails, keeping stops: entries are counted
 * from then on, and parsing goes on, because the session has to know what the stream asks for.
 */
export class CaptureWriter implements FrameSink {
	private readonly database: DatabaseSync;
	private readonly entries: EntryWriter;
	private readonly segments: SegmentWriter;
	private parser: StreamParser | undefined;
	private inTransaction = false;
	private keepingStopped: string | undefined;

	private received = 0;
	private dropped = 0;
	private bytes = 0;
	private events = 0;
	private firstSeq = 1;
	/** The latest entry, committed or not. */
	private seq = 0;
	private committedSeq = 0;
	private chunk = 0;
	/** When the chunk in hand came in. */
	private time = 0;
	private attempt = 0;
	private eventsOfAttempt = 0;
	private lastEventId = '';
	private reconnectionTime: number | undefined;
	private lastEventTime: number | undefined;
	/** The row of the latest frame; 0 if it was not kept. */
	private latestFrameSeq = 0;
	/** Where the latest frame ended; what came after belongs to one that is in progress. */
	private framesEnd = 0;

	constructor(file: string, about: CaptureAbout) {
		this.database = createCaptureFile(file, about);
		this.entries = new EntryWriter(this.database, `${file}-load`);
		this.segments = new SegmentWriter(this.database);
	}

	/** A new connection. */
	begin(attempt: number, lastEventId: string): void {
		this.keep(() => this.segments.flush());
		this.attempt = attempt;
		this.eventsOfAttempt = 0;
		this.lastEventId = lastEventId;
		this.framesEnd = this.bytes;
		this.parser = new StreamParser(this, {
			offset: this.bytes,
			lastEventId,
			...(this.reconnectionTime !== undefined && { reconnectionTime: this.reconnectionTime }),
		});
	}

	/** A chunk of the body; a view of it is kept until the next commit. */
	write(bytes: Uint8Array, time: number): void {
		if (this.parser === undefined) throw new Error('Bytes before the beginning of a connection');
		this.chunk++;
		this.time = time;
		this.keep(() => this.segments.add(bytes, time, this.attempt, this.chunk, this.bytes));
		this.bytes += bytes.length;
		this.parser.write(bytes);
	}

	/** The body has ended. */
	end(time: number): BodyFacts {
		this.time = time;
		this.parser?.end();
		this.parser = undefined;
		return {
			lastEventId: this.lastEventId,
			...(this.reconnectionTime !== undefined && { reconnectionTime: this.reconnectionTime }),
			events: this.eventsOfAttempt,
		};
	}

	/** An entry of the connection's own. */
	record(entry: ConnectionEntry): void {
		// An attempt may begin with another ID than the stream's latest.
		const { request } = entry.details ?? {};
		if (request !== undefined) this.lastEventId = request.lastEventId ?? '';
		this.add({
			...entry,
			seq: this.seq + 1,
			type: '',
			lastEventId: this.lastEventId,
			size: 0,
		});
	}

	frame(frame: Frame): void {
		this.lastEventId = frame.lastEventId;
		if (frame.retry !== undefined) this.reconnectionTime = frame.retry;
		this.framesEnd = Math.max(this.framesEnd, frame.offset + frame.size);
		let gap: number | undefined;
		if (frame.kind === 'event') {
			this.events++;
			this.eventsOfAttempt++;
			if (this.lastEventTime !== undefined) gap = this.time - this.lastEventTime;
			this.lastEventTime = this.time;
		}
		const { attempt, time, chunk } = this;
		this.add({ ...frame, seq: this.seq + 1, time, gap, attempt, chunk });
		this.latestFrameSeq = this.keepingStopped === undefined ? this.seq : 0;
	}

	extendLatest(): void {
		this.framesEnd++;
		if (this.latestFrameSeq >= this.firstSeq) {
			this.keep(() => this.entries.extendEntry(this.latestFrameSeq));
		}
	}

	/** All that was taken so far can be queried afterwards, unless keeping has stopped. */
	commit(): Progress {
		if (this.inTransaction) {
			this.keep(() => this.writeTransaction());
		}
		return this.progress();
	}

	/** All entries so far go. Numbering goes on, and so does a block that is being received. */
	clear(): Progress {
		this.commit();
		// What filled the disk may be what goes now.
		const stopped = this.keepingStopped;
		this.keepingStopped = undefined;
		this.keep(() => {
			this.entries.clear();
			this.segments.clearBefore(this.framesEnd);
		});
		if (this.keepingStopped === undefined) this.firstSeq = this.seq + 1;
		else this.keepingStopped = stopped ?? this.keepingStopped;
		return this.commit();
	}

	close(): void {
		this.commit();
		this.entries.dispose();
		this.database.close();
	}

	private add(entry: Entry): void {
		this.received++;
		this.keep(() => this.addRow(entry));
		if (this.keepingStopped !== undefined) this.dropped++;
	}

	private addRow(entry: Entry): void {
		if (!this.entries.add(entry)) {
			this.writeTransaction();
			this.database.exec('BEGIN');
			this.inTransaction = true;
			if (!this.entries.add(entry)) throw new Error(`There is no room for entry ${entry.seq}`);
		}
		this.seq = entry.seq;
	}

	private writeTransaction(): void {
		this.segments.flush();
		this.entries.flush();
		this.database.exec('COMMIT');
		this.inTransaction = false;
		this.committedSeq = this.seq;
	}

	/** Runs what writes, within a transaction, while there is any point in it. */
	private keep(run: () => void): void {
		if (this.keepingStopped !== undefined) return;
		try {
			if (!this.inTransaction) this.database.exec('BEGIN');
			this.inTransaction = true;
			run();
		} catch (error) {
			this.stopKeeping(error);
		}
	}

	private stopKeeping(error: unknown): void {
		this.keepingStopped = keepingFailure(error);
		this.inTransaction = false;
		this.dropped += this.seq - this.committedSeq;
		this.seq = this.committedSeq;
		this.segments.drop();
		this.entries.reset();
		try {
			// After some errors SQLite has rolled back by itself, and says so by failing here.
			this.database.exec('ROLLBACK');
		} catch {
			return;
		}
	}

	private progress(): Progress {
		return {
			received: this.received,
			kept: this.committedSeq - this.firstSeq + 1,
			dropped: this.dropped,
			bytes: this.bytes,
			events: this.events,
			firstSeq: this.firstSeq,
			lastSeq: this.committedSeq,
			lastEventId: this.lastEventId,
			...(this.reconnectionTime !== undefined && { reconnectionTime: this.reconnectionTime }),
			...(this.keepingStopped !== undefined && { keepingStopped: this.keepingStopped }),
		};
	}
}
