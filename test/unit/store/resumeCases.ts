/** What a connection was asked to go on after, and the IDs of its events; `-` is an event without. */
export type Connection = readonly [asked: string, ids: string];

/** IDs that count up. */
export const count = (from: number, to: number, prefix = '') =>
	Array.from({ length: to - from + 1 }, (_, n) => `${prefix}${from + n}`).join(' ');

const uuids = ['a81bc81b-dead-4e5d-abff-90865d1e13b1', 'b6ce6bb8-46f9-43f0-9b66-4e5d4f3b1c02'];

/** What servers send, connection after connection, and what is said of it. */
export const resumeCases: Record<string, [connections: Connection[], said: string[]]> = {
	'goes on with the next ID': [
		[
			['', '1 2 3'],
			['3', '4 5'],
		],
		['#4: resumed after 3, nothing missing'],
	],
	'goes on after a single ID': [
		[
			['', '1'],
			['1', '2'],
		],
		['#2: resumed after 1, nothing missing'],
	],
	'goes on each time': [
		[
			['', '1 2'],
			['2', '3'],
			['3', '4'],
		],
		['#3: resumed after 2, nothing missing', '#4: resumed after 3, nothing missing'],
	],
	'sends the last one again': [
		[
			['', '1 2 3'],
			['3', '3 4'],
		],
		['#4: sent before, as #3', '#5: 1 event sent again before it, #3; nothing missing'],
	],
	'repeats a few': [
		[
			['', '1 2 3 4 5'],
			['5', '3 4 5 6 7'],
		],
		[
			'#6: sent before, as #3',
			'#7: sent before, as #4',
			'#8: sent before, as #5',
			'#9: 3 events sent again before it, #3 – #5; nothing missing',
		],
	],
	'repeats a few, then leaves some out': [
		[
			['', '1 2 3'],
			['3', '2 3 6'],
		],
		[
			'#4: sent before, as #2',
			'#5: sent before, as #3',
			'#6: 2 IDs skipped: 4 – 5; 2 events sent again before it, #2 – #3',
		],
	],
	'leaves some out': [
		[
			['', '1040 1041'],
			['1041', '1045 1046'],
		],
		['#3: 3 IDs skipped: 1042 – 1044'],
	],
	'leaves one out': [
		[
			['', '8 9'],
			['9', '11'],
		],
		['#3: 1 ID skipped: 10'],
	],
	'begins from the start': [
		[
			['', '1 2 3'],
			['3', '1 2'],
		],
		[
			'#4: not resumed after 3: begins from the start again; sent before, as #1',
			'#5: sent before, as #2',
		],
	],
	'begins from the start, which is long forgotten': [
		[
			['', count(1, 5000)],
			['5000', '1 2'],
		],
		['#5001: not resumed after 5000: begins from the start again'],
	],
	'goes back to one that was never sent': [
		[
			['', '10 11 12'],
			['12', '7 8'],
		],
		['#4: not resumed after 12: goes back to 7'],
	],
	'leaves some out and brings them later': [
		[
			['', '1 2'],
			['2', '5 3 4 6'],
		],
		[
			'#3: 2 IDs skipped: 3 – 4',
			'#4: out of order: was missing at #3',
			'#5: out of order: was missing at #3',
		],
	],
	'goes on in disorder': [
		[
			['', '1 2'],
			['2', '3 5 4'],
		],
		['#3: resumed after 2, nothing missing', '#5: out of order: comes after 5'],
	],
	'is asked to go back': [
		[
			['', '1 2 3 4'],
			['2', '3 4 5'],
		],
		[
			'#5: resumed after 2, nothing missing; sent before, as #3',
			'#6: sent before, as #4',
			'#7: 2 events sent again before it, #3 – #4; nothing missing',
		],
	],
	'is asked to go back, and does not': [
		[
			['', '1 2 3 4'],
			['2', '5'],
		],
		['#5: 2 IDs skipped: 3 – 4'],
	],
	'counts beyond 2^53': [
		[
			['', count(1, 9, '900719925474099')],
			['9007199254740999', '9007199254741000'],
			['9007199254741000', '9007199254741002'],
		],
		['#10: resumed after 9007199254740999, nothing missing', '#11: 1 ID skipped: 9007199254741001'],
	],
	'counts with leading zeros': [
		[
			['', '008 009'],
			['009', '012'],
		],
		['#3: 2 IDs skipped: 010 – 011'],
	],
	'counts after a prefix': [
		[
			['', 'evt-9 evt-10'],
			['evt-10', 'evt-11'],
			['evt-11', 'evt-14'],
		],
		['#3: resumed after evt-10, nothing missing', '#4: 2 IDs skipped: evt-12 – evt-13'],
	],
	'begins with events that have no ID': [
		[
			['', '1 2'],
			['2', '- - 3'],
		],
		['#5: resumed after 2, nothing missing'],
	],
	'has UUIDs, and repeats': [
		[
			['', uuids.join(' ')],
			[uuids[0]!, `${uuids[1]} c`],
		],
		[
			`#3: resumed after ${uuids[0]}, nothing missing; sent before, as #2`,
			'#4: 1 event sent again before it, #2',
		],
	],
	'has UUIDs, and an unknown one': [
		[
			['', uuids.join(' ')],
			[uuids[1]!, 'c d'],
		],
		['#3: the IDs do not tell whether any are missing'],
	],
	'has the entries of a Redis stream': [
		[
			['', '1700000000000-0 1700000000000-1 1700000000950-0'],
			['1700000000950-0', '1700000002000-0'],
		],
		['#4: the IDs do not tell whether any are missing'],
	],
	'has the entries of a Redis stream, and goes back': [
		[
			['', '1700000000000-0 1700000000000-1'],
			['1700000000000-1', '1600000000000-9 1700000000000-1'],
		],
		[
			'#3: not resumed after 1700000000000-1: goes back to 1600000000000-9',
			'#4: sent before, as #2',
		],
	],
	'numbers by time': [
		[
			['', '1700000000123 1700000000124'],
			['1700000000124', '1700000003500'],
		],
		['#3: the IDs do not tell whether any are missing'],
	],
	'numbers in tens': [
		[
			['', '10 20 30'],
			['30', '60'],
		],
		['#4: the IDs do not tell whether any are missing'],
	],
	'numbers at random': [
		[
			['', '52 7 31'],
			['31', '9'],
		],
		['#4: the IDs do not tell whether any are missing'],
	],
	'mixes two sequences': [
		[
			['', 'a-1 b-1 a-2'],
			['a-2', 'b-5'],
		],
		['#4: the IDs do not tell whether any are missing'],
	],
	'has one ID for all': [
		[
			['', '1 1 1'],
			['1', '1 1'],
		],
		[],
	],
	'has one ID for several': [
		[
			['', '1 2 1 3'],
			['3', '1 2'],
		],
		[],
	],
	'has no IDs': [
		[
			['', '- -'],
			['x', '- -'],
		],
		[],
	],
	'was not asked to resume': [
		[
			['', '1 2'],
			['', '1 2'],
		],
		[],
	],
	'was not asked, as HTTP cannot carry the ID': [
		[
			['', '1 2'],
			['\u001b', '1 2'],
		],
		[],
	],
	'is new, and asked to begin at an ID': [[['7', '9 10']], []],
};
