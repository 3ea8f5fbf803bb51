import assert from 'node:assert/strict';
import { agoText } from '../../../src/workbench/views/agoText';

describe('How long ago', () => {
	const second = 1000;
	const hour = 3600 * second;
	const cases = [
		[0, 'now'],
		[59 * second, 'now'],
		[-5 * second, 'now'],
		[60 * second, '1 min. ago'],
		[hour - second, '59 min. ago'],
		[hour, '1 hr. ago'],
		[24 * hour, 'yesterday'],
		[50 * hour, '2 days ago'],
		[400 * 24 * hour, 'last yr.'],
	] as const;
	for (const [ms, text] of cases) {
		it(text, () => assert.equal(agoText(1e12 - ms, 1e12, 'en'), text));
	}

	it('in the language of VS Code', () => {
		assert.equal(agoText(0, 3 * hour, 'zh-cn'), '3小时前');
	});
});
