import assert from 'node:assert/strict';
import type { AttemptFacts } from '../../../src/store/file/attemptFacts';
import {
	describeAttempt,
	hasBytesLeft,
	suggestedName,
	whatIsMissing,
} from '../../../src/workbench/capture/savedBytesWords';

const all = (sizeBytes: number) => ({ sizeBytes, keptBytes: sizeBytes });
const plain: AttemptFacts = { attempt: 2, body: all(5000) };
const gzip: AttemptFacts = { ...plain, coding: 'gzip', coded: all(1000) };

describe('What is said of the bytes of an attempt', () => {
	for (const [coding, isDecoded, name] of [
		[undefined, false, 'market-attempt-2.sse'],
		['gzip', false, 'market-attempt-2.sse.gz'],
		['x-gzip', false, 'market-attempt-2.sse.gz'],
		['br', false, 'market-attempt-2.sse.br'],
		['zstd', false, 'market-attempt-2.sse.zst'],
		['deflate', false, 'market-attempt-2.sse.zz'],
		['br, gzip', false, 'market-attempt-2.sse.br.gz'],
		['gzip', true, 'market-attempt-2.sse'],
	] as const) {
		it(`suggests ${name} for ${coding}${isDecoded ? ', decoded' : ''}`, () => {
			assert.equal(suggestedName('market', { ...plain, coding }, isDecoded), name);
		});
	}

	it('is when it opened, how much came, how it was coded, and how it ended', () => {
		const opened = new Date(2026, 0, 2, 3, 4, 5).getTime();
		assert.deepEqual(describeAttempt({ ...gzip, opened, ending: 'by the server' }), {
			label: 'Attempt 2',
			description: 'opened 03:04:05 · 1.0 kB gzip, 5.0 kB decoded',
			detail: 'by the server',
		});
		assert.equal(describeAttempt(plain).description, '5.0 kB');
		assert.match(describeAttempt(plain).detail, /^No end is known/);
	});

	it('is not offered once all of it is gone', () => {
		const gone = { sizeBytes: 9, keptBytes: 0 };
		assert.equal(hasBytesLeft(plain), true);
		assert.equal(hasBytesLeft({ ...plain, body: all(0) }), true);
		assert.equal(hasBytesLeft({ ...plain, body: gone }), false);
		assert.equal(hasBytesLeft({ ...gzip, coded: gone }), true);
		assert.equal(hasBytesLeft({ ...gzip, body: gone, coded: gone }), false);
	});

	it('is nothing when none is missing', () => {
		assert.equal(whatIsMissing(plain, false, false), undefined);
		assert.equal(whatIsMissing(gzip, false, false), undefined);
		assert.equal(whatIsMissing(gzip, true, false), undefined);
	});

	it('is how much is missing, and why it may be', () => {
		const cleared = { ...gzip, coded: { sizeBytes: 1000, keptBytes: 100 } };
		assert.equal(
			whatIsMissing(cleared, false, false),
			'900 B of the 1.0 kB of attempt 2 are not in the capture: the capture was cleared, had to drop its oldest entries, or could not keep more.',
		);
		assert.equal(whatIsMissing(cleared, true, false), undefined);
		assert.match(whatIsMissing(plain, false, true)!, /^Keeping has stopped/);
		const old = { ...plain, coding: 'gzip' };
		assert.match(whatIsMissing(old, false, false)!, /\(gzip\) were not kept, only the decoded/);
		assert.equal(whatIsMissing(old, true, false), undefined);
	});
});
