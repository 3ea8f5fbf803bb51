import assert from 'node:assert/strict';
import { firstLines, tailNotice } from '../../../media/model/tailNotice';
import type { FailureReport } from '../../../src/domain/failure';
import type { StreamStatus, Tick } from '../../../src/protocol/messages';
import { openStatus, tickOf } from './rows';

const live = { name: '', url: '', method: 'GET', isLive: true, capture: '' };
const failure: FailureReport = {
	type: 'refused',
	title: 'No',
	advice: '',
	explanation: '',
	isFinal: false,
};

function typeOf(
	status: Partial<StreamStatus>,
	{
		filter = false,
		sinceMs = 0,
		stream = live,
		...more
	}: Partial<Tick> & {
		filter?: boolean;
		sinceMs?: number;
		stream?: typeof live;
	} = {},
): string | undefined {
	const tick = tickOf({ total: 5, ...more, status: { ...openStatus, ...status } });
	return tailNotice(tick, stream, filter, sinceMs)?.type;
}

describe('what the tail says', () => {
	it('is nothing while events come', () => assert.equal(typeOf({}), undefined));

	it('is what to do', () => {
		assert.equal(typeOf({ state: 'waiting' }), 'waiting');
		assert.equal(typeOf({ state: 'failed', failure }), 'failed');
		assert.equal(typeOf({ state: 'closed' }), 'closed');
		assert.equal(typeOf({}, { total: 0 }), 'nothing');
		assert.equal(typeOf({ state: 'closed' }, { total: 0 }), 'nothing');
	});

	it('is that nothing matches, once that is sure', () => {
		assert.equal(typeOf({}, { total: 0, filter: true }), 'noMatch');
		assert.equal(typeOf({ state: 'waiting' }, { total: 0, filter: true }), 'noMatch');
		assert.equal(typeOf({}, { total: 0, filter: true, isCounting: true }), undefined);
	});

	it('is that nothing came, after a while', () => {
		const silent = { bytes: 0, open: { forMs: 400, bytes: 0 } };
		assert.equal(typeOf(silent), undefined);
		assert.equal(typeOf(silent, { sinceMs: 700 }), 'silent');
		assert.equal(typeOf({ ...silent, bytes: 10 }, { sinceMs: 700 }), undefined);
	});

	it('is nothing about a connection that a capture does not have', () => {
		const stream = { ...live, isLive: false };
		assert.equal(typeOf({ state: 'closed' }, { stream }), undefined);
		assert.equal(typeOf({ state: 'closed' }, { stream, total: 0 }), 'nothing');
	});

	it('names the next attempt', () => {
		const status = { ...openStatus, state: 'waiting', attempt: 2, lastEventId: '9' } as const;
		const notice = tailNotice(tickOf({ total: 1, status }), live, false, 0);
		assert.deepEqual(notice, { type: 'waiting', attempt: 3, lastEventId: '9' });
	});
});

describe('the first lines of an answer', () => {
	it('are four, of all', () => {
		assert.deepEqual(firstLines('a\nb\r\nc\rd\ne\n\n', true), {
			lines: ['a', 'b', 'c', 'd'],
			total: 5,
		});
		assert.deepEqual(firstLines('a', false), { lines: ['a'], total: undefined });
		assert.equal(firstLines('x'.repeat(9000), true).lines[0]?.length, 401);
	});
});
