import type { Bookmark } from '../domain/bookmark';
import type { ConnectionEntry, Entry } from '../domain/entry';
import type { JsonShape } from '../domain/query/jsonShape';
import type { TextAround } from '../domain/deltas/textAround';
import type { JsonPath } from '../domain/query/query';
import type { StreamColumns } from '../protocol/columns';
import type { Changes } from '../protocol/changes';
import type { EntryInFull } from '../protocol/entryInFull';
import type { Row } from '../protocol/row';
import type { AttemptFacts, AttemptPiece, AttemptRange } from './file/attemptFacts';
import type { Overview } from '../protocol/overview';
import type { CaptureAbout } from './file/captureFile';
import type { CaptureLimits } from './file/captureLimits';
import type { Seqs } from './captureReader';
import type { ListedCapture } from './catalogue/catalogue';
import type { RetentionLimits } from './catalogue/retention';
import type { BodyFacts, Progress } from './progress';

/*
 * The contract between the extension host and the capture worker. The same program runs twice: one
 * thread writes all captures, the other reads them, so that rows never wait for a backlog of bytes.
 */

/** What a session did, in order, since the batch before. */
export interface Batch {
	readonly type: 'batch';
	/** The capture's number, given by the host. */
	readonly capture: number;
	/** The chunks of all steps, side by side, none of them in two pieces. */
	readonly pieces: readonly Uint8Array<ArrayBuffer>[];
	/** Of all pieces. */
	readonly sizeBytes: number;
	readonly steps: readonly Step[];
}

export type Step =
	| { readonly type: 'begin'; readonly attempt: number; readonly lastEventId: string }
	/** Length and time of each chunk in turn. */
	| { readonly type: 'chunks'; readonly chunks: readonly number[] }
	/** The same as it was received, before the chunks that are decoded from it. */
	| { readonly type: 'coded'; readonly chunks: readonly number[] }
	| { readonly type: 'record'; readonly entry: ConnectionEntry };

/** What the host asks. Each is answered once, after all that was posted before it is done. */
export interface CaptureQuestions {
	/** To the writer. */
	create: {
		question: { capture: number; file: string; of: CaptureAbout; limits?: CaptureLimits };
		answer: Progress;
	};
	/** Commits. */
	flush: { question: { capture: number }; answer: Progress };
	/** The body has ended. */
	end: { question: { capture: number; time: number }; answer: BodyFacts };
	clear: { question: { capture: number }; answer: Progress };
	overview: { question: { capture: number }; answer: Overview };

	/** To the reader. `isHeld`: nobody is to delete it meanwhile. */
	open: { question: { capture: number; file: string; isHeld?: boolean }; answer: undefined };
	bookmarks: { question: { capture: number }; answer: Bookmark[] };
	summary: { question: { capture: number }; answer: { about: CaptureAbout; progress: Progress } };
	rows: { question: { capture: number; seqs: Seqs; wanted?: StreamColumns }; answer: Row[] };
	entries: { question: { capture: number; seqs: Seqs }; answer: Entry[] };
	entry: { question: { capture: number; seq: number }; answer: EntryInFull | undefined };
	changes: { question: { capture: number; seq: number }; answer: Changes };
	text: {
		question: { capture: number; seq: number; path?: JsonPath };
		answer: TextAround | undefined;
	};
	wireBytes: { question: { capture: number; seq: number }; answer: Uint8Array | undefined };
	eventTypes: { question: { capture: number; limit: number }; answer: string[] };
	jsonShape: { question: { capture: number }; answer: JsonShape };
	seqOfId: { question: { capture: number; eventId: string }; answer: number | undefined };
	attempts: { question: { capture: number }; answer: AttemptFacts[] };
	attemptBytes: {
		question: { capture: number; attempt: number; range: AttemptRange };
		answer: AttemptPiece | undefined;
	};

	/** To the one that may write: the writer, or the reader of a file that nobody writes to. */
	bookmark: {
		question: { capture: number; seq: number; label: string | undefined };
		answer: undefined;
	};
	/** To the one that can write it: it is called so from now on. */
	rename: { question: { capture: number; title: string }; answer: undefined };

	/** To both: commits if it is the writer, and lets go of the file. */
	close: { question: { capture: number }; answer: undefined };

	/** Each to a thread of its own. */
	readOverview: { question: { file: string }; answer: Overview };
	listCaptures: { question: { folder: string }; answer: ListedCapture[] };
	lookAtCapture: { question: { file: string }; answer: ListedCapture };
	deleteCaptures: { question: { files: readonly string[] }; answer: string[] };
	enforceRetention: {
		question: { folder: string; limits: RetentionLimits; nowMs: number };
		answer: string[];
	};
	renameCapture: { question: { file: string; title: string }; answer: undefined };
}

/** What the worker tells unasked. */
export type CaptureNews =
	/** At most every {@link commitIntervalMs}. */
	| { readonly type: 'progress'; readonly capture: number; readonly progress: Progress }
	/** That many bytes have been taken from the backlog. */
	| { readonly type: 'taken'; readonly capture: number; readonly bytes: number }
	/** A bug came to light, and nothing more is taken for this capture. */
	| { readonly type: 'failed'; readonly capture: number; readonly message: string };

/** How long an entry may wait for its commit, in ms: as long as a tick of a viewer, which goes out with it then. */
export const commitIntervalMs = 50;
