import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Exchange, ExchangeListener } from './exchange';
import { Http1Exchange } from './http1Exchange';
import { Http2Exchange } from './http2Exchange';
import { Http2Error, wantsHttp1, type Http2Trouble } from './http2Trouble';
import type { OutgoingRequest } from './outgoingRequest';
import { prepareRequest, type Protocol } from './sendRequest';
import { tlsCode } from '../failure/tlsFailures';

/**
 * Sends one request on a connection of its own, by the version of HTTP that the endpoint wants.
 * @throws what Node finds wrong with it before anything is sent.
 */
export function startExchange(outgoing: OutgoingRequest, listener: ExchangeListener): Exchange {
	return new ChosenExchange(outgoing, listener);
}

/**
 * The connection is always one that `node:http(s)` makes: VS Code knows no other way through its
 * proxy and to the system's certificates. Where HTTP/2 is possible, the request is held back until
 * the connection stands; if HTTP/2 it is, that takes over the socket before anything went out on it.
 */
class ChosenExchange implements Exchange {
	private current: Exchange | undefined;
	private hasAnswered = false;
	private isOver = false;

	constructor(
		private readonly outgoing: OutgoingRequest,
		private readonly listener: ExchangeListener,
	) {
		const { httpVersion, url } = outgoing;
		if (httpVersion === '2') this.connect(['h2']);
		else if (httpVersion === '1.1' || url.protocol === 'http:') this.connect(['http/1.1']);
		else this.connect(['h2', 'http/1.1']);
	}

	dispose(): void {
		this.isOver = true;
		this.current?.dispose();
	}

	private connect(offered: readonly Protocol[]): void {
		const { outgoing } = this;
		const request = prepareRequest(outgoing, offered);
		const listener: ExchangeListener = {
			...this.listener,
			answered: answer => {
				this.hasAnswered = true;
				this.listener.answered(answer);
			},
			broke: error => this.broke(error, offered),
		};
		const http1 = new Http1Exchange(request, outgoing.body, listener);
		this.current = http1;
		if (!offered.includes('h2')) return http1.send();
		request.once('socket', socket => this.decide(socket, http1, listener));
	}

	private decide(socket: Socket, http1: Http1Exchange, listener: ExchangeListener): void {
		const { httpVersion, url } = this.outgoing;
		// A new socket that is connected when it comes was connected by a proxy.
		const isProxied = !socket.connecting;
		if (url.protocol === 'http:') {
			if (isProxied) this.fail({ type: 'proxied' });
			else socket.once('connect', () => this.takeOver(socket, http1, listener));
			return;
		}
		// It brings what the proxy itself answers.
		if (!('alpnProtocol' in socket)) return http1.send();
		socket.once('secureConnect', () => {
			const isHttp2 = (socket as TLSSocket).alpnProtocol === 'h2';
			if (this.isOver) return;
			if (isHttp2 && isProxied && httpVersion === 'auto') this.useHttp1();
			else if (isHttp2) this.takeOver(socket, http1, listener);
			else if (httpVersion === '2') this.fail({ type: 'not-offered', wanted: 'HTTP/2' });
			else http1.send();
		});
	}

	/** Within the event by which the connection stands, so that what came with it is not yet read. */
	private takeOver(socket: Socket, http1: Http1Exchange, listener: ExchangeListener): void {
		http1.abandon();
		try {
			this.current = new Http2Exchange(this.outgoing, socket, listener);
		} catch (error) {
			listener.broke(error);
		}
	}

	/** Again from the beginning, on another connection. */
	private useHttp1(): void {
		this.current?.dispose();
		this.connect(['http/1.1']);
	}

	private broke(error: unknown, offered: readonly Protocol[]): void {
		const isAuto = this.outgoing.httpVersion === 'auto';
		if (isAuto && !this.hasAnswered && wantsHttp1(error)) return this.useHttp1();
		if (!isRefusal(error)) return this.listener.broke(error);
		const only = offered.includes('h2') ? 'HTTP/2' : 'HTTP/1.1';
		this.fail({ type: 'not-offered', wanted: offered.length > 1 ? 'any' : only }, error);
	}

	private fail(trouble: Http2Trouble, cause?: unknown): void {
		this.current?.dispose();
		this.listener.broke(new Http2Error(trouble, { cause }));
	}
}

/** RFC 7301, 3.2: the alert of a server that "supports no protocols that the client advertises". */
function isRefusal(error: unknown): boolean {
	return error instanceof Error && tlsCode(error) === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL';
}
