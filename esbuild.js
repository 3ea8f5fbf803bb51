// Bundles what ships into dist/, and what tests into out/.
//   node esbuild.js                the product and its tests, with source maps
//   node esbuild.js --production   the product alone, minified
//   node esbuild.js --watch        the first, again on every change
'use strict';
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
const esbuild = require('esbuild');
const subsetFont = require('subset-font');

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

/**
 * Only modules can be split, and VS Code's proxy settings do not reach a module: what it puts in the place of
 * `http.request` is seen through `require` alone.
 */
const asCommonJs = {
	name: 'as-common-js',
	setup(build) {
		build.onEnd(async ({ outputFiles = [] }) => {
			for (const { path, text } of outputFiles) {
				const { code, map } = await esbuild.transform(text, {
					format: 'cjs',
					platform: 'node',
					target: 'node22',
					supported: { 'dynamic-import': false },
					minify: production,
					sourcemap: production ? false : 'external',
					sourcefile: basename(path),
				});
				mkdirSync(dirname(path), { recursive: true });
				writeFileSync(
					path,
					production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`,
				);
				if (map) writeFileSync(`${path}.map`, map);
			}
		});
	},
};

/** Of the icon font only those icons that the page names, in quotes or in a selector: all of it is a sixth of what is downloaded. */
const usedIcons = {
	name: 'used-icons',
	setup(build) {
		build.onLoad({ filter: /codicon\.ttf$/ }, async ({ path }) => {
			const page = [...find('media', '.ts'), ...find('media', '.css')]
				.map(file => readFileSync(file, 'utf8'))
				.join('\n');
			const named = new Set(
				[...page.matchAll(/['"]([a-z0-9-]+)['"]|\.codicon-([a-z0-9-]+)/g)].map(
					([, quoted, selected]) => quoted ?? selected,
				),
			);
			const style = readFileSync(path.replace(/ttf$/, 'css'), 'utf8');
			const icons = [
				...style.matchAll(/\.codicon-([a-z0-9-]+):before \{ content: "\\([0-9a-f]+)" \}/g),
			].filter(([, name]) => named.has(name));
			const text = icons.map(([, , code]) => String.fromCodePoint(parseInt(code, 16))).join('');
			const contents = await subsetFont(readFileSync(path), text, { targetFormat: 'truetype' });
			return { contents, loader: 'file' };
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
const node = {
	...common,
	platform: 'node',
	format: 'cjs',
	target: 'node22',
	// The one that it offers to Node asks for its own files as it runs.
	alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};

const product = [
	{
		...node,
		// What a person asks for now and then is a file of its own; what both need is there once, in a third.
		format: 'esm',
		splitting: true,
		sourcemap: production ? false : 'inline',
		entryPoints: { extension: 'src/extension.ts' },
		outdir: 'dist',
		chunkNames: '[name]',
		external: ['vscode'],
		write: false,
		plugins: [...common.plugins, asCommonJs],
	},
	{
		...node,
		entryPoints: {
			captureWorker: 'src/store/captureWorker.ts',
			filterWorker: 'src/store/filterWorker.ts',
			exchangeWorker: 'src/store/exchangeWorker.ts',
		},
		outdir: 'dist',
	},
	{
		...common,
		platform: 'browser',
		format: 'esm',
		splitting: true,
		chunkNames: '[name]',
		target: 'chrome130',
		entryPoints: { webview: 'media/main.ts' },
		outdir: 'dist/webview',
		assetNames: '[name]',
		plugins: [...common.plugins, usedIcons],
	},
];

/** All test files below `folder`: found, never listed, so that none can be forgotten. */
const find = (folder, ending) =>
	(existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
		.filter(file => file.endsWith(ending))
		.map(file => join(folder, file));

/** The other end of the page, which runs beside it in the browser. */
const inBrowser = join('test', 'e2e', 'webview', 'fakeHost.ts');

const tests = [
	{
		...common,
		platform: 'browser',
		format: 'cjs',
		target: 'chrome130',
		entryPoints: [inBrowser],
		outbase: 'test',
		outdir: 'out/test',
	},
	{
		...node,
		entryPoints: [
			...find('test/unit', '.test.ts'),
			...find('test/host', '.ts'),
			...find('test/e2e', '.ts').filter(file => file !== inBrowser),
			...find('test/bench', '.ts'),
			...find('test/fixtures', '.ts'),
		],
		outbase: 'test',
		outdir: 'out/test',
		external: [
			'vscode',
			'mocha',
			'playwright-core',
			'@sparticuz/chromium',
			'esbuild',
			'prettier/plugins/babel',
		],
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
