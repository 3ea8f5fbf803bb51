import * as l10n from '@vscode/l10n';
import type { Readable } from 'node:stream';
import type { Clock } from '../base/clock';
import { MutableDisposable, type Disposable } from '../base/disposable';
import type { Endpoint } from '../domain/endpoint';
import { durationText } from '../domain/words';
import type { AttemptFailure } from './failure/attemptFailure';

/** How long an endpoint is waited for; what is absent is unlimited. */
export type Limits = Pick<Endpoint, 'timeoutMs' | 'idleTimeoutMs'>;

/** Ends an attempt whose server takes longer than the endpoint allows, by a call of `fail`. */
export class TimeLimits implements Disposable {
	private readonly timer = new MutableDisposable();
	private body: Readable | undefined;
	/** Ms since the epoch. */
	private heardAt = 0;

	constructor(
		private readonly limits: Limits,
		private readonly clock: Clock,
		private readonly fail: (failure: AttemptFailure) => void,
	) {}

	/** From now on time runs for the head of the answer, redirects included. */
	awaitAnswer(): void {
		const { timeoutMs } = this.limits;
		if (timeoutMs === undefined) return;
		const giveUp = () => this.fail(noAnswer(timeoutMs));
		this.timer.value = this.clock.schedule(timeoutMs, giveUp);
	}

	/** The answer is there. */
	answered(): void {
		this.timer.value = undefined;
	}

	/** From now on time runs whenever the open stream is silent, while it is being read. */
	watch(body: Readable): void {
		const { idleTimeoutMs } = this.limits;
		if (idleTimeoutMs === undefined) return;
		this.body = body;
		body.on('data', () => this.noteSign());
		this.noteSign();
		this.wait(idleTimeoutMs, idleTimeoutMs);
	}

	/** A sign of life, or a new beginning: reading goes on. */
	noteSign(): void {
		this.heardAt = this.clock.now();
	}

	dispose(): void {
		this.timer.dispose();
	}

	/** A timer per chunk would be dear: one that has run out looks how much is really left. */
	private wait(limitMs: number, delayMs: number): void {
		this.timer.value = this.clock.schedule(delayMs, () => {
			// While we hold the stream back, its silence is ours.
			if (this.body?.isPaused()) this.noteSign();
			const leftMs = this.heardAt + limitMs - this.clock.now();
			if (leftMs > 0) this.wait(limitMs, leftMs);
			else this.fail(silence(limitMs));
		});
	}
}

function noAnswer(limitMs: number): AttemptFailure {
	const limit = durationText(limitMs);
	return {
		words: l10n.t`no answer within ${limit}`,
		report: {
			type: 'timeout',
			title: l10n.t`The server did not answer within ${limit}`,
			advice: l10n.t('Check that the server is well, or raise “timeoutMs” of the endpoint.'),
			explanation: l10n.t('The endpoint allows no more time for the head of the answer.'),
			isFinal: false,
		},
	};
}

function silence(limitMs: number): AttemptFailure {
	const limit = durationText(limitMs);
	return {
		words: l10n.t`cut after ${limit} of silence`,
		report: {
			type: 'timeout',
			title: l10n.t`Nothing came for ${limit}, so the connection was cut`,
			advice: l10n.t(
				'Let the server send comments as heartbeats, or raise “idleTimeoutMs” of the endpoint.',
			),
			explanation: l10n.t('The endpoint takes a stream that is silent for so long for dead.'),
			isFinal: false,
		},
	};
}
