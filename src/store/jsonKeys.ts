import { JsonShapes, type JsonShape } from '../domain/query/jsonShape';
import type { Columns } from './file/entryRow';

/** How far back types are looked for, in events; how many of each are read, and how much in all. */
const maxEvents = 5000;
const maxOfType = 50;
const maxRead = 400;
/** Of one event, in bytes: beyond, what it is made of takes too long to find. */
const maxDataBytes = 65_536;

/**
 * What the JSON in the latest events looks like: of each of the latest types the last few. Bounded,
 * since rows on screen wait for it.
 */
export function readJsonShape(
	all: (sql: string, ...parameters: (string | number)[]) => Columns[],
): JsonShape {
	const latest = all(
		`SELECT seq, type FROM entry WHERE kind = 'event' ORDER BY seq DESC LIMIT ${maxEvents}`,
	);
	const counts = new Map<unknown, number>();
	const seqs = latest
		.filter(({ type }) => {
			const count = (counts.get(type) ?? 0) + 1;
			counts.set(type, count);
			return count <= maxOfType;
		})
		.slice(0, maxRead)
		.map(({ seq }) => seq);
	const found = all(
		`SELECT CAST(data AS BLOB) AS data FROM entry
		WHERE seq IN (SELECT value FROM json_each(?)) AND octet_length(data) <= ${maxDataBytes}
		ORDER BY seq DESC`,
		JSON.stringify(seqs),
	);
	const shapes = new JsonShapes();
	for (const { data } of found) shapes.add(Buffer.from(data as Uint8Array).toString());
	return shapes.shape;
}
