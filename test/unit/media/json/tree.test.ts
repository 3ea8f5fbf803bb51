import assert from 'node:assert/strict';
import { JsonDocument } from '../../../../src/domain/json/document';
import { JsonTree } from '../../../../media/model/json/tree';

const treeOf = (text: string, expanded = new Set<string>()) =>
	new JsonTree(JsonDocument.parse(text)!, expanded);
const keys = (tree: JsonTree) =>
	tree.lines.map(line => '.'.repeat(line.depth) + (line.kind === 'more' ? 'more' : line.key));

describe('a JSON tree', () => {
	it('opens and closes', () => {
		const tree = treeOf('{"a":1,"b":{"c":[1,2],"d":{}},"e":[]}');
		assert.deepEqual(keys(tree), ['a', 'b', 'e']);
		assert.equal(tree.toggle(0), undefined);
		assert.equal(tree.toggle(2), undefined, 'there is nothing in it');
		assert.deepEqual(tree.toggle(1)?.removed, 0);
		assert.deepEqual(keys(tree), ['a', 'b', '.c', '.d', 'e']);
		tree.toggle(2);
		assert.deepEqual(keys(tree), ['a', 'b', '.c', '..0', '..1', '.d', 'e']);
		assert.equal(tree.parentOf(4), 2);
		assert.equal(tree.parentOf(2), 1);
		assert.equal(tree.parentOf(0), undefined);
		assert.equal(tree.toggle(1)?.removed, 4);
		assert.deepEqual(keys(tree), ['a', 'b', 'e']);
	});

	it('knows the path to each line', () => {
		const tree = treeOf('{"a\\u0020b":[1,{"0":2}],"c":3}');
		tree.toggle(0);
		tree.toggle(2);
		const paths = tree.lines.map((_, place) => tree.pathOf(place));
		assert.deepEqual(paths, [['a b'], ['a b', 0], ['a b', 1], ['a b', 1, '0'], ['c']]);
		const list = treeOf('[[1]]');
		list.toggle(0);
		assert.deepEqual(list.pathOf(1), [0, 0]);
	});

	it('opens the next document of a shape alike', () => {
		const expanded = new Set<string>();
		const first = treeOf('{"a":{"b":{"c":1}}}', expanded);
		first.toggle(0);
		first.toggle(1);
		assert.deepEqual(keys(treeOf('{"a":{"b":{"c":2}},"z":0}', expanded)), ['a', '.b', '..c', 'z']);
		assert.deepEqual(keys(treeOf('{"a":5}', expanded)), ['a']);
	});

	it('shows a long container a page at a time', () => {
		const tree = treeOf(JSON.stringify(Array.from({ length: 250 }, (_, place) => place)));
		assert.equal(tree.lines.length, 101);
		tree.toggle(100);
		assert.equal(tree.lines.length, 201);
		tree.toggle(200);
		assert.equal(tree.lines.length, 250);
		assert.equal(keys(tree).at(-1), '249');
	});

	it('does not open what is too deep to read', () => {
		const tree = treeOf('['.repeat(1000) + '1' + ']'.repeat(1000));
		for (let place = 0; place < 1000; place++) tree.toggle(place);
		assert.ok(tree.lines.length < 70);
	});
});
