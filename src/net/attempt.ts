import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Clock } from '../base/clock';
import { MutableDisposable, type Disposable } from '../base/disposable';
import type { RedirectHop, RequestFacts, ResponseFacts } from '../domain/entry';
import { readAnswerBody } from './answerBody';
import { answerFailure, judge } from './answerFailures';
import type { AttemptFailure } from './attemptFailure';
import type { AttemptDetails, AttemptEnding, AttemptListener } from './attemptListener';
import type { Coding } from './contentCoding';
import { bodyOf } from './decodedBody';
import { failureOf } from './failures';
import { requestFacts, type OutgoingRequest } from './outgoingRequest';
import { PeerWatch } from './peerWatch';
import { redirect } from './redirects';
import { announcedBytes, responseFacts } from './responseFacts';
import { sendRequest } from './sendRequest';
import type { Body } from './streamBody';
import { TimeLimits, type Limits } from './timeLimits';
import { AttemptTimer } from './timings';

/**
 * One try to get a stream: a request, and those it is redirected to. There is no timeout unless
 * `limits` has one: a stream may be silent for as long as it likes. Disposing cuts the connection at
 * any moment, and nothing is reported any more.
 */
export class Attempt implements Disposable {
	private readonly timer: AttemptTimer;
	private readonly limits: TimeLimits;
	private readonly hops: RedirectHop[] = [];
	private readonly reading = new MutableDisposable();
	private peer = new PeerWatch();
	private sent: ClientRequest | undefined;
	private response: ResponseFacts | undefined;
	private body: Body | undefined;
	private isOver = false;

	constructor(
		private outgoing: OutgoingRequest,
		limits: Limits,
		private readonly clock: Clock,
		private readonly listener: AttemptListener,
	) {
		this.timer = new AttemptTimer(clock);
		this.limits = new TimeLimits(limits, clock, failure =>
			this.failWith({ ...failure, address: this.peer.remoteAddress }),
		);
	}

	/** The request as it is shown; after redirects the last one. */
	get request(): RequestFacts {
		return requestFacts(this.outgoing);
	}

	/** Sends the request. To be called once; nothing is reported before it returns. */
	start(): void {
		this.limits.awaitAnswer();
		this.send();
	}

	/** Goes on after `bytes` returned false. */
	resume(): void {
		this.limits.noteSign();
		this.body?.resume();
	}

	dispose(): void {
		this.isOver = true;
		this.limits.dispose();
		this.body?.stop();
		this.reading.dispose();
		this.sent?.destroy();
	}

	private send(): void {
		let sent: ClientRequest;
		try {
			sent = sendRequest(this.outgoing);
		} catch (error) {
			queueMicrotask(() => this.fail(error));
			return;
		}
		const peer = new PeerWatch();
		this.sent = sent;
		this.peer = peer;
		const isCurrent = () => !this.isOver && this.sent === sent;
		sent.on('socket', socket => {
			this.timer.watch(socket);
			peer.watch(socket, () => this.clock.now());
		});
		const take = (message: IncomingMessage) => {
			// The request tells what breaks; without a listener here it would end the process.
			message.on('error', () => {});
			if (isCurrent()) this.take(message);
		};
		sent.on('response', take);
		// A switch of protocols hands over the socket: there will be no body.
		sent.on('upgrade', take);
		// It stays for what comes late and is nobody's business any more.
		sent.on('error', error => {
			if (!isCurrent()) return;
			if (this.response === undefined) this.fail(error);
			else this.body?.noteError(error);
		});
		sent.on('close', () => {
			if (isCurrent() && this.response === undefined) this.fail(undefined);
		});
	}

	private take(message: IncomingMessage): void {
		const { outgoing, hops } = this;
		const status = message.statusCode ?? 0;
		const next = redirect(outgoing, status, message.headers.location, hops.length);
		if (next.type === 'follow') {
			const before = this.sent;
			hops.push(next.hop);
			this.outgoing = next.request;
			this.send();
			before?.destroy();
			return;
		}
		this.timer.noteHeaders();
		this.limits.answered();
		const response = (this.response = responseFacts(message));
		if (next.type === 'fail') return this.failWith(next.failure);
		const verdict = judge(response);
		switch (verdict.type) {
			case 'open':
				return this.open(message, response, verdict.codings);
			case 'no-content':
				return this.over({ type: 'no-content', details: this.details() });
			default:
				this.reading.value = readAnswerBody(message, response, this.clock, body =>
					this.failWith(answerFailure(verdict, response, outgoing.headers, body)),
				);
		}
	}

	private open(
		message: IncomingMessage,
		response: ResponseFacts,
		codings: readonly Coding[],
	): void {
		this.listener.opened({ ...this.details(), response });
		if (this.isOver) return;
		this.limits.watch(message);
		this.body = bodyOf(message, codings, this.clock, {
			bytes: (chunk, time) => this.listener.bytes(chunk, time),
			ended: () => this.over({ type: 'ended', announcedBytes: announcedBytes(response) }),
			broke: (error, receivedBytes) => this.fail(error, receivedBytes),
		});
	}

	/** Without an error: the connection went away and nobody said why. */
	private fail(error: unknown, receivedBytes?: number): void {
		const { url } = this.outgoing;
		const { remoteAddress, certificate } = this.peer;
		const { response } = this;
		const hasAnswered = response !== undefined;
		const body = hasAnswered ? { announcedBytes: announcedBytes(response), receivedBytes } : {};
		const context = { url, remoteAddress, certificate, hasAnswered, ...body };
		this.failWith(failureOf(error, context));
	}

	private failWith(failure: AttemptFailure): void {
		const afterMs = this.timer.elapsedMs();
		this.over({ type: 'failed', failure, details: this.details(), afterMs });
	}

	private over(ending: AttemptEnding): void {
		if (this.isOver) return;
		this.dispose();
		this.listener.ended(ending);
	}

	private details(): AttemptDetails {
		return {
			request: this.request,
			...(this.response !== undefined && { response: this.response }),
			...(this.hops.length > 0 && { hops: [...this.hops] }),
			timings: this.timer.facts(),
		};
	}
}
