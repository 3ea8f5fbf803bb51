import type { JsonPath } from '../domain/query/query';
import { changesOf } from '../domain/json/changes';
import { readingAt, readingOf } from '../domain/deltas/recognise';
import { textAround, type TextAround } from '../domain/deltas/textAround';
import type { Changes } from '../protocol/messages';
import { text, type Columns } from './file/entryRow';

/** How many entries are looked through on each side: there is no index for it, so as to write fast. */
const reach = 50_000;
/** Read at a time. */
const pageSize = 200;

type Select = (sql: string, ...parameters: (string | number)[]) => Columns[];

const selectEvent = `
	SELECT seq, type, attempt, CAST(data AS BLOB) AS data FROM entry
	WHERE seq = ? AND kind = 'event'`;

/** How the event differs from the one of its type before it. */
export function readChanges(select: Select, seq: number): Changes {
	const [event] = select(selectEvent, seq);
	// The columns before `data` are read without it, however long it is.
	const [previous] = select(
		`SELECT seq, CAST(data AS BLOB) AS data FROM entry WHERE seq = (
			SELECT seq FROM entry WHERE seq BETWEEN ? AND ? AND kind = 'event' AND type = ?
			ORDER BY seq DESC LIMIT 1)`,
		seq - reach,
		seq - 1,
		String(event?.type ?? ''),
	);
	if (event === undefined || previous === undefined) return { changes: [], hasMore: false };
	return { previous: Number(previous.seq), ...changesOf(text(previous.data), text(event.data)) };
}

/** The text that the event is a part of, within its attempt. */
export function readText(
	select: Select,
	seq: number,
	path: JsonPath | undefined,
): TextAround | undefined {
	const [event] = select(selectEvent, seq);
	if (event === undefined) return undefined;
	const data = text(event.data);
	const reading = path === undefined ? readingOf(data) : readingAt(path);
	if (reading === undefined) return undefined;
	const attempt = Number(event.attempt);
	return textAround(data, reading, {
		before: () => events(select, seq, attempt, -1),
		after: () => events(select, seq, attempt, 1),
	});
}

/** The data of the events of an attempt, from the one next to `seq` on. */
function* events(
	select: Select,
	seq: number,
	attempt: number,
	direction: 1 | -1,
): Generator<string, void> {
	const order = direction === 1 ? 'ASC' : 'DESC';
	let at = seq;
	for (;;) {
		const ends = [at + direction, seq + direction * reach];
		const page = select(
			`SELECT seq, CAST(data AS BLOB) AS data FROM entry
			WHERE seq BETWEEN ? AND ? AND kind = 'event' AND attempt = ?
			ORDER BY seq ${order} LIMIT ${pageSize}`,
			Math.min(...ends),
			Math.max(...ends),
			attempt,
		);
		for (const { data } of page) yield text(data);
		if (page.length < pageSize) return;
		at = Number(page.at(-1)!.seq);
	}
}
