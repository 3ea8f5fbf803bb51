// @ts-check
// Runs the end-to-end tests, each file in a mocha of its own: all of them, or those whose path has one of the words.
//   node test/vscode/e2eTests.mjs [word …]
// A file that fails is run once more from its start, with a VS Code and servers of its own: on a busy machine another program
// can come in between. What fails twice fails; what passes at the second try is named, has a race in it, and is to be mended.
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { mochaTally } from './mochaTally.mjs';
import { run } from './processes.mjs';
import { inProject } from './project.mjs';

const folder = inProject('out', 'test', 'e2e');
const mocha = [
	inProject('node_modules', 'mocha', 'bin', 'mocha.js'),
	...['--forbid-only', '--forbid-pending', '--exit', '--timeout', '240000'],
];
/** How many files run side by side, of those that can: who looks at a page waits more than they work. */
const LANES = 2;

/** @typedef {{ passed: number; failed: number; secondTry: string[] }} Sum */

/**
 * @param {readonly string[]} words
 * @returns {Promise<Sum>}
 */
async function runAll(words) {
	/** @type {Sum} */
	const sum = { passed: 0, failed: 0, secondTry: [] };
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.e2e.js'))
		.filter(file => words.length === 0 || words.some(word => file.includes(word)))
		.sort();
	/** @param {string} room */
	const filesIn = room => files.filter(file => file.startsWith(room + sep));
	const [alone, pages] = [filesIn('alone'), filesIn('webview')];
	const workbenches = files.filter(file => !alone.includes(file) && !pages.includes(file));
	// Those with a workbench take longest, and come first, so that the lanes end together.
	const queue = [...workbenches, ...pages];
	for (const file of alone) await runFile(file, sum);
	const lane = async () => {
		for (let file = queue.shift(); file !== undefined; file = queue.shift())
			await runFile(file, sum);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return sum;
}

/**
 * @param {string} file
 * @param {Sum} sum
 */
async function runFile(file, sum) {
	let tally = await tryFile(file);
	if (tally.failed > 0) {
		console.log(`FAILED AT THE FIRST TRY: ${file}`);
		tally = await tryFile(file);
		if (tally.failed === 0) sum.secondTry.push(file);
	}
	sum.passed += tally.passed;
	sum.failed += tally.failed;
}

/** @param {string} file */
async function tryFile(file) {
	const startedMs = Date.now();
	// What two of them print would be mixed.
	const ended = await run(process.execPath, [...mocha, join(folder, file)], { quiet: true });
	const seconds = Math.round((Date.now() - startedMs) / 1000);
	console.log(`${file}, ${seconds} s\n${ended.output.trim()}\n`);
	return mochaTally(ended);
}

const { passed, failed, secondTry } = await runAll(process.argv.slice(2));
for (const file of secondTry) console.log(`PASSED AT THE SECOND TRY: ${file}`);
// As mocha sums up, and how many failed even if none: what a first try says of that stands above.
console.log(`\n  ${passed} passing\n  ${failed} failing`);
process.exitCode = failed > 0 ? 1 : 0;
