import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CaptureFolder } from '../../../src/workbench/capture/captureFolder';

describe('The folder of captures', () => {
	let root: string;
	let folder: CaptureFolder;

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'captures-'));
		folder = new CaptureFolder(join(root, 'captures'));
	});
	afterEach(() => rmSync(root, { recursive: true }));

	it('makes names that it finds again', () => {
		const file = folder.newFile();
		assert.equal(folder.fileNamed(basename(file)), file);
		assert.ok(folder.contains(file));
	});

	for (const name of [
		'../secret.sqlite',
		'/etc/passwd',
		'x.sqlite',
		'',
		'0123456789abcdef.sqlite/..',
	]) {
		it(`does not take ${JSON.stringify(name)} for one of its names`, () => {
			assert.equal(folder.fileNamed(name), undefined);
		});
	}

	it('deletes what is older than a week, and nothing else', async () => {
		const [old, recent] = [folder.newFile(), folder.newFile()];
		mkdirSync(dirname(old));
		for (const file of [old, recent]) writeFileSync(file, '');
		const now = Date.now();
		const eightDaysAgo = now / 1000 - 8 * 24 * 60 * 60;
		utimesSync(old, eightDaysAgo, eightDaysAgo);
		await folder.sweep(now);
		assert.deepEqual([existsSync(old), existsSync(recent)], [false, true]);
	});

	it('has nothing to delete before the first capture', () => folder.sweep(Date.now()));
});
