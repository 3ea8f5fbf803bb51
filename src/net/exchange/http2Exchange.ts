import * as http2 from 'node:http2';
import type { Socket } from 'node:net';
import type { Exchange, ExchangeListener } from './exchange';
import { headerPairs } from './headerPairs';
import { Http2Error } from './http2Trouble';
import { http2Head } from './http2Headers';
import type { OutgoingRequest } from './outgoingRequest';
import { boundInterimAnswers } from '../failure/protocolFaults';
import { maxHeaderBytes } from '../failure/systemFailures';

/**
 * What a server may send ahead of what we have taken, in bytes. With Node's own 64 kB, one that is 100 ms
 * away could send 640 kB a second.
 */
const windowBytes = 1_048_576;
/** What bounds headers is their size, as in HTTP/1.1. */
const maxHeaders = 10_000;
/** Of nghttp2: headers in more frames than it takes, which is about 140 kB of them. */
const tooManyContinuations = -905;

/** One request by HTTP/2, on a socket on which nothing has been sent or read yet. */
export class Http2Exchange implements Exchange {
	private readonly session: http2.ClientHttp2Session;
	private goAway: { readonly code: number; readonly words: string } | undefined;
	private isOver = false;

	/** @throws what Node finds wrong with the request. */
	constructor(
		outgoing: OutgoingRequest,
		private readonly socket: Socket,
		private readonly listener: ExchangeListener,
	) {
		this.session = http2.connect(outgoing.url.origin, {
			createConnection: () => socket,
			maxHeaderListPairs: maxHeaders,
			settings: {
				enablePush: false,
				initialWindowSize: windowBytes,
				maxHeaderListSize: maxHeaderBytes,
			},
		});
		this.session.on('connect', session => {
			// It comes a tick later, also to a session that is over by then.
			if (!session.destroyed) session.setLocalWindowSize(windowBytes);
		});
		// What breaks the session breaks its stream, which tells.
		this.session.on('error', () => {});
		this.session.on('goaway', (code, _lastStreamId, data) => {
			this.goAway = { code, words: data?.toString() ?? '' };
		});
		try {
			this.send(outgoing);
		} catch (error) {
			this.dispose();
			throw error;
		}
	}

	dispose(): void {
		this.isOver = true;
		this.session.destroy();
		// A session that was about to close would wait for the other end.
		this.socket.destroy();
	}

	private send(outgoing: OutgoingRequest): void {
		const { body } = outgoing;
		const hasBody = body !== undefined && body.length > 0;
		const stream = this.session.request(http2Head(outgoing), { endStream: !hasBody });
		this.follow(stream);
		if (hasBody) stream.end(body);
	}

	private follow(stream: http2.ClientHttp2Stream): void {
		const { listener, socket } = this;
		const isComplete = endWatch(stream);
		let hasAnswered = false;
		boundInterimAnswers(stream, 'headers');
		stream.on('finish', () => {
			if (!this.isOver) listener.sent();
		});
		stream.on('response', (head, _flags, rawHeaders) => {
			if (this.isOver) return;
			hasAnswered = true;
			const headers = headerPairs(rawHeaders).filter(([name]) => !name.startsWith(':'));
			const status = head[':status'] ?? 0;
			const whatItCameBy = { httpVersion: '2', socket, body: stream, isComplete };
			listener.answered({ status, statusText: '', headers, ...whatItCameBy });
		});
		// It stays for what comes late and is nobody's business any more.
		stream.on('error', error => {
			if (!this.isOver) listener.broke(this.named(error, stream));
		});
		stream.on('close', () => {
			if (!this.isOver && !(hasAnswered && isComplete())) {
				listener.broke(this.named(undefined, stream));
			}
		});
	}

	/** What broke the stream: what Node says of HTTP/2 in our words; `undefined` if nobody said. */
	private named(cause: Error | undefined, { rstCode }: http2.ClientHttp2Stream): unknown {
		const code = cause !== undefined && 'code' in cause ? String(cause.code) : '';
		if (cause !== undefined && !code.startsWith('ERR_HTTP2_')) return cause;
		const { goAway, session } = this;
		if (goAway !== undefined && goAway.code !== http2.constants.NGHTTP2_NO_ERROR) {
			return new Http2Error({ type: 'goaway', ...goAway }, { cause });
		}
		if (code === 'ERR_HTTP2_STREAM_ERROR' || (cause === undefined && !session.destroyed)) {
			return new Http2Error({ type: 'reset', code: rstCode }, { cause });
		}
		if (cause === undefined) return undefined;
		const isFlood = 'errno' in cause && cause.errno === tooManyContinuations;
		return isFlood
			? new Http2Error(
					{ type: 'reset', code: http2.constants.NGHTTP2_ENHANCE_YOUR_CALM },
					{ cause },
				)
			: new Http2Error({ type: 'invalid', reason: cause.message }, { cause });
	}
}

/**
 * Whether the server has ended its side of `stream`. A reset without an error, and one that cancels,
 * end it for Node as well; but those close the stream before its data ends.
 */
function endWatch(stream: http2.ClientHttp2Stream): () => boolean {
	let wasClosedFirst: boolean | undefined;
	const push = stream.push.bind(stream);
	stream.push = (chunk: unknown, encoding?: BufferEncoding) => {
		if (chunk === null) wasClosedFirst ??= stream.closed;
		return push(chunk, encoding);
	};
	return () => wasClosedFirst !== true && stream.rstCode === http2.constants.NGHTTP2_NO_ERROR;
}
