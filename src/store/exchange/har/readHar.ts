import * as l10n from '@vscode/l10n';
import { isRecord } from '../../../base/isRecord';
import type { Entry } from '../../../domain/entry';
import type { ImportSource } from '../importSource';
import { parsed } from '../json/cutJson';
import { JsonProblem } from '../json/jsonProblem';
import { soundEntry } from '../sound/soundEntry';
import { ForeignEntries } from './foreignEntries';
import { harCuts, type HarCut, type Part } from './harCuts';
import { ownFactsField } from './harMessage';
import { readStreams, type HarStream } from './harStream';

/**
 * The entries of an archive: those that we wrote as they were, and what browsers wrote as attempts,
 * one a request, in the order of the file.
 * @throws HumanError if there is no event stream in it; JsonProblem.
 */
export function* readHar(source: ImportSource): Generator<Entry> {
	const streams = readStreams(source);
	const messages = new CutList(source, 'messages');
	const others = new CutList(source, 'others');
	let attempt = 0;
	for (const stream of streams) {
		if (stream.isOwn) {
			for (const entry of ownEntries(stream, messages, others)) {
				attempt = entry.attempt;
				yield entry;
			}
		} else yield* foreignEntries(stream, ++attempt, messages);
	}
}

/** Both lists are in the order of the numbers. */
function* ownEntries({ index }: HarStream, messages: CutList, others: CutList): Generator<Entry> {
	for (;;) {
		const event = messages.peek(index, eventOf);
		const other = others.peek(index, value => value);
		if (event === undefined && other === undefined) return;
		const isEvent = event !== undefined && (other === undefined || event.seq < other.seq);
		yield isEvent ? event : other!;
		(isEvent ? messages : others).advance();
	}
}

function eventOf(message: unknown): unknown {
	if (!isRecord(message)) return undefined;
	const { [ownFactsField]: own, eventName: type, eventId: lastEventId, data } = message;
	return isRecord(own) && { ...own, kind: 'event', type, lastEventId, data };
}

function* foreignEntries(stream: HarStream, attempt: number, messages: CutList): Generator<Entry> {
	const foreign = new ForeignEntries(stream, attempt);
	yield* foreign.beginning();
	if (!stream.hasMessages) yield* foreign.body();
	for (let cut = messages.next(stream.index); cut !== undefined;) {
		const event = foreign.event(cut.text === undefined ? undefined : parsed(cut.text, cut.line));
		if (event === undefined)
			throw new JsonProblem(cut.line, l10n.t('this is no event as browsers write it'));
		yield event;
		messages.advance();
		cut = messages.next(stream.index);
	}
}

/** The values of one sort, in the order of the file, as they are wanted. */
class CutList {
	private readonly cuts: Generator<HarCut>;
	private current: HarCut | undefined;
	private entry: Entry | undefined;

	constructor(source: ImportSource, part: Part) {
		this.cuts = harCuts(source.chunks(), part);
	}

	/** The next one of the archive's entry with that index. */
	next(index: number): HarCut | undefined {
		while (this.current === undefined || this.current.index < index) {
			const { value, done } = this.cuts.next();
			if (done === true) return undefined;
			this.current = value;
		}
		return this.current.index === index ? this.current : undefined;
	}

	/** The same as an entry of a capture. */
	peek(index: number, toEntry: (value: unknown) => unknown): Entry | undefined {
		const cut = this.next(index);
		if (cut === undefined || this.entry !== undefined) return cut && this.entry;
		const { text, line } = cut;
		const entry = soundEntry(text === undefined ? undefined : toEntry(parsed(text, line)));
		if (typeof entry === 'string') throw new JsonProblem(line, entry);
		this.entry = entry;
		return entry;
	}

	advance(): void {
		this.current = undefined;
		this.entry = undefined;
	}
}
