import assert from 'node:assert/strict';
import { edited, editedText, rangeAt, valueAt } from '../../../src/workbench/endpoint/settingsList';

const path = ['list'];

describe('A list in a settings file', () => {
	const text = `{
	// of the file
	"other": 1,
	"list": [
		// of a
		{ "name": "a", "url": "x" }, // after a
		// of b
		{
			// within b
			"name": "b",
			"url": "y", // of y
		},
		// of c
		{ "name": "c" } // after c
	], // the end
}
`;
	const comments = (found: string) => found.match(/\/\/.*/g) ?? [];
	const list = valueAt(text, path) as object[];
	const value = { name: 'b', url: 'z', method: 'POST' };

	const cases = [
		{ type: 'remove', index: 0 },
		{ type: 'remove', index: 1, gone: ['// within b', '// of y'] },
		{ type: 'remove', index: 2 },
		{ type: 'insert', index: 0, value: { name: 'new' } },
		{ type: 'insert', index: 2, value: { name: 'new', headers: { a: 'b' } } },
		{ type: 'insert', index: 3, value: { name: 'new' } },
		{ type: 'set', index: 1, value },
		{ type: 'set', index: 0, value: { name: 'a' } },
	] as const;
	for (const edit of cases) {
		it(`${edit.type} at ${edit.index}, and every comment of another stays`, () => {
			const found = editedText(text, path, edit)!;
			assert.deepEqual(valueAt(found, path), edited(list, edit));
			assert.deepEqual(valueAt(found, ['other']), 1);
			const gone: readonly string[] = 'gone' in edit ? edit.gone : [];
			assert.deepEqual(
				comments(found),
				comments(text).filter(one => !gone.includes(one)),
			);
		});
	}

	it('leaves no empty line behind', () => {
		assert.doesNotMatch(editedText(text, path, { type: 'remove', index: 1 })!, /^\s*$\n/m);
	});

	it('may be of one line, and become empty', () => {
		const one = '{"list":[{"name":"a"}]}';
		assert.equal(editedText(one, path, { type: 'remove', index: 0 }), '{"list":[]}');
	});

	it('is not there, or is none', () => {
		for (const other of ['', '{}', '{"list": 1}', 'x']) {
			assert.equal(editedText(other, path, { type: 'remove', index: 0 }), undefined);
		}
	});

	it('tells where an element is', () => {
		const [from, to] = rangeAt(text, ['list', 2])!;
		assert.equal(text.slice(from, to), '{ "name": "c" }');
		assert.equal(rangeAt(text, ['list', 9]), undefined);
	});
});
