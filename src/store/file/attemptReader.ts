import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { EntryInFull } from '../../protocol/entryInFull';
import type { WireBytes } from '../../protocol/wireBytes';
import {
	maxPieceBytes,
	type AttemptFacts,
	type AttemptPiece,
	type AttemptRange,
	type KeptBytes,
} from './attemptFacts';
import type { SegmentTable } from './segment';
import { readWireBytes } from './wireBytes';

/** A row of a result, by column. */
type Columns = Record<string, SQLOutputValue>;

/** Where the bytes of an attempt are. */
interface Place {
	readonly table: SegmentTable;
	readonly offset: number;
	readonly size: number;
}

/** Those that opened or brought bytes, in order. */
export function readAttempts(database: DatabaseSync): AttemptFacts[] {
	const rows = database.prepare('SELECT * FROM attempt ORDER BY attempt').all();
	return rows.map(row => {
		const coded = codedPlace(row);
		return {
			attempt: Number(row.attempt),
			...(row.opened !== null && { opened: Number(row.opened) }),
			...(row.coding !== null && { coding: String(row.coding) }),
			...(row.ending !== null && { ending: String(row.ending) }),
			body: keptOf(database, bodyPlace(row)),
			...(coded && { coded: keptOf(database, coded) }),
		};
	});
}

/** The content coding of an attempt's answer. */
export function codingOf(database: DatabaseSync, attempt: number): string | undefined {
	const coding = find(database, attempt)?.coding;
	return typeof coding === 'string' ? coding : undefined;
}

/** What the details of an attempt show of its bytes: the first `maxBytes` that are there. */
export function readAttemptWire(
	database: DatabaseSync,
	attempt: number,
	maxBytes: number,
): Partial<EntryInFull> {
	const row = find(database, attempt);
	if (row === undefined) return {};
	const coding = codingOf(database, attempt);
	const coded = codedPlace(row);
	const wire = firstBytes(database, bodyPlace(row), maxBytes);
	const received = coded && firstBytes(database, coded, maxBytes);
	const { sizeBytes, keptBytes } = keptOf(database, coded ?? bodyPlace(row));
	return {
		...(wire && { wire }),
		...(received && { received }),
		...(coding !== undefined && { coding }),
		...(keptBytes < sizeBytes && { missingBytes: sizeBytes - keptBytes }),
	};
}

/** As many of the wanted bytes as make a piece; `undefined` if none of them is in the capture. */
export function readAttemptPiece(
	database: DatabaseSync,
	attempt: number,
	{ isDecoded, from, to }: AttemptRange,
): AttemptPiece | undefined {
	const row = find(database, attempt);
	const place = row && ((isDecoded !== true && codedPlace(row)) || bodyPlace(row));
	if (place === undefined) return undefined;
	const { table, offset } = place;
	const next = database.prepare(
		`SELECT offset, bytes FROM ${table} WHERE offset + length(bytes) > ? AND offset >=
			coalesce((SELECT max(offset) FROM ${table} WHERE offset <= ?), 0)
		ORDER BY offset LIMIT 1`,
	);
	const end = offset + Math.min(to, place.size);
	const parts: Uint8Array[] = [];
	let start = offset + from;
	let at = start;
	for (let room = maxPieceBytes; room > 0 && at < end;) {
		const found = next.get(at, at);
		const first = Math.max(at, Number(found?.offset));
		if (found === undefined || first >= end || (first > at && parts.length > 0)) break;
		if (parts.length === 0) start = first;
		const skipped = first - Number(found.offset);
		const wanted = Math.min(room, end - first);
		const part = (found.bytes as Uint8Array).subarray(skipped, skipped + wanted);
		parts.push(part);
		at = first + part.length;
		room -= part.length;
	}
	return parts.length === 0 ? undefined : { bytes: joined(parts), from: start - offset };
}

function find(database: DatabaseSync, attempt: number): Columns | undefined {
	return database.prepare('SELECT * FROM attempt WHERE attempt = ?').get(attempt);
}

function bodyPlace(row: Columns): Place {
	return { table: 'segment', offset: Number(row.body_offset), size: Number(row.body_size) };
}

function codedPlace(row: Columns): Place | undefined {
	if (row.coded_size === null) return undefined;
	return {
		table: 'coded_segment',
		offset: Number(row.coded_offset),
		size: Number(row.coded_size),
	};
}

const inPlace = 'WHERE offset >= ? AND offset < ?';

function keptOf(database: DatabaseSync, { table, offset, size }: Place): KeptBytes {
	const kept = database
		.prepare(`SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM ${table} ${inPlace}`)
		.get(offset, offset + size);
	return { sizeBytes: size, keptBytes: Number(kept?.bytes) };
}

/** Numbered as in the attempt, where the first that are there may not be the first that came. */
function firstBytes(database: DatabaseSync, place: Place, maxBytes: number): WireBytes | undefined {
	const { table, offset, size } = place;
	const row = database
		.prepare(
			`SELECT min(offset) AS start, max(offset + length(bytes)) AS end FROM ${table} ${inPlace}`,
		)
		.get(offset, offset + size);
	const start = Number(row?.start ?? offset);
	const wire = readWireBytes(database, table, start, Number(row?.end ?? offset) - start, maxBytes);
	return wire && { ...wire, offset: start - offset };
}

/** In a buffer of their own: with a view, all that it is a view of would go to the other thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
