import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Answer, Exchange, ExchangeListener } from './exchange';
import { headerPairs } from './headerPairs';
import { proxyNews } from './proxyNews';

/** Tells of a request by `node:http` or `node:https`, which is sent when it is told to. */
export class Http1Exchange implements Exchange {
	private hasAnswered = false;
	private hasBroken = false;
	private isOver = false;

	constructor(
		private readonly request: ClientRequest,
		private readonly body: Uint8Array | undefined,
		listener: ExchangeListener,
	) {
		const take = (message: IncomingMessage) => {
			// The request tells what breaks; without a listener here it would end the process.
			message.on('error', () => {});
			if (this.isOver) return;
			this.hasAnswered = true;
			listener.answered(answerOf(message, () => this.hasBroken));
		};
		request.on('proxy', (told: unknown) => {
			const news = proxyNews(told);
			if (news !== undefined && !this.isOver) listener.proxy(news);
		});
		request.on('socket', socket => {
			if (!this.isOver) listener.socket(socket);
		});
		request.on('finish', () => {
			if (!this.isOver) listener.sent();
		});
		request.on('response', take);
		// A switch of protocols hands over the socket: there will be no body.
		request.on('upgrade', take);
		// It stays for what comes late and is nobody's business any more.
		request.on('error', error => {
			this.hasBroken = true;
			if (!this.isOver) listener.broke(error);
		});
		request.on('close', () => {
			if (!this.isOver && !this.hasAnswered) listener.broke(undefined);
		});
	}

	send(): void {
		this.request.end(this.body);
	}

	/** Another has taken over its socket: it tells nothing more. */
	abandon(): void {
		this.isOver = true;
	}

	dispose(): void {
		this.isOver = true;
		this.request.destroy();
	}
}

function answerOf(message: IncomingMessage, hasBroken: () => boolean): Answer {
	const { rawHeaders, statusCode, statusMessage, httpVersion, socket } = message;
	return {
		status: statusCode ?? 0,
		statusText: statusMessage ?? '',
		httpVersion,
		headers: headerPairs(rawHeaders),
		socket,
		body: message,
		// For Node any end of the connection ends such a body well, a reset too.
		isComplete: () => message.complete && !(endsWithConnection(message) && hasBroken()),
	};
}

/** RFC 9112, 6.3: without a length and chunks, the body is what comes until the server closes the connection. */
function endsWithConnection({ headers }: IncomingMessage): boolean {
	const isChunked = headers['transfer-encoding']?.trim().toLowerCase().endsWith('chunked') ?? false;
	return !isChunked && headers['content-length'] === undefined;
}
