import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/domain/query/parser';
import type { Query } from '../../../src/domain/query/query';
import { EntryCursor } from '../../../src/store/filter/entryCursor';
import { filterTest } from '../../../src/store/filter/filterTest';
import { randomFilter, randomNumbers } from '../domain/query/randomFilter';
import { filterCases } from './filterCases';
import { filterDataCases } from './filterDataCases';
import { allSeqs, filterPages } from './filterEntries';

for (const [where, page] of Object.entries(filterPages()))
	describe(`A filter on texts ${where}`, () => {
		function find(query: Query, bookmarked?: readonly number[]): number[] {
			const cursor = new EntryCursor();
			const test = filterTest(query, bookmarked);
			cursor.open(page);
			return allSeqs.filter((_, i) => test(cursor.moveTo(i)));
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

		it('finds by its negation what it does not find', () => {
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
			const bookmarked = [3, 5, 29, 999];
			assert.deepEqual(find(parsed('is:bookmarked'), bookmarked), [3, 5, 29]);
			assert.deepEqual(find(parsed('is:bookmarked acme'), bookmarked), [3, 5]);
			assert.deepEqual(find(parsed('is:bookmarked type:trade'), bookmarked), [5]);
			assert.equal(find(parsed('-is:bookmarked'), bookmarked).length, allSeqs.length - 3);
			assert.deepEqual(find(parsed('is:bookmarked')), []);
		});

		it('never throws, whatever the filter', function () {
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

		it('may be as long as the parser lets it be', function () {
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
	});

function parsed(filter: string): Query {
	const result = parseQuery(filter);
	return result.ok ? result.query : assert.fail(`${filter}: ${result.problem.message}`);
}

function toSeqs(text: string): number[] {
	const listed = text.replace('!', '').split(' ').filter(Boolean).map(Number);
	return text.startsWith('!') ? allSeqs.filter(seq => !listed.includes(seq)) : listed;
}
