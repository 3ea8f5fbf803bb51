import * as l10n from '@vscode/l10n';
import { redactDetails } from '../../../domain/detailsRedaction';
import type { ConnectionDetails, ConnectionKind, Entry } from '../../../domain/entry';
import { durationText } from '../../../domain/words';
import { StreamParser } from '../../../parse/streamParser';
import { toFrame, type Frame } from '../../../parse/frameSink';
import type { PlainEvent } from '../../../parse/plainEvent';
import { isRecord } from '../../../base/isRecord';
import { soundNumber, soundText } from '../sound/sound';
import { blockText } from '../sse/blockText';
import type { HarStream } from './harStream';

/** Makes entries of what a browser wrote of an event stream, which knows of events only. */
export class ForeignEntries {
	private lastEventId = '';
	private lastTime: number | undefined;

	/** @param attempt of the capture */
	constructor(
		private readonly stream: HarStream,
		private readonly attempt: number,
	) {}

	/** What came before the first event. */
	beginning(): Entry[] {
		const { started, details, failure } = this.stream;
		const { request, response, hops, timings } = redactDetails(details);
		const entries: Entry[] = [];
		if (request !== undefined) {
			this.lastEventId = request.lastEventId ?? '';
			const words = this.attempt === 1 ? request.method : l10n.t`attempt ${this.attempt}`;
			entries.push(this.connection('connecting', started, words, { request }));
		}
		const answered = started + (timings?.headersMs ?? 0);
		if (response !== undefined) {
			const words = [
				String(response.status),
				...(response.httpVersion === '' ? [] : [`HTTP/${response.httpVersion}`]),
				l10n.t`headers after ${durationText(answered - started)}`,
				...(hops === undefined ? [] : [redirectWords(hops.length)]),
			];
			const facts = { response, ...(hops && { hops }), ...(timings && { timings }) };
			entries.push(this.connection('open', answered, words.join(' · '), facts));
		} else if (failure !== undefined && failure !== '') {
			entries.push(this.connection('failed', started, failure, {}));
		}
		return entries;
	}

	/** An event as Chrome wrote it; `undefined` if it is none. */
	event(message: unknown): Entry | undefined {
		if (!isRecord(message)) return undefined;
		const seconds = soundNumber(message.time);
		const time = seconds === undefined ? this.stream.started : seconds * 1000;
		const type = soundText(message.eventName) ?? '';
		const data = soundText(message.data);
		const lastEventId = soundText(message.eventId) ?? '';
		const isNewId = lastEventId !== this.lastEventId;
		const entry = this.add({
			kind: 'event',
			time,
			type: type === '' ? 'message' : type,
			data: data ?? '',
			lastEventId,
			size: 0,
			// That an event set the ID that was in force already is not told.
			...(isNewId && { id: lastEventId }),
			...(data === undefined && { note: l10n.t('the archive was exported without the data') }),
		});
		return { ...entry, size: Buffer.byteLength(blockText(entry)) };
	}

	/** What is in the body, where the events are not told: as if all of it came with the answer. */
	body(): Entry[] {
		const { started, details, body } = this.stream;
		if (body === undefined) return [];
		const time = started + (details.timings?.headersMs ?? 0);
		const entries: Entry[] = [];
		const frame = ({ offset: _offset, ...one }: Frame) => entries.push(this.add({ ...one, time }));
		const beginning = { offset: 0, lastEventId: this.lastEventId };
		const plainEvent = (event: PlainEvent) => frame(toFrame(event, this.lastEventId));
		const parser = new StreamParser({ frame, plainEvent, extendLatest() {} }, beginning);
		parser.write(Buffer.from(body));
		parser.end();
		return entries;
	}

	private add(facts: Omit<Entry, 'seq' | 'attempt'>): Entry {
		const gap = this.lastTime === undefined ? undefined : facts.time - this.lastTime;
		if (facts.kind === 'event') this.lastTime = facts.time;
		this.lastEventId = facts.lastEventId;
		const { attempt } = this;
		return {
			...facts,
			seq: 1,
			attempt,
			...(facts.kind === 'event' && gap !== undefined && { gap }),
		};
	}

	private connection(
		kind: ConnectionKind,
		time: number,
		data: string,
		details: ConnectionDetails,
	): Entry {
		const { attempt, lastEventId } = this;
		return { seq: 1, kind, time, type: '', data, lastEventId, size: 0, attempt, details };
	}
}

function redirectWords(count: number): string {
	return count === 1 ? l10n.t('after 1 redirect') : l10n.t`after ${count} redirects`;
}
