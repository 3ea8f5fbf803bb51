import assert from 'node:assert/strict';
import type { DatabaseSync } from 'node:sqlite';
import { parseQuery } from '../../../src/domain/query/parser';
import type { Query } from '../../../src/domain/query/query';
import { toSql, type FilterFacts } from '../../../src/store/filter/filterSql';
import { randomFilter, randomNumbers } from '../domain/query/randomFilter';
import { filterCases } from './filterCases';
import { filterDataCases } from './filterDataCases';
import { allSeqs, openEntries } from './filterEntries';

describe('A filter as SQL', () => {
	let database: DatabaseSync;
	before(() => (database = openEntries()));
	after(() => database.close());

	function find(query: Query, facts?: FilterFacts): number[] {
		const { where, params } = toSql(query, facts);
		const statement = database.prepare(`SELECT seq FROM entry WHERE ${where} ORDER BY seq`);
		return statement.all(...params).map(({ seq }) => Number(seq));
	}

	for (const [about, cases] of Object.entries({ ...filterCases, ...filterDataCases })) {
		describe(`for ${about}`, () => {
			for (const [filter, seqs] of cases) {
				it(filter, () => {
					assert.deepEqual(find(parsed(filter)), toSeqs(seqs));
				});
			}
		});
	}

	it('is never NULL: what it does not find, its negation does', () => {
		for (const [filter] of Object.values({ ...filterCases, ...filterDataCases }).flat()) {
			const query = parsed(filter);
			const found = find(query);
			const others = find({ type: 'not', term: query, from: 0, to: 0 });
			assert.deepEqual(
				[...found, ...others].sort((a, b) => a - b),
				allSeqs,
				filter,
			);
		}
	});

	it('finds the entries whose bookmarks it is told of', () => {
		const facts = { bookmarked: [3, 5, 29, 999] };
		assert.deepEqual(find(parsed('is:bookmarked'), facts), [3, 5, 29]);
		assert.deepEqual(find(parsed('is:bookmarked acme'), facts), [3, 5]);
		assert.deepEqual(find(parsed('is:bookmarked type:trade'), facts), [5]);
		assert.equal(find(parsed('-is:bookmarked'), facts).length, allSeqs.length - 3);
		assert.deepEqual(find(parsed('is:bookmarked')), []);
	});

	it('may take for granted that there is no NUL', () => {
		const hasNul = new Set([14, 29]);
		for (const [filter] of Object.values({ ...filterCases, ...filterDataCases }).flat()) {
			const query = parsed(filter);
			const clean = (seqs: number[]) => seqs.filter(seq => !hasNul.has(seq));
			assert.deepEqual(clean(find(query, { mayHaveNul: false })), clean(find(query)), filter);
		}
	});

	it('is one that SQLite takes, whatever the filter', function () {
		this.timeout(120_000);
		const random = randomNumbers(20_261_122);
		let valid = 0;
		for (let i = 0; i < 3000; i++) {
			const text = randomFilter(random);
			const result = parseQuery(text);
			if (!result.ok) continue;
			valid++;
			assert.doesNotThrow(() => find(result.query), text);
		}
		assert.ok(valid > 300, `${valid} of 3000 were valid`);
	});

	it('stays below the limits of SQLite', function () {
		this.timeout(120_000);
		const many = [
			'a '.repeat(1000),
			'a OR '.repeat(999) + 'b',
			'data.a:é '.repeat(1000),
			'data.a:/b/ '.repeat(900),
			`type:${'a*,'.repeat(3300)}b`,
			`${'-('.repeat(25)}a${')'.repeat(25)}`,
			`${'(a OR '.repeat(50)}b${' c)'.repeat(50)}`,
			`"${'x'.repeat(9900)}"`,
			`"${'%'.repeat(9900)}"`,
			`data.${'a.'.repeat(2000)}b:*`,
		];
		for (const text of many) {
			assert.doesNotThrow(() => find(parsed(text)), text.slice(0, 40));
		}
	});

	it('has nothing of the filter in its text', () => {
		const evil = `x'); DROP TABLE entry; --`;
		for (const text of [
			`"${evil}"`,
			`type:"${evil}"`,
			`id:"${evil}*"`,
			`data:="${evil}"`,
			`data["${evil}"]:="${evil}"`,
			String.raw`data["a\"].b[0]"]:*`,
			"/x'.; DROP TABLE entry/",
		]) {
			const { where } = toSql(parsed(text));
			assert.doesNotMatch(where, /DROP|x'|\.b\[0\]/, text);
			assert.deepEqual(find(parsed(text)), [], text);
		}
	});
});

function parsed(filter: string): Query {
	const result = parseQuery(filter);
	return result.ok ? result.query : assert.fail(`${filter}: ${result.problem.message}`);
}

function toSeqs(text: string): number[] {
	const listed = text.replace('!', '').split(' ').filter(Boolean).map(Number);
	return text.startsWith('!') ? allSeqs.filter(seq => !listed.includes(seq)) : listed;
}
