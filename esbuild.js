// Bundles what ships into dist/, and what tests into out/.
//   node esbuild.js                the product and its tests, with source maps
//   node esbuild.js --production   the product alone, minified
//   node esbuild.js --watch        the first, again on every change
'use strict';
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Prints in the form that the problem matchers in .vscode/tasks.json know. */
const problemMatcher = {
	name: 'problem-matcher',
	setup(build) {
		build.onStart(() => {
			if (watch) console.log('[watch] build started');
		});
		build.onEnd(result => {
			for (const { text, location } of result.errors) {
				console.error(`✘ [ERROR] ${text}`);
				if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
			}
			if (watch) console.log('[watch] build finished');
		});
	},
};

const common = {
	bundle: true,
	minify: production,
	sourcemap: production ? false : 'linked',
	legalComments: 'none',
	logLevel: 'silent',
	plugins: [problemMatcher],
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node22' };

const product = [
	{
		...node,
		entryPoints: {
			extension: 'src/extension.ts',
			captureWorker: 'src/store/captureWorker.ts',
			filterWorker: 'src/store/filterWorker.ts',
		},
		outdir: 'dist',
		external: ['vscode'],
	},
	{
		...common,
		platform: 'browser',
		format: 'iife',
		target: 'chrome130',
		entryPoints: { webview: 'media/main.ts' },
		outdir: 'dist/webview',
		loader: { '.ttf': 'file' },
		assetNames: '[name]',
	},
];

/** All test files below `folder`: found, never listed, so that none can be forgotten. */
const find = (folder, ending) =>
	(existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
		.filter(file => file.endsWith(ending))
		.map(file => join(folder, file));

const tests = [
	{
		...node,
		entryPoints: [
			...find('test/unit', '.test.ts'),
			...find('test/host', '.ts'),
			...find('test/e2e', '.ts'),
			...find('test/bench', '.ts'),
			...find('test/fixtures', '.ts'),
		],
		outbase: 'test',
		outdir: 'out/test',
		external: ['vscode', 'mocha', 'playwright-core', '@sparticuz/chromium'],
	},
];

async function main() {
	const builds = production ? product : [...product, ...tests];
	if (watch) {
		const contexts = await Promise.all(builds.map(build => esbuild.context(build)));
		await Promise.all(contexts.map(context => context.watch()));
		return;
	}
	await Promise.all(builds.map(build => esbuild.build(build)));
}

main().catch(() => process.exit(1));
