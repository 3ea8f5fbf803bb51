import * as assert from 'node:assert/strict';
import type { Endpoint } from '../../../src/domain/endpoint';
import { decide, type Outcome } from '../../../src/net/reconnection';

const endpoint: Endpoint = { name: 'x', url: 'http://x.example/' };
const ended: Outcome = { type: 'ended' };
const refused: Outcome = { type: 'failed', isFinal: false, wasOpen: false };
const broken: Outcome = { type: 'failed', isFinal: false, wasOpen: true };
const moved: Outcome = { ...refused, isNetworkChange: true };
const unusable: Outcome = { type: 'failed', isFinal: true, wasOpen: false };

describe('after an attempt', () => {
	const huge = 2 ** 31 + 5;
	// outcome, what the server asked for, attempts failed in a row → delay, sentence
	const retries: [string, Outcome, number | undefined, number, number, string][] = [
		['the end', ended, undefined, 0, 3000, '3 s before reconnecting, the default'],
		['the end, retry set', ended, 2000, 0, 2000, '2 s before reconnecting, as the server asked'],
		[
			'the end, retry 0',
			ended,
			0,
			0,
			250,
			'250 ms before reconnecting, the shortest wait; the server asked for 0 ms',
		],
		['a break', broken, undefined, 0, 3000, '3 s before reconnecting, the default'],
		['another network', moved, undefined, 1, 3000, '3 s before reconnecting, the default'],
		['a first failure', refused, undefined, 1, 3000, '3 s before trying again, the default'],
		[
			'a first failure, retry set',
			refused,
			800,
			1,
			800,
			'800 ms before trying again, as the server asked',
		],
		[
			'a second',
			refused,
			undefined,
			2,
			6000,
			'6 s before trying again, after 2 failed attempts in a row',
		],
		[
			'a third',
			refused,
			undefined,
			3,
			12_000,
			'12 s before trying again, after 3 failed attempts in a row',
		],
		[
			'a sixth',
			refused,
			undefined,
			6,
			60_000,
			'1 min before trying again, after 6 failed attempts in a row',
		],
		[
			'a thousandth',
			refused,
			0,
			2000,
			60_000,
			'1 min before trying again, after 2\u202f000 failed attempts in a row',
		],
		[
			'a second, retry 0',
			refused,
			0,
			2,
			500,
			'500 ms before trying again, after 2 failed attempts in a row',
		],
		[
			'a third, retry above the limit',
			refused,
			90_000,
			3,
			90_000,
			'1 min 30 s before trying again, after 3 failed attempts in a row',
		],
		[
			'the end, retry beyond 2^31',
			ended,
			huge,
			0,
			huge,
			'25 days before reconnecting, as the server asked',
		],
	];
	for (const [name, outcome, asked, failedInARow, delayMs, reason] of retries) {
		it(`waits after ${name}`, () => {
			const { shortestMs } = { shortestMs: 0, ...decide(endpoint, ended, asked, 0) };
			assert.deepEqual(decide(endpoint, outcome, asked, failedInARow), {
				type: 'retry',
				delayMs,
				shortestMs,
				reason,
			});
		});
	}

	it('never waits for a time that is no number', () => {
		const decision = decide(endpoint, ended, Infinity, 0);
		assert.equal(decision.type === 'retry' && decision.delayMs, Number.MAX_SAFE_INTEGER);
	});

	it('stops for good after 204', () => {
		assert.deepEqual(decide(endpoint, { type: 'no-content' }, 2000, 0), {
			type: 'stop',
			state: 'closed',
		});
	});

	it('stops for good after an answer that is no stream', () => {
		assert.deepEqual(decide(endpoint, unusable, 2000, 1), { type: 'stop', state: 'failed' });
	});

	const once: [string, Endpoint, Outcome, 'closed' | 'failed', RegExp][] = [
		[
			'a POST that ended',
			{ ...endpoint, method: 'POST' },
			ended,
			'closed',
			/: POST requests might not/,
		],
		[
			'a POST that broke',
			{ ...endpoint, method: 'POST' },
			broken,
			'failed',
			/: POST requests might not/,
		],
		[
			'an endpoint set so',
			{ ...endpoint, reconnect: 'never' },
			refused,
			'failed',
			/as the endpoint is set/,
		],
	];
	for (const [name, given, outcome, state, why] of once) {
		it(`does not repeat ${name}, and says why`, () => {
			const decision = decide(given, outcome, undefined, 1);
			assert.equal(decision.type, 'stop');
			assert.equal(decision.type === 'stop' && decision.state, state);
			assert.match((decision.type === 'stop' && decision.reason) || '', why);
		});
	}

	it('repeats a POST that is set to', () => {
		const post: Endpoint = { ...endpoint, method: 'POST', reconnect: 'auto' };
		assert.equal(decide(post, ended, undefined, 0).type, 'retry');
	});
});
