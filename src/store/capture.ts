import * as l10n from '@vscode/l10n';
import { rm } from 'node:fs/promises';
import { assertNever } from '../base/assertNever';
import { toDisposable } from '../base/disposable';
import { Emitter, type Event } from '../base/emitter';
import type { ConnectionEntry, Entry } from '../domain/entry';
import type { JsonShape } from '../domain/query/jsonShape';
import type { TextAround } from '../domain/deltas/textAround';
import type { JsonPath, Query } from '../domain/query/query';
import type { StreamColumns } from '../protocol/columns';
import type { Changes } from '../protocol/changes';
import type { EntryInFull } from '../protocol/entryInFull';
import type { Row } from '../protocol/row';
import type { AttemptFacts, AttemptPiece, AttemptRange } from './file/attemptFacts';
import type { Overview } from '../protocol/overview';
import type { CaptureAbout } from './file/captureFile';
import type { CaptureNews, CaptureQuestions } from './captureMessages';
import type { CaptureParts } from './captureParts';
import type { Seqs } from './captureReader';
import { exportFile, type ExchangeOptions } from './exchange/exchangeFile';
import type { ExchangeFormat } from './exchange/exchangeFormats';
import type { ExportReport } from './exchange/exchangeMessages';
import { FilterRun } from './filter/filterRun';
import { Intake } from './intake';
import { askOwnThread } from './filter/ownThread';
import { Bookmarks } from './bookmarks';
import type { BodyFacts, Progress } from './progress';

/** One capture, from the extension host's side. It takes what a session does, and answers questions. */
export class Capture {
	private readonly intake: Intake | undefined;
	private readonly progressed = new Emitter<Progress>();
	private current: Progress;
	private failure: string | undefined;
	private overviewOfFile: Promise<Overview> | undefined;
	private closing: Promise<void> | undefined;

	/** Entries that the user has marked. */
	readonly bookmarks: Bookmarks;
	/** At most each 50 ms, and after each flush and clear. */
	readonly onDidProgress = this.progressed.event;
	readonly onDidDrain: Event<void>;

	constructor(private readonly parts: CaptureParts) {
		const { number, progress, writer } = parts;
		this.current = progress;
		const { firstSeq, lastSeq } = progress;
		const marked = (parts.bookmarks ?? []).filter(({ seq }) => seq >= firstSeq && seq <= lastSeq);
		this.bookmarks = new Bookmarks(marked, (seq, label) =>
			(parts.writer ?? parts.reader).ask('bookmark', { capture: number, seq, label }),
		);
		this.intake = writer && new Intake(number, (batch, transfer) => writer.post(batch, transfer));
		this.onDidDrain = this.intake?.onDidDrain ?? (() => toDisposable(() => {}));
	}

	get file(): string {
		return this.parts.file;
	}

	get about(): CaptureAbout {
		return this.parts.about;
	}

	get progress(): Progress {
		return this.current;
	}

	/** A new connection: what follows is parsed afresh, with the last event ID in force. */
	begin(attempt: number, lastEventId: string): void {
		this.intake?.begin(attempt, lastEventId);
	}

	/**
	 * Bytes of the body, as one chunk, and when they came in (ms since the epoch). They are taken over: if they
	 * are all that their buffer has, it is gone afterwards.
	 * @returns false if the sender should wait for `onDidDrain` before it sends more.
	 */
	write(bytes: Uint8Array, time: number): boolean {
		return this.intake?.write(bytes, time) ?? true;
	}

	/**
	 * A chunk of a body with a content coding, as it was received. What is decoded from it follows by
	 * `write`, before the next one. A view of it is kept, otherwise as `write`.
	 */
	writeCoded(bytes: Uint8Array, time: number): boolean {
		return this.intake?.writeCoded(bytes, time) ?? true;
	}

	/** An entry of the connection's own. */
	record(entry: ConnectionEntry): void {
		this.intake?.record(entry);
	}

	/** The body has ended: what is left of it is recorded as incomplete. */
	async end(time: number): Promise<BodyFacts> {
		try {
			const facts = await this.askWriter('end', { time });
			if (facts !== undefined) return facts;
		} catch {
			// The session must go on without a writer: what was last heard of is the best there is.
		}
		const { lastEventId, reconnectionTime } = this.current;
		return { lastEventId, ...(reconnectionTime !== undefined && { reconnectionTime }), events: 0 };
	}

	/** Everything that was taken so far is parsed, committed and can be asked for. */
	async flush(): Promise<Progress> {
		await this.askWriter('flush', {});
		return this.current;
	}

	/** All entries so far go. Numbering goes on, and so does a block that is being received. */
	async clear(): Promise<void> {
		await this.askWriter('clear', {});
	}

	/**
	 * Those of the entries that are in the capture, in order, as the grid shows them; with what is
	 * wanted of their JSON. Where that is much to read, only the first of them.
	 */
	rows(seqs: Seqs, wanted?: StreamColumns): Promise<Row[]> {
		return this.parts.reader.ask('rows', { capture: this.parts.number, seqs, wanted });
	}

	/** Those of the entries that are in the capture, in order, with all of their data. */
	entries(seqs: Seqs): Promise<Entry[]> {
		return this.parts.reader.ask('entries', { capture: this.parts.number, seqs });
	}

	/** One entry as the details pane shows it; `undefined` if it is not in the capture. */
	entry(seq: number): Promise<EntryInFull | undefined> {
		return this.parts.reader.ask('entry', { capture: this.parts.number, seq });
	}

	/** How the event differs from the one of its type before it. */
	changes(seq: number): Promise<Changes> {
		return this.parts.reader.ask('changes', { capture: this.parts.number, seq });
	}

	/** The text that the event is a part of, at the path if there is one; `undefined`: of none. */
	text(seq: number, path?: JsonPath): Promise<TextAround | undefined> {
		return this.parts.reader.ask('text', { capture: this.parts.number, seq, path });
	}

	/** All data of an entry; `undefined` if it is not in the capture. */
	async data(seq: number): Promise<string | undefined> {
		return (await this.entries([seq]))[0]?.data;
	}

	/** All bytes of an entry's block or line; `undefined` if there are none in the capture. */
	wireBytes(seq: number): Promise<Uint8Array | undefined> {
		return this.parts.reader.ask('wireBytes', { capture: this.parts.number, seq });
	}

	/** The attempts that opened or brought bytes, in order; what was taken so far is counted. */
	async attempts(): Promise<AttemptFacts[]> {
		await this.flush();
		return this.parts.reader.ask('attempts', { capture: this.parts.number });
	}

	/**
	 * The first of the wanted bytes that are in the capture, a bounded piece of them; `undefined` if
	 * none is. Ask again for what comes after it.
	 */
	attemptBytes(attempt: number, range: AttemptRange): Promise<AttemptPiece | undefined> {
		return this.parts.reader.ask('attemptBytes', { capture: this.parts.number, attempt, range });
	}

	/** The first `limit` types of events that have come, also of those that were cleared. */
	eventTypes(limit: number): Promise<string[]> {
		return this.parts.reader.ask('eventTypes', { capture: this.parts.number, limit });
	}

	/** What the JSON in the latest events looks like. */
	jsonShape(): Promise<JsonShape> {
		return this.parts.reader.ask('jsonShape', { capture: this.parts.number });
	}

	/** The latest entry that set this ID; `undefined` if none in the capture did. */
	seqOfId(id: string): Promise<number | undefined> {
		return this.parts.reader.ask('seqOfId', { capture: this.parts.number, eventId: id });
	}

	/** How many of what there are, and when they came. Of a capture from a file it is read once. */
	overview(): Promise<Overview> {
		const { number, writer, file, workerPath } = this.parts;
		if (writer !== undefined) return writer.ask('overview', { capture: number });
		return (this.overviewOfFile ??= askOwnThread(workerPath, 'readOverview', { file }));
	}

	/** There will be a filter soon. */
	expectFilter(): void {
		this.parts.filterThreads.prepare();
	}

	/** Begins to find the entries that match `query`, among those that are in the capture now. */
	startFilter(query: Query): FilterRun {
		const { filterThreads, clock, file } = this.parts;
		const { firstSeq, lastSeq } = this.current;
		return new FilterRun(filterThreads, clock, query, {
			file,
			from: firstSeq,
			to: lastSeq,
			bookmarked: this.bookmarks.all.map(({ seq }) => seq),
		});
	}

	/**
	 * Writes everything so far, or the entries with the given numbers, to another file, which is replaced
	 * if it exists: whole, or not at all.
	 * @param options.seqs ascending
	 * @returns `undefined` if it was ended early.
	 * @throws HumanError if that file cannot be written.
	 */
	async exportTo(
		file: string,
		format: ExchangeFormat,
		options: ExchangeOptions & { readonly seqs?: Uint32Array } = {},
	): Promise<ExportReport | undefined> {
		await this.flush();
		const order = { from: this.file, target: file, format, seqs: options.seqs };
		return exportFile(this.parts.exchangeWorkerPath, order, options);
	}

	/**
	 * Calls the capture so from now on, in its file.
	 * @throws HumanError if that cannot be written.
	 */
	async rename(title: string): Promise<void> {
		const { writer, reader, number } = this.parts;
		await (writer ?? reader).ask('rename', { capture: number, title });
	}

	/** Takes nothing more, commits, and lets go of the file, or deletes it. */
	close({ delete: isDeleted }: { delete: boolean }): Promise<void> {
		this.closing ??= this.closeOnce(isDeleted);
		return this.closing;
	}

	// ── What the threads tell ─────────────────────────────────────────────────────────────────────

	/** For the owner of the threads: news of this capture. */
	take(news: CaptureNews): void {
		switch (news.type) {
			case 'progress':
				this.advance(news.progress);
				break;
			case 'taken':
				this.intake?.acknowledge(news.bytes);
				break;
			case 'failed':
				this.fail(news.message);
				break;
			default:
				assertNever(news);
		}
	}

	/** For the owner of the threads: the writer has broken down, for this capture at least. */
	fail(reason: string): void {
		if (this.intake === undefined) return;
		this.intake.dispose();
		this.failure = l10n.t`Recording the stream failed: ${reason} Nothing more is kept.`;
		this.advance(this.current);
	}

	private advance(progress: Progress): void {
		const { failure } = this;
		this.current = failure === undefined ? progress : { ...progress, keepingStopped: failure };
		this.progressed.fire(this.current);
		this.bookmarks.removeBefore(progress.firstSeq);
	}

	private async closeOnce(isDeleted: boolean): Promise<void> {
		this.intake?.dispose();
		const { reader, writer, number, file } = this.parts;
		// The one that writes goes last: it is then alone with the file, and leaves no log beside it.
		await reader.ask('close', { capture: number }).catch(() => {});
		await writer?.ask('close', { capture: number }).catch(() => {});
		this.progressed.dispose();
		this.bookmarks.dispose();
		this.parts.onDidClose();
		if (!isDeleted) return;
		// A capture that outlived a crash has all of these.
		const suffixes = ['', '-wal', '-shm'];
		await Promise.all(suffixes.map(suffix => rm(`${file}${suffix}`, { force: true })));
	}

	private async askWriter<T extends 'flush' | 'clear' | 'end'>(
		about: T,
		question: Omit<CaptureQuestions[T]['question'], 'capture'>,
	): Promise<CaptureQuestions[T]['answer'] | undefined> {
		const { writer, number } = this.parts;
		this.intake?.post();
		return writer?.ask(about, { ...question, capture: number });
	}
}
