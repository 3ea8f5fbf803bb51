import * as l10n from '@vscode/l10n';
import type { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../base/errors';
import type { Bookmark } from '../domain/bookmark';
import { isConnectionKind, type Entry } from '../domain/entry';
import type { JsonShape } from '../domain/query/jsonShape';
import { readingOf } from '../domain/deltas/recognise';
import type { TextAround } from '../domain/deltas/textAround';
import type { JsonPath } from '../domain/query/query';
import type { Changes } from '../protocol/changes';
import { detailDataLength, type EntryInFull } from '../protocol/entryInFull';
import type { Row } from '../protocol/row';
import { maxWireBytes } from '../protocol/wireBytes';
import type { StreamColumns } from '../protocol/columns';
import type { AttemptFacts, AttemptPiece, AttemptRange } from './file/attemptFacts';
import { putBookmarkInFile, readBookmarks } from './file/bookmarkTable';
import { CaptureHold } from './catalogue/captureHold';
import { codingOf, readAttemptPiece, readAttempts, readAttemptWire } from './file/attemptReader';
import { asHumanError, openCaptureFile, readAbout, type CaptureAbout } from './file/captureFile';
import { readChanges, readText } from './eventNeighbours';
import { firstEventMs } from './firstEvent';
import { findId } from './idSearch';
import { readJsonShape } from './jsonKeys';
import type { Page } from './page/page';
import { entryAt, rowAt } from './page/pageEntry';
import { PageReader } from './page/pageReader';
import { Remarks } from './page/remarks';
import { TypePlaces } from './page/typePlaces';
import { readProgress } from './progressOfFile';
import type { Progress } from './progress';
import { withValues } from './rowValues';
import { readWireBytes } from './file/wireBytes';

/** Which entries: from one to another, both included, or each by its number. */
export type Seqs = { readonly from: number; readonly to: number } | readonly number[];

/** The place of the first byte of a body, and of the one after its last. */
export interface BodyPlace {
	readonly offset: number;
	readonly end: number;
}

/** Reads a capture, while it is written too. Synchronous: to be used within a worker. */
export class CaptureReader {
	private readonly database: DatabaseSync;
	private readonly pages: PageReader;
	private readonly remarks: Remarks;
	private readonly types: TypePlaces;
	private readonly hold: CaptureHold | undefined;

	/**
	 * @param isHeld Nobody is to delete it meanwhile.
	 * @throws HumanError if the file is no capture.
	 */
	constructor(
		private readonly file: string,
		isHeld = false,
	) {
		this.database = openCaptureFile(file);
		try {
			this.pages = new PageReader(this.database);
			this.remarks = new Remarks(this.database);
			this.types = new TypePlaces(this.database);
		} catch (error) {
			this.database.close();
			throw asHumanError(error, file);
		}
		this.hold = isHeld ? CaptureHold.of(file) : undefined;
	}

	/**
	 * What the file is of, and how far it came, for one that nothing is written to any more.
	 * @throws HumanError if what is in it cannot be that of a capture.
	 */
	summary(): { about: CaptureAbout; progress: Progress } {
		return this.read(() => ({
			about: readAbout(this.database),
			progress: readProgress(this.database, this.pages),
		}));
	}

	/** Those of the entries that are in the capture, as the grid shows them; with values, maybe the first only. */
	rows(seqs: Seqs, wanted?: StreamColumns): Row[] {
		const rows = this.select(seqs, (page, i) => {
			const row = rowAt(page, i);
			const typeIndex = row.kind === 'event' ? this.types.placeOf(page.typeAt(i)) : undefined;
			return typeIndex === undefined ? row : { ...row, typeIndex };
		});
		return wanted === undefined ? rows : this.read(() => withValues(this.pages, rows, wanted));
	}

	/** Those of the entries that are in the capture. */
	entries(seqs: Seqs): Entry[] {
		return this.select(seqs, entryAt);
	}

	/** `undefined` if it is not in the capture. */
	entry(seq: number): EntryInFull | undefined {
		return this.read(() => {
			const found = this.pages.find(seq);
			if (found === undefined) return undefined;
			const { page, at } = found;
			const whole = this.remarks.onOne(entryAt(page, at));
			const firstMs = firstEventMs(whole, this.pages);
			return {
				entry: { ...whole, data: whole.data.slice(0, detailDataLength) },
				dataLength: whole.data.length,
				dataSize: page.dataSize[at]!,
				...this.wireOf(whole),
				...(firstMs !== undefined && { firstEventMs: firstMs }),
				...(whole.kind === 'event' && readingOf(whole.data) !== undefined && { hasText: true }),
			};
		});
	}

	/** How the event differs from the one of its type before it. */
	changes(seq: number): Changes {
		return this.read(() => readChanges(this.pages, seq));
	}

	/** The text that the event is a part of, at the path if there is one; `undefined`: of none. */
	text(seq: number, path?: JsonPath): TextAround | undefined {
		return this.read(() => readText(this.pages, seq, path));
	}

	/** The attempts that opened or brought bytes, in order. */
	attempts(): AttemptFacts[] {
		return this.read(() => readAttempts(this.database));
	}

	/** As many of the wanted bytes as make a piece; `undefined` if none of them is in the capture. */
	attemptBytes(attempt: number, range: AttemptRange): AttemptPiece | undefined {
		return this.read(() => readAttemptPiece(this.database, attempt, range));
	}

	/** All bytes of its block or line; `undefined` if there are none in the capture. */
	wireBytes(seq: number): Uint8Array | undefined {
		return this.read(() => {
			const found = this.pages.find(seq);
			if (found === undefined) return undefined;
			const { page, at } = found;
			const [offset, size] = [page.offset[at]!, page.size[at]!];
			if (offset === -1) return undefined;
			return readWireBytes(this.database, 'segment', offset, size, Infinity)?.bytes;
		});
	}

	/** From now on all is read as it is now, whatever is written meanwhile. */
	freeze(): void {
		this.pages.freeze();
	}

	/** Writes the capture to a file that must not exist. Not after `freeze`. */
	copyTo(file: string): void {
		this.database.prepare('VACUUM INTO ?').run(file);
	}

	/** Body bytes by their place among all, decoded; `undefined` if they are not all in the capture. */
	bodyBytes(offset: number, sizeBytes: number): Uint8Array | undefined {
		return this.read(
			() => readWireBytes(this.database, 'segment', offset, sizeBytes, Infinity)?.bytes,
		);
	}

	/** Where the body of each attempt lies among all bytes, kept or not. */
	bodies(): Map<number, BodyPlace> {
		return this.read(() => readBodies(this.database));
	}

	/** The first `limit` event types, in the order in which they first came. */
	eventTypes(limit: number): string[] {
		return this.read(() => this.types.first(limit));
	}

	/** What the JSON in the latest events looks like. */
	jsonShape(): JsonShape {
		return this.read(() => readJsonShape(this.pages));
	}

	/** The latest entry that set this ID; `undefined` if none did. */
	seqOfId(id: string): number | undefined {
		return this.read(() => findId(this.pages, id));
	}

	/** What the user has marked, in order. */
	bookmarks(): Bookmark[] {
		return readBookmarks(this.database);
	}

	/** Sets the bookmark of an entry, or takes it away: without a label. */
	bookmark(seq: number, label: string | undefined): void {
		putBookmarkInFile(this.file, seq, label);
	}

	/** @throws HumanError if it cannot be written. */
	rename(title: string): void {
		if (this.hold === undefined) throw new HumanError(l10n.t`${this.file} cannot be written.`);
		this.hold.rename(title);
	}

	close(): void {
		this.database.close();
		this.hold?.release();
	}

	private wireOf({ kind, attempt, offset, size }: Entry): Partial<EntryInFull> {
		if (isConnectionKind(kind)) {
			return kind === 'waiting' ? {} : readAttemptWire(this.database, attempt, maxWireBytes);
		}
		if (offset === undefined) return {};
		const wire = readWireBytes(this.database, 'segment', offset, size, maxWireBytes);
		const coding = codingOf(this.database, attempt);
		return { ...(wire && { wire }), ...(coding !== undefined && { coding }) };
	}

	private select<T extends Row | Entry>(seqs: Seqs, make: (page: Page, at: number) => T): T[] {
		return this.read(() => {
			const found: T[] = [];
			if ('from' in seqs) {
				for (const { page, from, to } of this.pages.forward(seqs.from, seqs.to)) {
					for (let i = from; i < to; i++) found.push(make(page, i));
				}
			} else {
				for (const seq of [...new Set(seqs)].sort((a, b) => a - b)) {
					const place = this.pages.find(seq);
					if (place !== undefined) found.push(make(place.page, place.at));
				}
			}
			return this.remarks.on(found);
		});
	}

	private read<T>(run: () => T): T {
		try {
			return this.pages.snapshot(run);
		} catch (error) {
			throw asHumanError(error, this.file);
		}
	}
}

function readBodies(database: DatabaseSync): Map<number, BodyPlace> {
	const rows = database.prepare('SELECT attempt, body_offset, body_size FROM attempt').all();
	return new Map(
		rows.map(row => {
			const offset = Number(row.body_offset);
			return [Number(row.attempt), { offset, end: offset + Number(row.body_size) }];
		}),
	);
}
