import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * Called by VS Code in the extension host: runs every suite beside this file, or those whose names have one of the
 * words in $HOST_TESTS. What it prints through the console
 * reaches the terminal.
 *
 * @throws {Error} When a test failed, or there was none.
 */
export async function run(): Promise<void> {
	const mocha = new Mocha({
		color: false,
		forbidOnly: true,
		forbidPending: true,
		timeout: 240_000,
	});
	const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
	const words = (process.env.HOST_TESTS ?? '').split(' ');
	const isAskedFor = (name: string) => words.some(word => name.includes(word));
	for (const file of files.filter(name => name.endsWith('.test.js')).sort()) {
		if (isAskedFor(file)) mocha.addFile(join(__dirname, file));
	}
	await mocha.loadFilesAsync();
	const { stats } = await new Promise<Mocha.Runner>(resolve => {
		const runner = mocha.run(() => resolve(runner));
	});
	const { passes = 0, failures = 0 } = stats ?? {};
	if (failures > 0) throw new Error(`${failures} of ${passes + failures} tests failed.`);
	if (passes === 0) throw new Error(`No tests were found in ${__dirname}.`);
}
