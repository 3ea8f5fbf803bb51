import assert from 'node:assert/strict';
import type { FailureReport } from '../../../../src/domain/failure';
import type { StreamInfo, StreamStatus } from '../../../../src/protocol/stream';
import type { Tick } from '../../../../src/protocol/tick';
import { excerptOf } from '../../../../src/protocol/notice/excerpt';
import { noticeOf } from '../../../../src/protocol/notice/noticeOf';
import { openStatus, tickOf } from '../../media/rows';

const live = { name: '', url: '', method: 'GET', isLive: true, capture: '' };
const failure: FailureReport = {
	type: 'refused',
	title: 'No',
	advice: 'Do.',
	explanation: 'Why.',
	isFinal: false,
};

function noticeFor(
	status: Partial<StreamStatus>,
	{
		filter = false,
		stream = live,
		...more
	}: Partial<Tick> & { filter?: boolean; stream?: StreamInfo } = {},
) {
	const tick = tickOf({ total: 5, ...more, status: { ...openStatus, ...status } });
	return noticeOf(tick, stream, filter);
}

/** All that is said, in a line. */
function said(...parameters: Parameters<typeof noticeFor>): string | undefined {
	const notice = noticeFor(...parameters);
	if (notice === undefined) return undefined;
	const { title, text, dimText, changingText, buttons } = notice;
	const texts = [title, text, dimText, changingText].filter(part => part);
	return [...texts, buttons.map(({ label }) => `[${label}]`).join('')].join(' · ');
}

describe('what is said below the last row', () => {
	it('is nothing while events come', () => assert.equal(said({}), undefined));

	it('is what to do', () => {
		assert.equal(
			said({ state: 'waiting', attempt: 2, lastEventId: '9' }),
			'Attempt 3 · will send Last-Event-ID 9 · [Reconnect Now][Stop Waiting][Edit…]',
		);
		assert.equal(
			said({ state: 'closed', lastEventId: '' }),
			'will send no Last-Event-ID · [Reconnect][Edit…]',
		);
		assert.equal(
			said({ state: 'failed', failure }),
			'No · Do. · Why. · [Try Again][Edit Endpoint…]',
		);
	});

	it('is why nothing has ever come, while waiting', () => {
		assert.equal(
			said({ state: 'waiting', bytes: 0, failure }),
			'No · Do. · Why. · [Reconnect Now][Stop Waiting][Edit Endpoint…]',
		);
		assert.match(said({ state: 'waiting', failure })!, /^Attempt /);
	});

	it('is how to mend what can be mended', () => {
		const mendable = { ...failure, secretNames: ['token'], tlsRemedy: 'trust' } as FailureReport;
		const notice = noticeFor({ state: 'failed', failure: mendable });
		const acts = notice?.buttons.map(({ act, name }) => [act, name]);
		assert.deepEqual(acts, [
			['reconnect', undefined],
			['setSecret', 'token'],
			['mendTls', undefined],
			['editEndpoint', undefined],
		]);
	});

	it('is that nothing is there', () => {
		assert.match(said({}, { total: 0 }) ?? '', /^No entries · What arrives from now on/);
		assert.match(said({ state: 'closed' }, { total: 0 }) ?? '', /^No entries · Reconnect/);
		assert.equal(said({}, { total: 0, isCounting: true }), undefined);
	});

	it('is that nothing matches, once that is sure', () => {
		const empty = { total: 0, filter: true };
		assert.match(
			said({}, empty) ?? '',
			/^No entries match .* still arriving\. · \[Clear Filter\]$/,
		);
		assert.match(said({ state: 'waiting' }, empty) ?? '', /^No entries match .* are kept\. ·/);
		assert.equal(said({}, { ...empty, isCounting: true }), undefined);
	});

	it('is that nothing came, after a while', () => {
		const silent = (forMs: number) => ({ bytes: 0, open: { forMs, bytes: 0 } });
		assert.equal(said(silent(400)), undefined);
		assert.match(said(silent(19_400)) ?? '', /^Connected\. .* Open for 19 s, 0 bytes/);
		assert.equal(said({ ...silent(19_400), bytes: 10 }), undefined);
	});

	it('says apart what changes all the time', () => {
		const { changingText: first, ...one } = noticeFor({ kept: 7 }, { total: 0, filter: true })!;
		const { changingText: second, ...other } = noticeFor({ kept: 8 }, { total: 0, filter: true })!;
		assert.notEqual(first, second);
		assert.deepEqual(one, other);
	});

	it('is nothing about a connection that a capture does not have', () => {
		const stream = { ...live, isLive: false };
		assert.equal(said({ state: 'closed' }, { stream }), undefined);
		assert.match(said({ state: 'closed' }, { stream, total: 0 }) ?? '', /capture has no entries/);
	});

	it('is how a capture ended that was kept, and how to go on', () => {
		const status = { state: 'closed', lastEventId: '7' } as const;
		const of = (kept: StreamInfo['kept']) =>
			said(status, { stream: { ...live, isLive: false, kept } });
		assert.equal(of({ state: 'ended', canReconnect: false }), undefined);
		assert.equal(
			of({ state: 'ended', canReconnect: true }),
			'will send Last-Event-ID 7 · [Reconnect]',
		);
		assert.match(of({ state: 'cut', canReconnect: false })!, /^This capture was cut off · .* · $/);
		assert.match(of({ state: 'cut', canReconnect: true })!, /cut off .* \[Reconnect\]$/);
		assert.match(of({ state: 'elsewhere', canReconnect: true })!, /Another window .* · $/);
	});
});

describe('the beginning of an answer', () => {
	const excerpt = (text: string, isComplete = true) =>
		excerptOf({ text, isComplete, sizeBytes: 1200 });

	it('is four lines, of all', () => {
		const { lines, caption } = excerpt('a\nb\r\nc\rd\ne\n\n')!;
		assert.deepEqual([lines, caption], ['a\nb\nc\nd', 'First 4 of 5 lines, 1.2 kB.']);
		assert.equal(excerpt('a')?.caption, '1 line, 1.2 kB.');
		assert.equal(excerpt('a', false)?.caption, 'First 1 line, 1.2 kB.');
	});

	it('is no longer than can be shown, and nothing where nothing is', () => {
		assert.equal(excerpt('x'.repeat(9000))?.lines.length, 400);
		assert.equal(excerpt(' \n '), undefined);
	});
});
