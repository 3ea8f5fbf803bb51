// @ts-check
import { stripVTControlCharacters } from 'node:util';

/**
 * What mocha's summary says. A run that breaks off, or finds no tests, has failed, whatever it managed to print.
 *
 * @param {{ code: number; output: string }} ended
 * @returns {{ passed: number; failed: number }}
 */
export function mochaTally({ code, output }) {
	const text = stripVTControlCharacters(output);
	const passed = count(text, 'passing');
	const failed = count(text, 'failing');
	return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/**
 * The number in the last line that ends so.
 *
 * @param {string} text
 * @param {'passing' | 'failing'} word
 */
function count(text, word) {
	const lines = [...text.matchAll(new RegExp(`^\\s+(\\d+) ${word}\\b`, 'gm'))];
	return Number(lines.at(-1)?.[1] ?? 0);
}
