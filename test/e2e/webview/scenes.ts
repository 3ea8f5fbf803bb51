import type { Entry } from '../../../src/domain/entry';
import type { FailureReport } from '../../../src/domain/failure';
import type { StreamInfo, StreamStatus } from '../../../src/protocol/stream';
import { captureOf, type Capture, type Captured } from './capture';
import { chat } from './chat';
import { at } from './clock';
import { coded } from './coded';
import { history } from './history';
import { hostile } from './hostile';
import { endless } from './endless';
import { largeJson } from './largeJson';
import { market } from './market';

/** A stream at a moment. */
export interface Scene {
	readonly stream: StreamInfo;
	readonly capture: Capture;
	readonly status: StreamStatus;
	readonly filter?: string;
	readonly isPaused?: boolean;
	/** What the host is to say, where it would take too many entries to be true. */
	readonly beyond?: number;
	readonly matching?: number;
	/** What came before the entries of the capture: only the overview shows it. */
	readonly history?: readonly Captured[];
	/** The host's time, while the stream runs. */
	readonly now?: number;
}

const stream: StreamInfo = {
	name: 'Market data',
	url: 'https://stream.example.com/v1/market?symbols=ACME,GLOBEX,INITECH&depth=5',
	method: 'GET',
	isLive: true,
	capture: 'market',
};

const open: StreamStatus = {
	state: 'open',
	attempt: 3,
	lastEventId: '88234',
	reconnectionTimeMs: 2000,
	received: 3407,
	kept: 3407,
	dropped: 0,
	bytes: 421_000,
	rate: 26,
	open: { forMs: 1000, bytes: 49_000 },
};

const past = { history: history(), now: at(12, 3, 14, 100) };

const first = { attempt: 1, lastEventId: '', reconnectionTimeMs: 3000, rate: 0, bytes: 0 } as const;

/** The scenes by name, each made when it is asked for. */
export const scenes: Readonly<Record<string, () => Scene>> = {
	market: () => ({ stream, capture: captureOf(market()), status: open, ...past }),
	paused: () => ({
		stream,
		capture: captureOf(market()),
		status: open,
		...past,
		isPaused: true,
		beyond: 312,
	}),
	waiting: () => {
		const rows = market();
		const end = rows.findIndex(({ entry }) => entry.kind === 'connecting');
		const status: StreamStatus = {
			...open,
			state: 'waiting',
			attempt: 2,
			lastEventId: '88213',
			received: 3386,
			kept: 3386,
			bytes: 372_000,
			rate: 0,
			waiting: { totalMs: 5000, remainingMs: 1950 },
		};
		const capture = captureOf(rows.slice(0, end));
		return { stream, capture, status, ...past, now: at(12, 3, 12, 100) };
	},
	silent: () => {
		const rows = connection(at(12, 3, 0, 118), [
			[0, 'connecting', 'GET'],
			[25, 'open', '200 · HTTP/1.1 · text/event-stream · headers after 25 ms'],
		]);
		const status: StreamStatus = {
			...open,
			...first,
			received: 2,
			kept: 2,
			open: { forMs: 18_000, bytes: 0 },
		};
		return { stream, capture: rows, status, now: at(12, 3, 18, 200) };
	},
	failed404: () => ({
		stream: { ...stream, url: 'https://stream.example.com/v1/markets?symbols=ACME' },
		capture: connection(
			at(12, 9, 4, 511),
			[
				[0, 'connecting', 'GET'],
				[84, 'failed', '404 Not Found · text/html · 84 ms'],
			],
			notFound,
		),
		status: { ...open, ...first, state: 'failed', received: 2, kept: 2, failure: notFound },
	}),
	failedTls: () => ({
		stream: { ...stream, url: 'https://events.corp.example:8443/live' },
		capture: connection(
			at(12, 11, 30, 2),
			[
				[0, 'connecting', 'GET'],
				[46, 'failed', 'SELF_SIGNED_CERT_IN_CHAIN · 10.2.0.14:8443 · 46 ms'],
			],
			untrusted,
		),
		status: { ...open, ...first, state: 'failed', received: 2, kept: 2, failure: untrusted },
	}),
	coded: () => ({ stream, capture: captureOf(coded()), status: { ...open, attempt: 1 } }),
	chat: () => ({
		stream: {
			...stream,
			name: 'Chat',
			url: 'https://api.example.com/v1/chat/completions',
			method: 'POST',
		},
		capture: captureOf(chat()),
		status: { ...counted(48), attempt: 1, lastEventId: '' },
	}),
	growing: () => {
		const capture = captureOf(chat());
		return { stream, capture: { ...capture, length: 20 }, status: counted(20) };
	},
	largeJson: () => ({ stream, capture: largeJson(), status: counted(5) }),
	hostile: () => ({ stream, capture: captureOf(hostile()), status: open }),
	million: () => ({ stream, capture: endless, status: counted(1_000_000) }),
	tenMillion: () => ({
		stream,
		capture: { ...endless, length: 10_000_000 },
		status: counted(10_000_000),
	}),
};

function counted(entries: number): StreamStatus {
	return { ...open, received: entries, kept: entries, bytes: entries * 150, rate: 48 };
}

function connection(
	start: number,
	lines: readonly (readonly [number, Entry['kind'], string])[],
	failure?: FailureReport,
): Capture {
	const items: Captured[] = lines.map(([after, kind, data], place) => ({
		entry: {
			seq: place + 1,
			kind,
			time: start + after,
			type: '',
			data,
			lastEventId: '',
			size: 0,
			attempt: 1,
			...(kind === 'failed' && failure !== undefined && { details: { failure } }),
		},
	}));
	return captureOf(items);
}

const page = `<!DOCTYPE html>
<html><head><title>404 Not Found</title></head>
<body><h1>Not Found</h1>
<p>No route matches GET /v1/markets. Did you mean /v1/market?</p>
${Array.from({ length: 18 }, (_, line) => `<!-- padding ${line} to disable friendly error pages -->`).join('\n')}
`;

const notFound: FailureReport = {
	type: 'status',
	title: 'The server answered 404 Not Found, with a web page instead of a stream',
	advice: 'Check the path of the URL.',
	explanation:
		'After 404 a client must not retry by itself, so the stream stays closed until you do.',
	isFinal: true,
	answer: { text: page, sizeBytes: page.length, isComplete: true },
};

const untrusted: FailureReport = {
	type: 'tls',
	code: 'SELF_SIGNED_CERT_IN_CHAIN',
	title:
		'The certificate of events.corp.example comes from an authority this computer does not trust',
	advice:
		'Add “Corp Internal Root CA” to your system’s certificates; VS Code reads them from there. Or trust it for this endpoint alone.',
	explanation: 'No request was sent: the chain ends in that authority, which signed itself.',
	isFinal: true,
	tlsRemedy: 'trust',
};
