import { stat } from 'node:fs/promises';
import type { StreamInfo } from '../../protocol/stream';
import type { ListedCapture } from '../../store/catalogue/catalogue';
import { startedOf } from '../capture/captureLibrary';
import type { OpenStream } from '../streams';

/** `elsewhere`: another window has it open. */
type KeptState = NonNullable<StreamInfo['kept']>['state'];

/** A line of the view of captures. */
export interface CaptureNode {
	readonly file: string;
	readonly name: string;
	/** Redacted. */
	readonly url: string;
	/** In ms since the epoch. */
	readonly started: number;
	readonly state: 'live' | KeptState;
	readonly entries?: number;
	readonly events?: number;
	readonly sizeBytes: number;
	/** How the connection ended, as a sentence. */
	readonly ending?: string;
	/** The stream of this window that is captured. */
	readonly open?: OpenStream;
}

/**
 * The lines, newest first.
 * @param shownAs What those are that a panel of this window shows, by file: since it holds them, the list tells only that
 * they are in use.
 * @param startedAt When streams of this window began, in ms since the epoch.
 */
export async function captureNodes(
	listed: readonly ListedCapture[],
	streams: readonly OpenStream[],
	shownAs: (file: string) => KeptState | undefined,
	startedAt: (open: OpenStream) => number,
): Promise<CaptureNode[]> {
	const live = await Promise.all(streams.map(open => liveNode(open, listed, startedAt(open))));
	const files = new Set(live.map(({ file }) => file));
	const others = listed
		.filter(({ file }) => !files.has(file))
		.map(one => listedNode(one, shownAs(one.file)));
	return [...live, ...others].sort((a, b) => b.started - a.started);
}

async function liveNode(
	open: OpenStream,
	listed: readonly ListedCapture[],
	startedAt: number,
): Promise<CaptureNode> {
	const { capture } = open.stream;
	const { file, progress } = capture;
	const found = listed.find(one => one.file === file);
	return {
		file,
		name: found?.about.title ?? open.source.info.name,
		url: open.source.info.url,
		started: found?.started ?? startedAt,
		state: 'live',
		entries: progress.kept,
		events: progress.events,
		sizeBytes: await sizeOf(file),
		open,
	};
}

function listedNode(listed: ListedCapture, shownAs: KeptState | undefined): CaptureNode {
	const { file, about, entries, events, sizeBytes, ending, isInUse, isCut } = listed;
	return {
		file,
		name: about.title ?? about.name,
		url: about.url,
		started: startedOf(listed),
		state: isCut ? 'cut' : (shownAs ?? (isInUse ? 'elsewhere' : 'ended')),
		...(entries !== undefined && { entries }),
		...(events !== undefined && { events }),
		sizeBytes,
		...(ending !== undefined && { ending }),
	};
}

/** With its log, while it is written. */
async function sizeOf(file: string): Promise<number> {
	const sizes = ['', '-wal'].map(suffix =>
		stat(`${file}${suffix}`).then(
			({ size }) => size,
			() => 0,
		),
	);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
