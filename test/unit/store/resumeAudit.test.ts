import assert from 'node:assert/strict';
import { toFrame, type Frame } from '../../../src/parse/frameSink';
import { StreamParser } from '../../../src/parse/streamParser';
import { ResumeAudit } from '../../../src/store/resume/resumeAudit';
import { byteByByte, randomChunks } from '../../fixtures/chunks';
import { bytesOf } from './captureFixture';
import { count, resumeCases, type Connection } from './resumeCases';

const block = (id: string) => (id === '-' ? 'data: x\n\n' : `id: ${id}\ndata: x\n\n`);
/** `#5: what is said of it`, for events of which something is said; the first event is #1. */
function audited(
	connections: readonly Connection[],
	cut: (bytes: Uint8Array) => Iterable<Uint8Array> = bytes => [bytes],
): string[] {
	const audit = new ResumeAudit();
	const said: string[] = [];
	let seq = 0;
	const frame = ({ kind, id }: Frame) => {
		if (kind !== 'event') return;
		const note = audit.event(id, ++seq);
		if (note !== undefined) said.push(`#${seq}: ${note}`);
	};
	connections.forEach(([asked, ids], index) => {
		audit.begin(index + 1, asked);
		const parser = new StreamParser(
			{
				frame,
				plainEvent: event => {
					const { bytes, idStart, idEnd } = event;
					if (audit.isListening) frame(toFrame(event, ''));
					else if (++seq > 0 && idStart !== -1) audit.remember(bytes, idStart, idEnd, seq);
				},
				extendLatest() {},
			},
			{ offset: 0, lastEventId: asked },
		);
		const text = ids.split(' ').filter(Boolean).map(block).join('');
		for (const chunk of cut(bytesOf(text))) parser.write(chunk);
		parser.end();
	});
	return said;
}

describe('A server that is asked to resume and', () => {
	for (const [name, [connections, said]] of Object.entries(resumeCases)) {
		it(name, () => {
			assert.deepEqual(audited(connections), said);
			assert.deepEqual(audited(connections, byteByByte), said, 'byte by byte');
			for (let seed = 1; seed <= 5; seed++) {
				assert.deepEqual(
					audited(connections, bytes => randomChunks(bytes, seed)),
					said,
					`seed ${seed}`,
				);
			}
		});
	}

	it('goes on for long is left alone after a thousand events', () => {
		const ids = `${count(3, 1002)} 1005 1004`;
		const said = audited([
			['', '1 2'],
			['2', ids],
		]);
		assert.deepEqual(said, ['#3: resumed after 2, nothing missing']);
	});

	it('has IDs of any length is remembered within bounds', () => {
		const long = 'x'.repeat(2000);
		assert.deepEqual(
			audited([
				['', `${long} 1 2`],
				['2', `${long} 3`],
			]),
			['#5: resumed after 2, nothing missing'],
		);
	});
});
