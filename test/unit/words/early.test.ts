import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';

describe('the words that a person reads', () => {
	for (const entry of [
		'src/extension.ts',
		'src/workbench/onDemand.ts',
		'src/store/captureWorker.ts',
		'src/store/filterWorker.ts',
		'src/store/exchangeWorker.ts',
		'media/view/app.ts',
		'media/view/onDemand.ts',
	]) {
		it(`are not put together before their language is known, in ${entry}`, async function () {
			this.timeout(60_000);
			const early = await wordsAtLoad(entry);
			assert.deepEqual(early, []);
		});
	}
});

/** What is put into words while the modules of a program are read. */
async function wordsAtLoad(entry: string): Promise<string[]> {
	const { outputFiles } = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		external: ['vscode', '@vscode/l10n'],
		mainFields: ['module', 'main'],
	});
	const original = createRequire(join(process.cwd(), 'package.json'));
	const early: string[] = [];
	const l10n = {
		t: (first: string | readonly string[]) => {
			early.push(String(first));
			return '';
		},
		config: () => {},
	};
	const { text } = outputFiles[0]!;
	// The bundler takes the properties that the module itself has, so all that are named have to be there.
	const names = [...text.matchAll(/\bvscode\d*\.(\w+)/g)].map(([, name]) => [name!, anything()]);
	const given: Readonly<Record<string, unknown>> = {
		// VS Code itself knows the language from the start.
		vscode: { ...(Object.fromEntries(names) as object), l10n: { t: String } },
		'@vscode/l10n': l10n,
		'node:worker_threads': {
			...(original('node:worker_threads') as object),
			parentPort: { on: () => {}, postMessage: () => {} },
		},
	};
	const load = (name: string): unknown => given[name] ?? original(name);
	const run = runInThisContext(`(function (require, module) {${text}\n})`) as (
		require: (name: string) => unknown,
		module: { exports: object },
	) => void;
	run(load, { exports: {} });
	return early;
}

/** Stands for all of an API: whatever is asked of it is there, can be called, made and extended. */
function anything(): unknown {
	return new Proxy(function () {}, {
		construct: () => ({}),
		get: (target, name) => (name === 'prototype' ? target.prototype : anything()),
		apply: () => anything(),
	});
}
