import type { JsonPath } from '../domain/query/query';
import { changesOf } from '../domain/json/changes';
import { readingAt, readingOf } from '../domain/deltas/recognise';
import { textAround, type TextAround, type TimedData } from '../domain/deltas/textAround';
import type { Changes } from '../protocol/changes';
import type { Page } from './page/page';
import type { PageReader } from './page/pageReader';

/** How many entries are looked through on each side: there is no index for it, so as to write fast. */
const reach = 50_000;

/** How the event differs from the one of its type before it. */
export function readChanges(pages: PageReader, seq: number): Changes {
	const event = findEvent(pages, seq);
	if (event === undefined) return { changes: [], hasMore: false };
	for (const { page, from, to } of pages.backward(seq - reach, seq - 1)) {
		for (let i = to - 1; i >= from; i--) {
			if (page.kindAt(i) !== 'event' || page.typeAt(i) !== event.type) continue;
			return { previous: page.seq + i, ...changesOf(page.data(i), event.data) };
		}
	}
	return { changes: [], hasMore: false };
}

/** The text that the event is a part of, within its attempt. */
export function readText(
	pages: PageReader,
	seq: number,
	path: JsonPath | undefined,
): TextAround | undefined {
	const event = findEvent(pages, seq);
	if (event === undefined) return undefined;
	const { data, attempt } = event;
	const reading = path === undefined ? readingOf(data) : readingAt(path);
	if (reading === undefined) return undefined;
	return textAround(event, reading, {
		before: () => eventsBefore(pages, seq, attempt),
		after: () => eventsAfter(pages, seq, attempt),
		requestTime: () => requestTime(pages, seq, attempt),
	});
}

function findEvent(pages: PageReader, seq: number) {
	const found = pages.find(seq);
	if (found === undefined || found.page.kindAt(found.at) !== 'event') return undefined;
	const { page, at } = found;
	const own = timedData(page, at);
	return { ...own, type: page.typeAt(at), attempt: page.attempt[at]! };
}

function timedData(page: Page, at: number): TimedData {
	return { data: page.data(at), time: page.time[at]! };
}

/** When the attempt began, if that was closely before the entry. */
function requestTime(pages: PageReader, seq: number, attempt: number): number | undefined {
	for (const { page, from, to } of pages.backward(seq - reach, seq - 1)) {
		for (let i = to - 1; i >= from; i--) {
			if (page.attempt[i] === attempt && page.kindAt(i) === 'connecting') return page.time[i];
		}
	}
	return undefined;
}

/** The events of an attempt, from the one before `seq` back. */
function* eventsBefore(
	pages: PageReader,
	seq: number,
	attempt: number,
): Generator<TimedData, void> {
	for (const { page, from, to } of pages.backward(seq - reach, seq - 1)) {
		for (let i = to - 1; i >= from; i--) {
			if (page.attempt[i] === attempt && page.kindAt(i) === 'event') yield timedData(page, i);
		}
	}
}

/** The same from the one after `seq` on. */
function* eventsAfter(pages: PageReader, seq: number, attempt: number): Generator<TimedData, void> {
	for (const { page, from, to } of pages.forward(seq + 1, seq + reach)) {
		for (let i = from; i < to; i++) {
			if (page.attempt[i] === attempt && page.kindAt(i) === 'event') yield timedData(page, i);
		}
	}
}
