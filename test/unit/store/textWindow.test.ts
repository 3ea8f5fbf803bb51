import assert from 'node:assert/strict';
import { TextWindow } from '../../../src/store/filter/textWindow';
import { mulberry32 } from '../../fixtures/chunks';

describe('Texts that lie side by side', () => {
	const random = mulberry32(5);
	const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
	const texts = Array.from({ length: 3000 }, () => {
		const word = random() < 0.02 ? pick(['é', '日本', '😀']) : pick(['a', '{"b":1}', ' ', '']);
		return word.repeat(pick([1, 2, 20, random() < 0.01 ? 20_000 : 3]));
	});
	let end = 0;
	const places = texts.map(text => {
		const from = end;
		end += Buffer.byteLength(text);
		return { text, from, to: end };
	});
	const bytes = Buffer.from(texts.join(''));

	for (const [how, order] of [
		['one after the other', places],
		['one of many', places.filter((_, n) => n % 97 === 0)],
		['backwards', [...places].reverse()],
		['in pairs, the second first', places.map((_, n) => places[n ^ 1]!)],
		['in any order', [...places].sort(() => random() - 0.5)],
	] as const) {
		it(`are what they are, ${how}`, () => {
			const window = new TextWindow(bytes);
			for (const { text, from, to } of order) {
				const start = Math.max(0, from - Math.floor(random() * 40));
				assert.equal(window.text(from, to, start), text);
			}
		});
	}
});
