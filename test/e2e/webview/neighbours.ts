import { readingAt, readingOf } from '../../../src/domain/deltas/recognise';
import { textAround } from '../../../src/domain/deltas/textAround';
import { changesOf } from '../../../src/domain/json/changes';
import type { JsonPath } from '../../../src/domain/query/query';
import type { Changes } from '../../../src/protocol/changes';
import type { ShownText } from '../../../src/protocol/textLines';
import { shownText } from '../../../src/protocol/textLines';
import type { Capture } from './capture';

/** How far is looked for another event. */
const reach = 1000;

/** The answer to the question `changes`, among the first `length` entries. */
export function changesIn(capture: Capture, length: number, seq: number): Changes {
	const place = capture.placeOf(seq);
	const { entry } = capture.at(place);
	for (const previous of entriesOf(capture, length, place, -1)) {
		if (previous.type !== entry.type) continue;
		return { previous: previous.seq, ...changesOf(previous.data, entry.data) };
	}
	return { changes: [], hasMore: false };
}

/** The answer to the question `text`, among the first `length` entries. */
export function textIn(
	capture: Capture,
	length: number,
	seq: number,
	path?: JsonPath,
): ShownText | undefined {
	const place = capture.placeOf(seq);
	const own = capture.at(place).entry;
	const reading = path === undefined ? readingOf(own.data) : readingAt(path);
	const side = (direction: 1 | -1) =>
		[...entriesOf(capture, length, place, direction)].map(({ data, time }) => ({ data, time }));
	const text =
		reading &&
		textAround(own, reading, {
			before: () => side(-1),
			after: () => side(1),
			requestTime: () => capture.at(0).entry.time,
		});
	return text && shownText(text);
}

function* entriesOf(capture: Capture, length: number, place: number, direction: 1 | -1) {
	for (let step = 1; step <= reach; step++) {
		const at = place + step * direction;
		if (at < 0 || at >= length) return;
		const { entry } = capture.at(at);
		if (entry.kind === 'event') yield entry;
	}
}
