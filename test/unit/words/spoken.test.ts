import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import * as note from '../../../src/domain/resumeNote';
import { countOf } from '../../../src/domain/words';
import { failureOf } from '../../../src/net/failure/failures';
import { kindWord } from '../../../src/protocol/kindWords';
import { strings } from '../../../src/protocol/strings';

describe('in Simplified Chinese', () => {
	before(() => {
		config({ contents: readFileSync('media/l10n/bundle.l10n.zh-cn.json', 'utf8') });
	});
	after(() => {
		config({ contents: {} });
	});

	it('a failed connection says what happened, and what to do', () => {
		const cause = Object.assign(new Error('connect'), {
			code: 'ECONNREFUSED',
			address: '127.0.0.1',
			port: 8080,
		});
		const url = new URL('http://localhost:8080/');
		const { report } = failureOf(cause, { url, hasAnswered: false });
		assert.equal(report.title, '127.0.0.1:8080 拒绝了连接');
		assert.equal(report.advice, '服务器是否正在运行？请检查主机和端口。');
	});

	it('one and many are counted', () => {
		assert.equal(countOf(1, 'entry'), '1 个条目');
		assert.equal(countOf(1042, 'entry'), '1\u202f042 个条目');
	});

	it('the page and its kinds have their words', () => {
		assert.equal(strings.grid.label(), '事件');
		assert.equal(strings.filter.countOf(7), ' / 7');
		assert.equal(kindWord('open'), '已打开');
		assert.equal(kindWord('comment'), 'comment');
	});

	it('a note that all is well is told from one that it is not', () => {
		const calm = [
			note.resumedAfter('42'),
			note.sentBefore(0),
			note.sentBefore(7),
			`${note.sentAgain(3, 1, 3)}; ${note.nothingMissing()}`,
			note.cannotTell(),
			'resumed after 42, nothing missing',
		];
		const alarming = [
			note.skipped(1n, '43', '43'),
			note.skipped(3n, '43', '45'),
			note.beginsAgain('42'),
			note.goesBack('42', '40'),
			note.outOfOrder('42'),
			note.late(0),
			note.late(7),
		];
		assert.deepEqual(
			calm.filter(each => !note.isCalm(each)),
			[],
		);
		assert.deepEqual(alarming.filter(note.isCalm), []);
	});
});
