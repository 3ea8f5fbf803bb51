import assert from 'node:assert/strict';
import type { Batch } from '../../../src/store/captureMessages';
import { Intake } from '../../../src/store/intake';

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('The intake of a capture', () => {
	const sent: Batch[] = [];
	let intake: Intake;
	beforeEach(() => {
		sent.length = 0;
		intake = new Intake(7, (batch, transfer) => {
			assert.deepEqual(
				transfer,
				batch.pieces.map(({ buffer }) => buffer),
			);
			sent.push(batch);
		});
	});

	afterEach(() => intake.dispose());

	it('sends what one turn brings as one message, in order', async () => {
		intake.begin(1, 'x');
		intake.write(Uint8Array.of(1, 2), 10);
		intake.write(Uint8Array.of(), 11);
		intake.write(Uint8Array.of(3), 12);
		const entry = { kind: 'closed', time: 13, attempt: 1, data: '' } as const;
		intake.record(entry);
		intake.write(Uint8Array.of(4), 14);
		assert.equal(sent.length, 0);
		await turn();
		assert.deepEqual(sent, [
			{
				type: 'batch',
				capture: 7,
				pieces: [Uint8Array.of(1, 2, 3, 4)],
				sizeBytes: 4,
				steps: [
					{ type: 'begin', attempt: 1, lastEventId: 'x' },
					{ type: 'chunks', chunks: [2, 10, 1, 12] },
					{ type: 'record', entry },
					{ type: 'chunks', chunks: [1, 14] },
				],
			},
		]);
		await turn();
		assert.equal(sent.length, 1);
	});

	it('tells what was received from what is decoded, in the order in which both came', async () => {
		intake.writeCoded(Uint8Array.of(1, 2), 10);
		intake.writeCoded(Uint8Array.of(3), 11);
		intake.write(Uint8Array.of(4), 11);
		intake.write(Uint8Array.of(5, 6), 11);
		intake.writeCoded(Uint8Array.of(7), 12);
		await turn();
		assert.deepEqual(sent[0]?.pieces, [Uint8Array.of(1, 2, 3, 4, 5, 6, 7)]);
		assert.deepEqual(sent[0].steps, [
			{ type: 'coded', chunks: [2, 10, 1, 11] },
			{ type: 'chunks', chunks: [1, 11, 2, 11] },
			{ type: 'coded', chunks: [1, 12] },
		]);
	});

	it('sends a large chunk as it is, unless it is coded or part of something else, and copies the others', async () => {
		const [large, coded] = [new Uint8Array(20_000).fill(2), new Uint8Array(20_000).fill(3)];
		const part = new Uint8Array(20_001).fill(4).subarray(1);
		intake.write(Uint8Array.of(1), 10);
		intake.write(large, 11);
		intake.writeCoded(coded, 12);
		intake.write(part, 12);
		await turn();
		const [batch] = sent;
		assert.deepEqual(
			batch?.pieces.map(piece => [piece[0], piece.length]),
			[
				[1, 1],
				[2, 20_000],
				[3, 40_000],
			],
		);
		assert.equal(batch.pieces[1], large);
		assert.equal(batch.sizeBytes, 60_001);
		assert.deepEqual(batch.steps, [
			{ type: 'chunks', chunks: [1, 10, 20_000, 11] },
			{ type: 'coded', chunks: [20_000, 12] },
			{ type: 'chunks', chunks: [20_000, 12] },
		]);
	});

	const chunk = new Uint8Array(250_000);
	/** A sender that waits until it may go on. */
	const send = async (count: number, type: 'write' | 'writeCoded' = 'write') => {
		for (let n = 0; n < count; n++) {
			assert.equal(intake[type](chunk, 1), true);
			await turn();
		}
	};

	it('takes so much in one turn, coded bytes included, and goes on in the next', async () => {
		let drains = 0;
		intake.onDidDrain(() => drains++);
		assert.equal(intake.write(chunk, 1), true);
		assert.equal(intake.writeCoded(chunk, 1), false);
		assert.equal(sent.length, 1);
		intake.acknowledge(sent[0]!.sizeBytes);
		assert.equal(intake.write(Uint8Array.of(1), 1), false);
		assert.equal(drains, 0);
		await turn();
		assert.equal(drains, 1);
		assert.equal(sent.length, 2);
		assert.equal(intake.write(Uint8Array.of(1), 1), true);
	});

	it('is full beyond 8 MB, coded ones included, and has drained below 4 MB', async () => {
		let drains = 0;
		intake.onDidDrain(() => drains++);
		await send(20);
		await send(13, 'writeCoded');
		assert.equal(intake.write(chunk, 1), false);
		await turn();
		assert.equal(intake.write(Uint8Array.of(1), 1), false);
		const total = sent.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
		await turn();
		intake.acknowledge(total - 4 * 1024 * 1024);
		assert.equal(drains, 0);
		intake.acknowledge(2);
		assert.equal(drains, 1);
		assert.equal(intake.write(Uint8Array.of(1), 1), true);
	});

	it('lets a sender go on when it is disposed of, and sends nothing more', async () => {
		let drains = 0;
		intake.onDidDrain(() => drains++);
		intake.write(new Uint8Array(9 * 1024 * 1024), 1);
		intake.record({ kind: 'closed', time: 13, attempt: 1, data: '' });
		intake.dispose();
		assert.equal(drains, 1);
		assert.equal(sent.length, 2);
		assert.equal(intake.write(Uint8Array.of(1), 1), true);
		await turn();
		assert.equal(sent.length, 2);
	});
});
