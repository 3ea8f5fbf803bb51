import assert from 'node:assert/strict';
import { complete, maxCompletions, type Seen } from '../../../../src/domain/query/completion';
import { JsonShapes, shapeAt } from '../../../../src/domain/query/jsonShape';

function seen(): Seen {
	const shapes = new JsonShapes();
	shapes.add(
		'{"symbol":"ACME","price":101.5,"book":{"bids":[{"at":1}],"a key":true},"note":"a b"}',
	);
	shapes.add('{"symbol":"a, b","price":99,"__proto__":1,"empty":""}');
	shapes.add('no JSON');
	return { types: ['tick', 'trade', 'two words', 'a,b', '>x'], shape: shapes.shape };
}

/** The text with each item put in; `|` is the caret. */
function completed(marked: string, known = seen()): string[] {
	const caret = marked.indexOf('|');
	const text = marked.replace('|', '');
	const { from, to, items } = complete(text, caret, known);
	assert.ok(from <= caret && to >= caret);
	return items.map(item => text.slice(0, from) + item.text + text.slice(to));
}

const names = 'type: id: data: kind: size: gap: time: retry: attempt: is:'.split(' ');

describe('The completion of a filter', () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['|', [...names, 'NOT ']],
		['x |', [...names, 'OR ', 'NOT '].map(name => `x ${name}`)],
		['(|', [...names, 'NOT '].map(name => `(${name}`)],
		['x OR |', [...names, 'NOT '].map(name => `x OR ${name}`)],
		['siz|', ['size:']],
		['SIZ|', ['size:']],
		['-siz|', ['-size:']],
		['a (siz|)', ['a (size:)']],
		['siz| x', ['size: x']],
		['zz|', []],
		['tra|', ['type:trade']],
		['pri|', ['data.price:']],
		['sym|', ['data.symbol:']],
		['two|', ['type:"two words"']],
		// Values that were seen.
		['type:|', ['type:tick', 'type:trade', 'type:"two words"', 'type:"a,b"', 'type:">x"']],
		['type:t|', ['type:tick', 'type:trade', 'type:"two words"']],
		['type:rad|', ['type:trade']],
		['type:tr| x', ['type:trade x']],
		['type:t|ick', ['type:trade', 'type:"two words"']],
		['-type:tr|', ['-type:trade']],
		['type:tick,tr|', ['type:tick,trade']],
		['type:tick,t|,trade', ['type:tick,"two words",trade']],
		['type:"two words",tr|', ['type:"two words",trade']],
		['kind:re|', ['kind:retry', 'kind:ignored']],
		['kind:comment,cl|', ['kind:comment,closed']],
		['is:|', ['is:bookmarked']],
		['-is:boo|', ['-is:bookmarked']],
		['is:bookmarked|', []],
		['KIND:conn|', ['KIND:connecting', 'KIND:connection']],
		['size:|', ['size:>4k']],
		['size:>|', []],
		['time:|', ['time:>10:30:00']],
		// The JSON.
		[
			'data.|',
			['data.symbol:', 'data.price:', 'data.book', 'data.note:', 'data.__proto__:', 'data.empty:'],
		],
		['data.pr|', ['data.price:', 'data.__proto__:']],
		['data.p|rice', ['data.price:', 'data.__proto__:', 'data.empty:']],
		['data.p|rice:>9', ['data.__proto__:>9', 'data.empty:>9']],
		['si|:>4k', ['size:>4k']],
		['si|ze:>4k', []],
		['data.sy|:>9', ['data.symbol:>9']],
		['data.book|', ['data.book.bids', 'data.book["a key"]:']],
		['data.book.|', ['data.book.bids', 'data.book["a key"]:']],
		['data.book.bids|', ['data.book.bids[0]', 'data.book.bids[-1]', 'data.book.bids[*]']],
		['data.book.bids[|', ['data.book.bids[0]', 'data.book.bids[-1]', 'data.book.bids[*]']],
		['data.book.bids[*]|', ['data.book.bids[*].at:']],
		['data.book.bids[0|', ['data.book.bids[0]']],
		['data.book.bids[0]|', ['data.book.bids[0].at:']],
		['data.book.bids[7].|', ['data.book.bids[7].at:']],
		['data.nothing.|', []],
		[
			'data.book["a key"]:|',
			['data.book["a key"]:true', 'data.book["a key"]:=', 'data.book["a key"]:*'],
		],
		['data.symbol:AC|', ['data.symbol:ACME']],
		['data.symbol:=AC|', ['data.symbol:=ACME']],
		['data.note:|', ['data.note:"a b"', 'data.note:=', 'data.note:*']],
		['data.price:|', ['101.5', '99', '=', '>', '<', '*'].map(value => `data.price:${value}`)],
		['data.price:>|', ['data.price:>101.5', 'data.price:>99']],
		['data.symbol:>|', []],
		// Text is left alone.
		['"ty|"', []],
		['"ty|', []],
		['"type:|"', []],
		['type:"t|"', []],
		['type:"t|', []],
		['type:"two words",a,"t|r"', []],
		['/ty|/', []],
		['/ty|', []],
		['/ty/i|', []],
		['type:/t|/', []],
		['/a b/ siz|', ['/a b/ size:']],
		['"a b" siz|', ['"a b" size:']],
		['data["a|', []],
		['http://type|', []],
	];
	for (const [marked, expected] of cases) {
		it(`at ${marked}`, () => assert.deepEqual(completed(marked), expected));
	}

	it('offers no more than anybody reads', () => {
		const types = Array.from({ length: 200 }, (_, n) => `type-${n}`);
		assert.equal(completed('type:|', { ...seen(), types }).length, maxCompletions);
	});
});

describe('The shape of JSON', () => {
	const shapeOf = (...texts: string[]) => {
		const shapes = new JsonShapes();
		for (const text of texts) shapes.add(text);
		return shapes.shape;
	};

	it('lays values over each other', () => {
		const shape = shapeOf('{"a":1}', '{"a":{"b":[true,{"c":null}]}}', '[1]', '{"a":', '"text"');
		const a = shapeAt(shape, ['a']);
		assert.deepEqual(a?.samples, [1]);
		assert.deepEqual(shapeAt(shape, ['a', 'b', 0])?.samples, [true]);
		assert.deepEqual(shapeAt(shape, ['a', 'b', -1, 'c'])?.samples, [null]);
		assert.deepEqual(shape.item?.samples, [1]);
		assert.equal(shapeAt(shape, ['b']), undefined);
	});

	it('has bounds', () => {
		const wide = Object.fromEntries(
			Array.from({ length: 900 }, (_, n) => [`k${n}`, 'x'.repeat(99)]),
		);
		assert.equal(shapeOf(JSON.stringify(wide)).members.size, 500);
		assert.deepEqual(shapeOf(JSON.stringify(wide)).members.get('k0')?.samples, []);
		let depth = 0;
		let shape = shapeOf('{"a":'.repeat(30) + '1' + '}'.repeat(30));
		for (; shape.members.size > 0; depth++) shape = shape.members.get('a')!;
		assert.equal(depth, 8);
		const many = Array.from({ length: 50 }, (_, n) => `{"a":${n}}`);
		assert.equal(shapeOf(...many).members.get('a')?.samples.length, 8);
	});
});
