import type { Clock } from '../base/clock';
import { MutableDisposable, type Disposable } from '../base/disposable';
import type { RedirectHop, RequestFacts, ResponseFacts } from '../domain/entry';
import { readAnswerBody } from './body/answerBody';
import { answerFailure, judge } from './failure/answerFailures';
import type { AttemptFailure } from './failure/attemptFailure';
import type { AttemptDetails, AttemptEnding, AttemptListener } from './attemptListener';
import type { Coding } from './body/contentCoding';
import { bodyOf } from './body/decodedBody';
import type { Answer, Exchange } from './exchange/exchange';
import { failureOf } from './failure/failures';
import { http2Fields } from './exchange/http2Headers';
import { requestFacts, type OutgoingRequest } from './exchange/outgoingRequest';
import { PeerWatch } from './exchange/peerWatch';
import { isProxyAnswer, proxyAnswerFailure } from './failure/proxyFailures';
import { leftOrigin, redirect } from './exchange/redirects';
import { announcedBytes, responseFacts } from './exchange/responseFacts';
import { startExchange } from './exchange/startExchange';
import type { Body } from './body/streamBody';
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
	private exchange: Exchange | undefined;
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
			this.failWith({ ...failure, address: this.peer.name }),
		);
	}

	/** The request as it is shown; after redirects the last one. */
	get request(): RequestFacts {
		return requestFacts(this.outgoing);
	}

	/** The network address of this end, while there is a connection. */
	get localAddress(): string | undefined {
		return this.isOver ? undefined : this.peer.localAddress;
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

	/** Cuts the connection and reports that as `failure`, as if the network had done it. */
	breakOff(failure: AttemptFailure): void {
		this.failWith(failure);
	}

	dispose(): void {
		this.isOver = true;
		this.limits.dispose();
		this.body?.stop();
		this.reading.dispose();
		this.exchange?.dispose();
	}

	private send(): void {
		const peer = (this.peer = new PeerWatch());
		try {
			this.exchange = startExchange(this.outgoing, {
				proxy: news => (peer.proxy = news),
				socket: socket => {
					this.timer.watch(socket);
					peer.watch(socket, () => this.clock.now());
				},
				sent: () => this.timer.noteSent(),
				answered: answer => this.take(answer),
				broke: error => {
					if (this.response === undefined) this.fail(error);
					else this.body?.noteError(error);
				},
			});
		} catch (error) {
			queueMicrotask(() => this.fail(error));
		}
	}

	private take(answer: Answer): void {
		const { outgoing, hops } = this;
		if (isProxyAnswer(answer, outgoing.url, this.peer.proxy)) return this.takeProxyAnswer(answer);
		const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
		const next = redirect(outgoing, answer.status, location, hops.length);
		if (next.type === 'follow') {
			const before = this.exchange;
			hops.push(next.hop);
			this.outgoing = next.request;
			this.timer.noteRedirect();
			this.send();
			before?.dispose();
			return;
		}
		const response = this.note(answer);
		if (next.type === 'fail') return this.failWith(next.failure);
		const verdict = judge(response);
		switch (verdict.type) {
			case 'open':
				return this.open(answer, response, verdict.codings);
			case 'no-content':
				return this.over({ type: 'no-content', details: this.details() });
			default:
				this.reading.value = readAnswerBody(answer, response, this.clock, body =>
					this.failWith(answerFailure(verdict, response, outgoing, body)),
				);
		}
	}

	private takeProxyAnswer(answer: Answer): void {
		const response = this.note(answer);
		this.reading.value = readAnswerBody(answer, response, this.clock, body =>
			this.failWith(proxyAnswerFailure(response, this.outgoing.url, body)),
		);
	}

	private note(answer: Answer): ResponseFacts {
		this.timer.noteHeaders();
		this.limits.answered();
		return (this.response = responseFacts(answer, this.outgoing.url, this.peer));
	}

	private open(answer: Answer, response: ResponseFacts, codings: readonly Coding[]): void {
		this.listener.opened({ ...this.details(), response });
		if (this.isOver) return;
		this.limits.watch(answer.body);
		this.body = bodyOf(answer, codings, this.clock, {
			coded: (chunk, time) => this.listener.coded(chunk, time),
			bytes: (chunk, time) => this.listener.bytes(chunk, time),
			ended: () => this.over({ type: 'ended', announcedBytes: announcedBytes(response) }),
			broke: (error, receivedBytes) => this.fail(error, receivedBytes),
		});
	}

	/** Without an error: the connection went away and nobody said why. */
	private fail(error: unknown, receivedBytes?: number): void {
		const { url } = this.outgoing;
		const { remoteAddress, certificate, proxy } = this.peer;
		const { response } = this;
		const isElsewhere = leftOrigin(this.hops);
		const hasAnswered = response !== undefined;
		const body = hasAnswered ? { announcedBytes: announcedBytes(response), receivedBytes } : {};
		const peer = { url, remoteAddress, certificate, proxy, isElsewhere };
		const context = { ...peer, hasAnswered, ...body };
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
		const { outgoing, response } = this;
		const isHttp2 = response?.httpVersion === '2';
		return {
			request: requestFacts(outgoing, isHttp2 ? http2Fields(outgoing) : undefined),
			...(response !== undefined && { response }),
			...(this.hops.length > 0 && { hops: [...this.hops] }),
			timings: this.timer.facts(),
		};
	}
}
