import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../../domain/entry';
import type { PlainEvent } from '../../parse/plainEvent';
import { AttemptWriter } from './attemptWriter';
import { putBookmark } from './bookmarkTable';
import type { Overview } from '../../protocol/overview';
import { createCaptureFile, writeTitle, type CaptureAbout } from './captureFile';
import { limitWords, type CaptureLimits } from './captureLimits';
import { Eviction } from './eviction';
import { keepingFailure, notKept } from './keepingFailure';
import { OverviewKeeper } from '../overview/overviewKeeper';
import { countsOf, recount } from '../overview/readOverview';
import type { Arrival } from '../page/pageRow';
import { PageReader } from '../page/pageReader';
import { PageWriter } from '../page/pageWriter';
import { SegmentWriter } from './segmentWriter';
import { SummaryWriter } from './summary';

/**
 * Keeps entries and bytes in a file, in transactions. If writing fails, keeping stops, nothing is
 * thrown, and what comes then is counted.
 */
export class Keeper {
	private readonly database: DatabaseSync;
	private readonly entries: PageWriter;
	private readonly segments: SegmentWriter;
	private overviews = new OverviewKeeper();
	private readonly codedSegments: SegmentWriter;
	private readonly attempts: AttemptWriter;
	private readonly summary: SummaryWriter;
	/** Absent where keeping stops at the limits. */
	private readonly eviction: Eviction | undefined;
	/** Coded bytes so far, kept or not. */
	private codedBytes = 0;
	private inTransaction = false;
	/** The latest entry, committed or not. */
	private seq = 0;
	private committedSeq = 0;
	private first = 1;
	private droppedCount = 0;
	private failure: string | undefined;

	/** @throws HumanError if the file cannot be made. */
	constructor(
		file: string,
		about: CaptureAbout,
		private readonly limits: CaptureLimits,
	) {
		this.database = createCaptureFile(file, about, limits);
		this.entries = new PageWriter(this.database);
		this.segments = new SegmentWriter(this.database, 'segment');
		this.codedSegments = new SegmentWriter(this.database, 'coded_segment');
		this.attempts = new AttemptWriter(this.database);
		this.summary = new SummaryWriter(this.database);
		if (limits.whenFull === 'dropOldest') {
			const pages = new PageReader(this.database);
			this.eviction = new Eviction(this.database, pages, limits, (from, to) =>
				this.overviews.drop(countsOf(pages, from, to), to + 1),
			);
		}
	}

	/** The first entry that is neither cleared nor dropped; `lastSeq + 1` if there is none. */
	get firstSeq(): number {
		return this.first;
	}

	/** The last entry that is committed. */
	get lastSeq(): number {
		return this.committedSeq;
	}

	/** Entries that could not be kept, or made room for newer ones. */
	get dropped(): number {
		return this.droppedCount;
	}

	/** What is kept, committed or not. */
	get overview(): Overview {
		return this.overviews.snapshot();
	}

	/** Why nothing more is kept, for a person. */
	get keepingStopped(): string | undefined {
		return this.failure;
	}

	/** The number of the entry to be added next. */
	get nextSeq(): number {
		return this.seq + 1;
	}

	/** The first entry will have the number `seq`. Before anything is added. */
	startAt(seq: number): void {
		this.seq = seq - 1;
		this.committedSeq = this.seq;
		this.first = seq;
	}

	/**
	 * A new attempt begins, whose first byte will have the place `offset`.
	 * @param lastEventId if it is another one than what the latest entry has left.
	 */
	begin(attempt: number, offset: number, lastEventId?: string): void {
		// A segment holds bytes of one attempt.
		this.commit();
		if (lastEventId !== undefined) this.entries.setLastEventId(lastEventId);
		this.attempts.begin(attempt, offset, this.codedBytes);
	}

	/** Keeps the entry, whose number is {@link nextSeq}, or drops it. */
	add(entry: Entry): void {
		// Only what happened to the connection came in no chunk.
		if (entry.chunk === undefined) this.attempts.note(entry);
		this.stopIfFull();
		this.attempt(() => {
			this.entries.add(entry);
			if (this.overviews.add(entry)) this.entries.addType(entry.type);
			this.summary.note(entry);
			this.seq = entry.seq;
		});
		if (this.failure !== undefined) this.droppedCount++;
	}

	/** Keeps the event, whose number is {@link nextSeq}, or drops it. */
	addPlain(event: PlainEvent, arrival: Arrival): void {
		this.stopIfFull();
		if (this.failure === undefined) {
			// As `attempt` does, without a function for each event.
			try {
				this.beginTransaction();
				const seq = this.seq + 1;
				this.entries.addPlain(seq, event, arrival);
				const isNewType = this.overviews.addEvent(seq, arrival.time, event.type);
				if (isNewType) this.entries.addType(event.type);
				this.summary.noteEvent(arrival.time);
				this.seq = seq;
			} catch (error) {
				this.stop(error);
			}
		}
		if (this.failure !== undefined) this.droppedCount++;
	}

	/** The entry, if it was kept, is one byte longer than it was said to be. */
	extend(seq: number): void {
		if (seq >= this.first && seq <= this.seq) this.attempt(() => this.entries.extend(seq));
	}

	/** Keeps the chunk with this number, whose first byte has the place `offset`. */
	addChunk(bytes: Uint8Array, time: number, attempt: number, chunk: number, offset: number): void {
		this.attempts.addBody(bytes.length);
		this.attempt(() => this.segments.add(bytes, time, attempt, chunk, offset));
	}

	/** Keeps the chunk as it was received, before what is decoded from it. */
	addCoded(bytes: Uint8Array, time: number, attempt: number, chunk: number): void {
		const offset = this.codedBytes;
		this.codedBytes += bytes.length;
		this.attempts.addCoded(bytes.length);
		this.attempt(() => this.codedSegments.add(bytes, time, attempt, chunk, offset));
	}

	/** Nothing follows: how it came to that, as a sentence, unless the latest entry says it. */
	complete(ending: string): void {
		this.attempt(() => this.summary.complete(ending));
	}

	/** What is kept so far can be read. */
	commit(): void {
		if (this.inTransaction) this.attempt(() => this.endTransaction());
		if (this.failure !== undefined) this.noteWhatIsMissing();
	}

	/** All entries go, all coded bytes, and the others before the place `offset`. Keeping goes on, if it can. */
	clear(offset: number): void {
		this.commit();
		// What filled the disk may be what goes now.
		this.failure = undefined;
		this.attempt(() => {
			this.entries.clear();
			this.database.exec('DELETE FROM bookmark');
			this.segments.clearBefore(offset);
			this.codedSegments.clear();
			this.attempts.clear();
			this.endTransaction(this.seq + 1);
			this.overviews.clear();
		});
	}

	/**
	 * Sets the bookmark of an entry, or takes it away: without a label. Also where keeping has stopped.
	 * @throws what SQLite throws if it cannot be written.
	 */
	bookmark(seq: number, label: string | undefined): void {
		// Alone in its transaction it cannot be rolled back with what came in.
		this.commit();
		if (seq >= this.first && seq <= this.committedSeq) putBookmark(this.database, seq, label);
	}

	/** Calls the capture so from now on. */
	rename(title: string): void {
		this.commit();
		writeTitle(this.database, title);
	}

	close(): void {
		this.commit();
		try {
			// A file in WAL mode cannot be read from a place where nothing can be written.
			this.database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE');
		} catch {
			// Someone else is reading it. SQLite tidies up when the last one is done.
		}
		this.database.close();
	}

	/** Runs what writes, within a transaction, while there is any point in it. */
	private attempt(run: () => void): void {
		if (this.failure !== undefined) return;
		try {
			this.beginTransaction();
			run();
		} catch (error) {
			this.stop(error);
		}
	}

	private beginTransaction(): void {
		if (!this.inTransaction) this.database.exec('BEGIN');
		this.inTransaction = true;
	}

	private endTransaction(from = this.first): void {
		this.segments.flush();
		this.codedSegments.flush();
		this.entries.flush();
		this.attempts.flush();
		const first = this.eviction?.makeRoom(from, this.seq) ?? from;
		this.summary.flush(this.seq - first + 1);
		this.database.exec('COMMIT');
		this.inTransaction = false;
		this.committedSeq = this.seq;
		this.droppedCount += first - from;
		this.first = first;
	}

	/** Where the number of entries is limited, and none may go. */
	private stopIfFull(): void {
		const { maxEntries = Infinity } = this.limits;
		if (this.eviction !== undefined || this.seq - this.first + 1 < maxEntries) return;
		this.commit();
		if (this.failure !== undefined) return;
		this.failure = notKept(limitWords({ entries: maxEntries }));
		this.sayInLatest(this.failure);
	}

	/** That bytes came which are not there has room where they have none, mostly. */
	private noteWhatIsMissing(): void {
		try {
			this.attempts.flush();
		} catch {
			// The file then ends where keeping did, and nobody can tell afterwards.
		}
	}

	private stop(error: unknown): void {
		this.failure = keepingFailure(error, this.limits.maxSizeBytes);
		this.droppedCount += this.seq - this.committedSeq;
		this.seq = this.committedSeq;
		this.inTransaction = false;
		this.segments.drop();
		this.codedSegments.drop();
		this.entries.reset();
		this.attempts.reset();
		try {
			this.database.exec('ROLLBACK');
		} catch {
			// After some errors SQLite has rolled back by itself, and has no transaction any more.
		}
		this.sayInLatest(this.failure);
		// What was rolled back was counted.
		this.overviews = recount(this.database);
	}

	/** Where there is no room for an entry, there often is for a few words in the one before. */
	private sayInLatest(words: string): void {
		try {
			if (this.committedSeq >= this.first) this.entries.annotate(this.committedSeq, words);
			this.summary.stopped(words);
		} catch {
			// Not even that. Whoever looks at the live stream is told all the same.
		}
	}
}
