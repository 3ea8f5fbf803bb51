import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Row {
	readonly list: string;
	readonly given: string;
	readonly answer: string;
}

const text = readFileSync(join('test', 'CONFORMANCE.md'), 'utf8');
const lists = text
	.split(/^## /m)
	.slice(1)
	.map(section => {
		const list = section.slice(0, section.indexOf('\n'));
		const rows = section
			.split('\n')
			.filter(line => line.startsWith('| ') && !/^\| (Case|-+) +\|/.test(line))
			.map((line): Row => {
				const [given = '', answer = '', ...more] = line.slice(1, -1).split(' | ');
				assert.deepEqual(more, [], `more than two columns: ${line}`);
				return { list, given: given.trim(), answer: answer.trim() };
			});
		return { list, rows, promised: Number(/(\d+) rows/.exec(section)?.[1]) };
	});

/** File and full title, or what the full titles of a group begin with. */
function references({ answer }: Row): [file: string, title: string][] {
	return [...answer.matchAll(/`([^`]+\.test\.ts)` › `([^`]+)`/g)].map(
		([, file = '', title = '']) => [file, title],
	);
}

/** The full titles of the tests in these source files below `test`: loaded, not run. */
function titlesIn(files: readonly string[]): Map<string, string[]> {
	const compiled = (file: string) => resolve('out', 'test', file.replace(/ts$/, 'js'));
	const { UPDATE_GOLDEN: _, ...env } = process.env;
	const mocha = resolve('node_modules', 'mocha', 'bin', 'mocha.js');
	const output = execFileSync(
		process.execPath,
		[mocha, '--dry-run', '--reporter', 'json', ...files.map(compiled)],
		{ env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
	);
	const { tests } = JSON.parse(output.slice(output.indexOf('{'))) as {
		tests: { file: string; fullTitle: string }[];
	};
	return new Map(
		files.map(file => [
			file,
			tests.filter(each => each.file === compiled(file)).map(({ fullTitle }) => fullTitle),
		]),
	);
}

describe('CONFORMANCE.md', () => {
	it('has four lists, each as long as it says, without a case twice', () => {
		assert.equal(lists.length, 4);
		for (const { list, rows, promised } of lists) {
			assert.equal(rows.length, promised, list);
			assert.equal(new Set(rows.map(({ given }) => given)).size, rows.length, list);
		}
	});

	it('gives for each case a test, or the reason why there is none', () => {
		const silent = lists
			.flatMap(({ rows }) => rows)
			.filter(row => references(row).length === 0 && !/^n\/a: .{10}/.test(row.answer))
			.map(({ list, given }) => `${list}: ${given}`);
		assert.deepEqual(silent, []);
	});

	it('names only tests that there are', function () {
		this.timeout(120_000);
		const named = lists.flatMap(({ rows }) => rows).flatMap(references);
		const files = [...new Set(named.map(([file]) => file))];
		assert.deepEqual(
			files.filter(file => !existsSync(join('test', file))),
			[],
		);
		const known = titlesIn(files);
		const missing = named
			.filter(
				([file, title]) =>
					!known.get(file)?.some(each => each === title || each.startsWith(`${title} `)),
			)
			.map(([file, title]) => `${file}: ${title}`);
		assert.deepEqual(missing, []);
	});
});
