import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { HumanError } from '../../../src/base/errors';
import { CaptureFolder } from '../../../src/workbench/capture/captureFolder';

describe('The folder of captures', () => {
	let root: string;
	let folder: CaptureFolder;
	let told: HumanError[];

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'captures-'));
		told = [];
		folder = new CaptureFolder(join(root, 'captures'), error => told.push(error));
	});
	afterEach(() => rmSync(root, { recursive: true }));

	it('makes names that it finds again', async () => {
		const file = await folder.create(made => Promise.resolve(made));
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

	/** Makes a file anywhere but in the folder, as if that could not be written. */
	const make = (file: string) => {
		if (folder.contains(file)) return Promise.reject(new HumanError('The disk is full.'));
		writeFileSync(file, '');
		return Promise.resolve(file);
	};

	it('that cannot be written gives way to a temporary one, which is said once', async () => {
		const [one, other] = [await folder.create(make), await folder.create(make)];
		assert.ok(existsSync(one) && existsSync(other));
		assert.equal(dirname(one), dirname(other));
		assert.ok(!folder.contains(one));
		assert.equal(told.length, 1);
		assert.match(told[0]!.message, /The disk is full\. They are held in a temporary folder/);
		await folder.end();
		assert.ok(!existsSync(dirname(one)));
	});

	it('says it where there is no room anywhere', async () => {
		const nowhere = folder.create(() => Promise.reject(new HumanError('No.')));
		await assert.rejects(nowhere, HumanError);
	});
});
