import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/domain/query/parser';
import { ByteSearch } from '../../../src/store/filter/byteSearch';
import { EntryCursor } from '../../../src/store/filter/entryCursor';
import { filterTest } from '../../../src/store/filter/filterTest';
import { isJson } from '../../../src/store/filter/jsonCheck';
import { JsonLocator } from '../../../src/store/filter/jsonLocator';
import { exactNumber, shortNumber } from '../../../src/store/filter/numberText';
import { entryAt } from '../../../src/store/page/pageEntry';
import { mulberry32 } from '../../fixtures/chunks';
import { pageInHeap, pageOnWire } from '../../fixtures/pages';
import { randomEntries } from '../../fixtures/randomEntries';
import { slowFilter } from './slowFilter';

const terms = [
	[
		'acme',
		'ACME',
		'x',
		'12',
		'日本',
		'😀',
		'"a b"',
		'\\',
		'"\\""',
		'{"a":1}',
		'[DONE]',
		'42',
		'tick',
	],
	[
		'/acme/',
		'/acme/i',
		'/a.*e/s',
		'/^$/',
		'/"price": 1\\d/',
		'/x+|globex/i',
		'/\\bTICK\\b/i',
		'/1.*2/s',
	],
	[
		'type:tick',
		'type:/^t/',
		'type:*',
		'type:""',
		'id:42',
		'id:*',
		'id:""',
		'id:/^a/',
		'data:x',
		'data:*',
	],
	[
		'kind:comment',
		'kind:connection',
		'size:>1000',
		'gap:>200',
		'retry:*',
		'attempt:2',
		'retry:<50',
	],
	[
		'data.price:>101',
		'data.a:*',
		'data.a:>4',
		'data.a:<2',
		'data.a:=1',
		'data.n:*',
		'data:>5',
		'data.n[1]:>1',
		'data.n[-1]:<5',
		'data.n[*]:>1',
		'data.n[*][*]:*',
		'data[*].a:1..2',
		'data:/acme/',
	],
].flat();

function randomFilter(random: () => number, depth = 2): string {
	const pick = () => terms[Math.floor(random() * terms.length)]!;
	if (depth === 0 || random() < 0.3) return random() < 0.2 ? `-${pick()}` : pick();
	const [a, b] = [randomFilter(random, depth - 1), randomFilter(random, depth - 1)];
	return random() < 0.5 ? `(${a} ${b})` : `(${a} OR ${b})`;
}

describe('A filter', () => {
	it('finds what a slow and obvious evaluation finds', () => {
		const random = mulberry32(11);
		const pages = [1, 2, 3].flatMap(seed => {
			const entries = randomEntries(seed, 300);
			return [pageInHeap(entries), pageOnWire(entries)];
		});
		const cursor = new EntryCursor();
		let [known, found] = [0, 0];
		for (let n = 0; n < 240; n++) {
			const filter = randomFilter(random);
			const parsed = parseQuery(filter);
			assert.ok(parsed.ok, filter);
			const test = filterTest(parsed.query);
			const page = pages[n % pages.length]!;
			cursor.open(page);
			for (let i = 0; i < page.count; i++) {
				const entry = entryAt(page, i);
				const expected = slowFilter(parsed.query, entry);
				if (expected === undefined) continue;
				known++;
				if (expected) found++;
				const actual = test(cursor.moveTo(i));
				if (actual !== expected)
					assert.equal(actual, expected, `${filter}: ${JSON.stringify(entry)}`);
			}
		}
		assert.ok(known > 40_000 && found > 4000, `${found} of ${known}`);
	});
});

describe('Text among bytes', () => {
	it('is found where it is, asked about places in order or not', () => {
		const random = mulberry32(3);
		const letters = ['a', 'A', 'b', 'z', '1', '"', 'é', '日'];
		const pick = (length: number) =>
			Array.from({ length }, () => letters[Math.floor(random() * letters.length)]!);
		for (let n = 0; n < 2000; n++) {
			const pieces = Array.from({ length: 20 }, () => pick(Math.floor(random() * 6)).join(''));
			const wanted = pick(1 + Math.floor(random() * 3)).join('');
			const bytes = Buffer.from(pieces.join(''));
			const search = new ByteSearch(wanted);
			let at = 0;
			const ranges = pieces.map(piece => ({
				piece,
				from: at,
				to: (at += Buffer.byteLength(piece)),
			}));
			if (n % 3 === 0) ranges.sort(() => random() - 0.5);
			for (const { piece, from, to } of ranges) {
				const expected = piece.toLowerCase().includes(wanted.toLowerCase());
				assert.equal(search.isIn(bytes, from, to), expected, `${wanted} in ${piece}`);
			}
		}
	});
});

const pieces = [
	'{',
	'}',
	'[',
	']',
	':',
	',',
	'"a"',
	'"b"',
	'"\\u0061"',
	'"x\\"y"',
	'""',
	' ',
	'\n',
	'1',
	'-2',
];
pieces.push(
	'0.5',
	'1e3',
	'01',
	'1.',
	'-',
	'true',
	'false',
	'null',
	'nul',
	'"\\x"',
	'"\\u00g0"',
	'"\t"',
	'"é"',
	'x',
);

describe('JSON as bytes', () => {
	it('is JSON where JSON.parse says so', () => {
		const random = mulberry32(9);
		let valid = 0;
		const texts = [
			'',
			' ',
			'[1,2',
			'{"a":}',
			'[1,]',
			'{"a":1,}',
			'"',
			'"\\',
			'[[[]]]',
			'{"a":{"b":[1]}}',
			'1 2',
		];
		for (let n = 0; n < 20_000; n++) {
			const length = 1 + Math.floor(random() * 7);
			const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(
				'',
			);
			texts.push(text, `{"a":${text}}`, `[${text},1]`);
		}
		for (const text of texts) {
			const bytes = Buffer.from(`x${text}"`);
			const expected = parses(text);
			if (expected) valid++;
			assert.equal(isJson(bytes, 1, bytes.length - 1), expected, text);
		}
		assert.ok(valid > 1500, `${valid} were valid`);
		assert.equal(isJson(Buffer.from('['.repeat(5000) + ']'.repeat(5000)), 0, 10_000), false);
	});

	it('has values where they are', () => {
		const text =
			' { "a b" : [ 1, "x]", {"c\\u0064": [null, {"é": "\\""}]} ], "z": {}, "z": 2, "\\\\": 3 } ';
		const cases: [(string | number)[], string | undefined][] = [
			[[], text.trim()],
			[['a b', 0], '1'],
			[['a b', 1], '"x]"'],
			[['a b', -1, 'cd', 0], 'null'],
			[['a b', 2, 'cd', 1, 'é'], '"\\""'],
			[['a b', -3], '1'],
			[['a b', -4], undefined],
			[['a b', 3], undefined],
			[['z'], '2'],
			[['z', 'y'], undefined],
			[['z', 0], undefined],
			[['\\'], '3'],
			[['\\\\'], undefined],
			[['a'], undefined],
		];
		const bytes = Buffer.from(`...${text}...`);
		for (const [path, expected] of cases) {
			const locator = new JsonLocator(path, () => true);
			const isThere = locator.find(bytes, 3, bytes.length - 3);
			const found = isThere ? bytes.toString('utf8', locator.start, locator.end) : undefined;
			assert.equal(found, expected, path.join('.'));
		}
	});

	it('is never read beyond its end, whatever it is', () => {
		const random = mulberry32(4);
		for (let n = 0; n < 20_000; n++) {
			const length = 1 + Math.floor(random() * 7);
			const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(
				'',
			);
			const bytes = Buffer.from(`${text}"a":[1]}`);
			const locator = new JsonLocator([['a'], [0], [null]][n % 3]!, () => random() < 0.5);
			if (locator.find(bytes, 0, text.length)) assert.ok(locator.end <= bytes.length);
		}
	});

	it('has numbers as they are', () => {
		for (const text of [
			'0',
			'-0',
			'12',
			'-3.5',
			'0.1',
			'123456789012345',
			'9007199254740993',
			'1.0',
		]) {
			const bytes = Buffer.from(text);
			const short = shortNumber(bytes, 0, bytes.length);
			if (short !== undefined) assert.equal(short, Number(text), text);
			assert.equal(
				exactNumber(text),
				text === '9007199254740993' ? 9007199254740993n : Number(text),
			);
		}
		assert.equal(shortNumber(Buffer.from('1e3'), 0, 3), undefined);
	});
});

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
