import type { ConnectionEntry, Entry } from '../domain/entry';
import { toFrame, type Frame, type FrameSink } from '../parse/frameSink';
import type { PlainEvent } from '../parse/plainEvent';
import { StreamParser } from '../parse/streamParser';
import type { Overview } from '../protocol/overview';
import type { CaptureAbout } from './file/captureFile';
import type { CaptureLimits } from './file/captureLimits';
import { Keeper } from './file/keeper';
import type { BodyFacts, Progress } from './progress';
import { ResumeAudit } from './resume/resumeAudit';

/**
 * Parses what a session receives, and has it kept. Parsing goes on when keeping has stopped, because
 * the session has to know what the stream asks for.
 */
export class CaptureWriter implements FrameSink {
	private readonly keeper: Keeper;
	private readonly resumeAudit = new ResumeAudit();
	private parser: StreamParser | undefined;
	private received = 0;
	/** Of bodies, decoded. */
	private bytes = 0;
	/** The same as received. */
	private receivedBytes = 0;
	/** The body comes coded. */
	private isCoded = false;
	private events = 0;
	private chunk = 0;
	/** When the chunk in hand came in. */
	private time = 0;
	private attempt = 0;
	private eventsOfAttempt = 0;
	/** The last event ID when the latest attempt began, or its body ended. */
	private idBefore = '';
	private reconnectionTime: number | undefined;
	private lastEventTime: number | undefined;
	/** The number of the latest frame. */
	private latestFrame = 0;
	/** Where the latest frame ended: what comes after belongs to one that is in progress. */
	private framesEnd = 0;
	/** What is known of a plain event: one object for all. */
	private readonly arrival = {
		time: 0,
		gap: NaN,
		attempt: 0,
		chunk: 0,
		lastEventId: () => this.lastEventId,
	};

	/** @throws HumanError if the file cannot be made. */
	constructor(file: string, about: CaptureAbout, limits: CaptureLimits = {}) {
		this.keeper = new Keeper(file, about, limits);
	}

	/** A new connection. */
	begin(attempt: number, lastEventId: string): void {
		const isNewId = lastEventId !== this.lastEventId;
		this.keeper.begin(attempt, this.bytes, isNewId ? lastEventId : undefined);
		this.attempt = attempt;
		this.isCoded = false;
		this.eventsOfAttempt = 0;
		this.idBefore = lastEventId;
		this.resumeAudit.begin(attempt, lastEventId);
		this.framesEnd = this.bytes;
		this.parser = new StreamParser(this, {
			offset: this.bytes,
			lastEventId,
			...(this.reconnectionTime !== undefined && { reconnectionTime: this.reconnectionTime }),
		});
	}

	/** A chunk as it was received, before what is decoded from it. */
	writeCoded(bytes: Uint8Array, time: number): void {
		this.isCoded = true;
		this.chunk++;
		this.receivedBytes += bytes.length;
		this.keeper.addCoded(bytes, time, this.attempt, this.chunk);
	}

	/** A chunk of the body. */
	write(bytes: Uint8Array, time: number): void {
		if (this.parser === undefined) throw new Error('Bytes before the beginning of a connection');
		if (!this.isCoded) {
			this.chunk++;
			this.receivedBytes += bytes.length;
		}
		this.time = time;
		this.keeper.addChunk(bytes, time, this.attempt, this.chunk, this.bytes);
		this.bytes += bytes.length;
		this.parser.write(bytes);
	}

	/** The body has ended. */
	end(time: number): BodyFacts {
		this.time = time;
		this.parser?.end();
		this.idBefore = this.lastEventId;
		this.parser = undefined;
		return {
			lastEventId: this.lastEventId,
			...(this.reconnectionTime !== undefined && { reconnectionTime: this.reconnectionTime }),
			events: this.eventsOfAttempt,
		};
	}

	/** An entry of the connection's own. */
	record(entry: ConnectionEntry): void {
		this.add({
			...entry,
			seq: this.keeper.nextSeq,
			type: '',
			lastEventId: this.lastEventId,
			size: 0,
		});
	}

	plainEvent(event: PlainEvent): void {
		if (this.resumeAudit.isListening) {
			this.frame(toFrame(event, this.lastEventId));
			return;
		}
		const { arrival, keeper } = this;
		if (event.retry !== -1) this.reconnectionTime = event.retry;
		this.framesEnd = event.offset + event.end - event.start;
		this.latestFrame = keeper.nextSeq;
		if (event.idStart !== -1) {
			const seq = keeper.keepingStopped === undefined ? this.latestFrame : 0;
			this.resumeAudit.remember(event.bytes, event.idStart, event.idEnd, seq);
		}
		arrival.time = this.time;
		arrival.gap = this.noteEvent() ?? NaN;
		arrival.attempt = this.attempt;
		arrival.chunk = this.chunk;
		this.received++;
		keeper.addPlain(event, arrival);
	}

	frame(frame: Frame): void {
		if (frame.retry !== undefined) this.reconnectionTime = frame.retry;
		this.framesEnd = Math.max(this.framesEnd, frame.offset + frame.size);
		this.latestFrame = this.keeper.nextSeq;
		// All fields, always in the same order: objects of one shape are read several times faster.
		this.add({
			seq: this.latestFrame,
			kind: frame.kind,
			time: this.time,
			type: frame.type,
			data: frame.data,
			id: frame.id,
			lastEventId: frame.lastEventId,
			retry: frame.retry,
			size: frame.size,
			gap: frame.kind === 'event' ? this.noteEvent() : undefined,
			attempt: this.attempt,
			chunk: this.chunk,
			offset: frame.offset,
			note: frame.kind === 'event' ? this.eventNote(frame) : frame.note,
			cutBytes: frame.cutBytes,
		});
	}

	extendLatest(): void {
		this.framesEnd++;
		this.keeper.extend(this.latestFrame);
	}

	/** All that was taken so far can be queried afterwards, unless keeping has stopped. */
	commit(): Progress {
		this.keeper.commit();
		return this.progress();
	}

	/** How many of what there are, and when they came. */
	overview(): Overview {
		return this.keeper.overview;
	}

	/** All entries so far go. Numbering goes on, and so does a block that is being received. */
	clear(): Progress {
		this.keeper.clear(this.framesEnd);
		return this.progress();
	}

	/** Sets the bookmark of an entry, or takes it away: without a label. */
	bookmark(seq: number, label: string | undefined): void {
		this.keeper.bookmark(seq, label);
	}

	/** Calls the capture so from now on. */
	rename(title: string): void {
		this.keeper.rename(title);
	}

	/** Nothing follows, for a reason that is a sentence. */
	complete(ending: string): Progress {
		this.keeper.complete(ending);
		return this.commit();
	}

	close(): void {
		this.keeper.close();
	}

	/** The last event ID string in force. */
	private get lastEventId(): string {
		return this.parser?.lastEventId ?? this.idBefore;
	}

	/** What is said about its block, and about its ID after a reconnection. */
	private eventNote({ id, note }: Frame): string | undefined {
		const seq = this.keeper.keepingStopped === undefined ? this.latestFrame : 0;
		const resumed = this.resumeAudit.event(id, seq);
		return note === undefined || resumed === undefined ? (resumed ?? note) : `${resumed}; ${note}`;
	}

	/** Returns the gap to the event before. */
	private noteEvent(): number | undefined {
		const gap = this.lastEventTime === undefined ? undefined : this.time - this.lastEventTime;
		this.lastEventTime = this.time;
		this.events++;
		this.eventsOfAttempt++;
		return gap;
	}

	private add(entry: Entry): void {
		this.received++;
		this.keeper.add(entry);
	}

	private progress(): Progress {
		const { firstSeq, lastSeq, dropped, keepingStopped } = this.keeper;
		return {
			received: this.received,
			kept: lastSeq - firstSeq + 1,
			dropped,
			bytes: this.receivedBytes,
			events: this.events,
			firstSeq,
			lastSeq,
			lastEventId: this.lastEventId,
			...(this.reconnectionTime !== undefined && { reconnectionTime: this.reconnectionTime }),
			...(keepingStopped !== undefined && { keepingStopped }),
		};
	}
}
