import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

describe('The API in the README', () => {
	it('is the one that the extension has, and its example is right', function () {
		this.timeout(60_000);
		const readme = readFileSync('README.md', 'utf8');
		const [, example] = /## For other extensions\n[^]*?```ts\n([^]*?)```/.exec(readme) ?? [];
		assert.ok(example);
		const folder = mkdtempSync(resolve('out', 'readme-'));
		try {
			const api = resolve('src/workbench/api').replaceAll('\\', '/');
			const file = join(folder, 'example.ts');
			const kept = `import type { InspectorApi as Real } from '${api}';
export const inspectorIsAsTold = (real: Real): InspectorApi => real;`;
			writeFileSync(file, `${example}\n${kept}\n`);
			const options =
				'--ignoreConfig --noEmit --strict --skipLibCheck --target es2023 --module esnext';
			const more = '--moduleResolution bundler --types vscode,node --verbatimModuleSyntax';
			const compiler = resolve('node_modules/typescript/bin/tsc');
			execFileSync(process.execPath, [compiler, ...`${options} ${more}`.split(' '), file], {
				encoding: 'utf8',
			});
		} catch (error) {
			assert.fail((error as { stdout?: string }).stdout ?? String(error));
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
