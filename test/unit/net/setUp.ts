import * as assert from 'node:assert/strict';
import type { ConnectionState } from '../../../src/domain/connectionState';
import { toEndpoint, type Endpoint } from '../../../src/domain/endpoint';
import type { ConnectionDetails } from '../../../src/domain/entry';
import type { FailureReport } from '../../../src/domain/failure';
import { Session } from '../../../src/net/session';
import { FakeClock } from '../../fixtures/fakeClock';
import { FakeMachine } from '../../fixtures/fakeMachine';
import { RecordingSink } from '../../fixtures/recordingSink';

/** A session with twins of its ports, all within the test's reach. */
export class TestSession extends Session {
	readonly states: ConnectionState[] = [];

	private constructor(
		endpoint: Endpoint,
		readonly log: RecordingSink,
		readonly clock: FakeClock,
		readonly errors: unknown[],
		readonly machine = new FakeMachine(),
	) {
		super(endpoint, log, { clock, machine, report: error => errors.push(error) });
		this.onDidChangeState(state => this.states.push(state));
	}

	/** Not started yet. `endpoint` is what `connect` of the API takes. */
	static of(endpoint: unknown, log = new RecordingSink()): TestSession {
		return new TestSession(toEndpoint(endpoint), log, new FakeClock(), []);
	}

	/** The same, trusting an authority of the test's. */
	static trusting(ca: string, endpoint: unknown, log?: RecordingSink): TestSession {
		const session = TestSession.of(endpoint, log);
		session.use({ ...session.endpoint, tlsMaterial: { ca: [ca] } });
		return session;
	}

	/** Started; resolves when it has failed, for good or for now. */
	async toFail(): Promise<{ data: string; report: FailureReport; details: ConnectionDetails }> {
		this.start();
		await this.log.until(log => log.entries('failed').length === 1);
		const [entry] = this.log.entries('failed');
		const report = entry?.details?.failure;
		assert.ok(entry?.details && report);
		assert.equal(this.state, report.isFinal ? 'failed' : 'waiting');
		assert.deepEqual(this.failure, report);
		assert.equal(this.log.entries('waiting').length, report.isFinal ? 0 : 1);
		// Sentences: the heading without a stop, the others with one.
		assert.match(report.title, /^\S.*[^.]$/);
		assert.match(report.advice, /[.?]$/);
		assert.match(report.explanation, /\.$/);
		return { data: entry.data, report, details: entry.details };
	}

	/** Lets pass what it waits for. */
	passWait(): void {
		this.clock.advance(this.waiting?.totalMs ?? 0);
	}

	/** Resolves when it has come to `state`, at once if it is there. */
	async reaches(state: ConnectionState): Promise<void> {
		if (this.state === state) return;
		await new Promise<void>(resolve => {
			const listening = this.onDidChangeState(now => {
				if (now !== state) return;
				listening.dispose();
				resolve();
			});
		});
	}
}
