import assert from 'node:assert/strict';
import { compared, literalsOfProduct, type Literal } from '../../fixtures/literals';

/** Where what is said is meant for a program, or is not ours. */
const others = [
	// Said to a language model, which answers in the person's language.
	/^src\/workbench\/tools\//,
	// What the demo stream sends.
	/^src\/workbench\/demo\//,
	// Code and command lines that are made for a person.
	/^src\/domain\/code\//,
	// The English forms of notes that may stand in a capture.
	/^src\/domain\/resumeNote\.ts/,
];

/** Is given what a person reads: as a property, or to call it. */
const shown = new Set([
	...['title', 'label', 'detail', 'description', 'placeHolder', 'placeholder', 'prompt'],
	...['tooltip', 'hint', 'advice', 'explanation', 'aria-label', 'caption', 'dimText'],
	...['HumanError', 'CalledOff', 'JsonProblem', 'failAt', 'setLabel', 'textButton'],
	...['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'setStatusBarMessage'],
]);

/** Are given what is for developers, as bugs are logged, or for SQLite. */
const internal = new Set([
	...['Error', 'TypeError', 'super', 'warn', 'info', 'debug', 'trace'],
	...['prepare', 'exec', compared],
]);

describe('what a person reads', () => {
	it('goes through the translation', async function () {
		this.timeout(120_000);
		const { all } = await literalsOfProduct();
		const bypassing = all.filter(
			literal => !literal.isTranslated && !isOfOthers(literal) && isSaid(literal),
		);
		assert.deepEqual(
			bypassing.map(({ place, text }) => `${place} ${text}`),
			[],
		);
	});
});

function isOfOthers({ place }: Literal): boolean {
	return others.some(pattern => pattern.test(place));
}

/** A sentence wherever it stands; words where they are shown. */
function isSaid({ text, givenTo }: Literal): boolean {
	if (givenTo.some(name => internal.has(name))) return false;
	if (/^[A-Z{“][^\n;=]* [a-z]+ [^\n;=]*[.!?…]$/.test(text)) return true;
	return shown.has(givenTo[0] ?? '') && /[A-Za-z]{2,} [a-z]{2,}|^[A-Z][a-z]+$/.test(text);
}
