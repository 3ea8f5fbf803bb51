import assert from 'node:assert/strict';
import {
	connectionKinds,
	entryKinds,
	isConnectionKind,
	wireKinds,
} from '../../../src/domain/entry';

describe('The kinds of entries', () => {
	it('are those of the wire and those of the connection, each once', () => {
		assert.deepEqual(entryKinds, [...wireKinds, ...connectionKinds]);
		assert.equal(new Set(entryKinds).size, entryKinds.length);
	});

	for (const kind of entryKinds) {
		const isConnection = ['connecting', 'open', 'waiting', 'closed', 'failed'].includes(kind);
		it(`${kind} is ${isConnection ? 'one' : 'none'} of the connection's`, () => {
			assert.equal(isConnectionKind(kind), isConnection);
		});
	}
});
