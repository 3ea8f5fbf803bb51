// @ts-check
// npm test: every suite, or those that are named, on a machine that has nothing but Node and npm.
//   node test/vscode/test.mjs [types] [lint] [format] [unit] [host] [e2e] [desktop]
import { rmSync } from 'node:fs';
import { mochaTally } from './mochaTally.mjs';
import { modernNode, node24 } from './nodeRuntime.mjs';
import { run, withNodeFirst } from './processes.mjs';
import { inProject } from './project.mjs';
import { vscodeServer } from './serverInstall.mjs';
import { build, installDependencies } from './setUp.mjs';

/** @param {string} script */
const tool = script => ['node_modules', ...script.split('/')].join('/');
/** A test that failed may have left a thread behind, which would be waited for for ever. */
const mocha = [tool('mocha/bin/mocha.js'), '--forbid-only', '--forbid-pending', '--exit'];

/**
 * Arguments for Node. What a suite of mocha prints says how many tests passed; a check is one test itself.
 *
 * @type {Record<string, { args: readonly string[]; isCheck?: boolean; needsVSCode?: boolean }>}
 */
const SUITES = {
	types: { args: [tool('typescript/bin/tsc'), '-b'], isCheck: true },
	lint: { args: [tool('oxlint/bin/oxlint'), '--deny-warnings'], isCheck: true },
	format: { args: [tool('prettier/bin/prettier.cjs'), '--check', '.'], isCheck: true },
	unit: { args: [...mocha, '--timeout', '60000', 'out/test/unit/**/*.test.js'] },
	host: { args: ['test/vscode/hostTests.mjs'], needsVSCode: true },
	e2e: { args: ['test/vscode/e2eTests.mjs'], needsVSCode: true },
	desktop: { args: ['test/vscode/hostTests.mjs', '--desktop'] },
};
const EVERYTHING = ['types', 'lint', 'format', 'unit', 'host', 'e2e'];

/**
 * @param {readonly string[]} names
 * @returns {Promise<{ passed: number; failed: number }>}
 */
async function test(names) {
	await installDependencies();
	if (names.some(name => SUITES[name]?.needsVSCode)) {
		await node24();
		await vscodeServer();
	}
	const node = await modernNode();
	// What is left of a test whose source is gone would run for ever.
	rmSync(inProject('out', 'test'), { recursive: true, force: true });
	await build();

	const results = [];
	for (const name of names) results.push({ name, ...(await runSuite(name, node)) });

	console.log();
	for (const { name, passed, failed } of results) {
		console.log(`${name.padEnd(8)} ${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}`);
	}
	return {
		passed: results.reduce((sum, { passed }) => sum + passed, 0),
		failed: results.reduce((sum, { failed }) => sum + failed, 0),
	};
}

/**
 * @param {string} name
 * @param {string} node Path of the Node to run it with.
 */
async function runSuite(name, node) {
	const suite = SUITES[name];
	if (!suite)
		throw new Error(`There is no suite "${name}". There are ${Object.keys(SUITES).join(', ')}.`);
	console.log(`\n── ${name} ${'─'.repeat(60)}`);
	const { code, output } = await run(node, suite.args, { env: withNodeFirst(node) });
	if (suite.isCheck) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	return mochaTally({ code, output });
}

const names = process.argv.slice(2);
try {
	const { passed, failed } = await test(names.length > 0 ? names : EVERYTHING);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
}
