import assert from 'node:assert/strict';
import { hexDump } from '../../../media/model/hexDump';
import { wireChunks } from '../../../media/model/wireChunks';

describe('bytes on the wire', () => {
	it('are dumped in columns', () => {
		const bytes = new TextEncoder().encode('id: 88219\r\né');
		assert.deepEqual(hexDump(bytes, 0x661ac, 8), {
			offsets: '0661ac\n0661b4',
			hex: '69 64 3a 20 38 38 32 31\n39 0d 0a c3 a9',
			ascii: 'id: 8821\n9····',
		});
		assert.equal(hexDump(bytes, 0, 16).hex.split('\n').length, 1);
		assert.deepEqual(hexDump(new Uint8Array(), 0, 8), { offsets: '', hex: '', ascii: '' });
	});

	it('are told apart by their chunks', () => {
		const chunks = wireChunks({
			offset: 1000,
			length: 150,
			bytes: new Uint8Array(100),
			chunks: [
				{ chunk: 4, time: 50, start: -20, length: 60 },
				{ chunk: 5, time: 50.8, start: 40, length: 80 },
				{ chunk: 6, time: 60, start: 120, length: 500 },
			],
		});
		assert.deepEqual(
			chunks.map(({ chunk, from, to, sizeBytes, begins, ends }) => [
				chunk,
				from,
				to,
				sizeBytes,
				begins,
				ends,
			]),
			[
				[4, 0, 40, 40, true, false],
				[5, 40, 100, 80, false, false],
			],
			'the third is beyond the bytes at hand',
		);
		assert.equal(chunks[0]!.laterMs, undefined);
		assert.ok(Math.abs(chunks[1]!.laterMs! - 0.8) < 1e-9);
	});
});
