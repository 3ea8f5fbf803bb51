import type { Capture } from './capture';
import { at } from './clock';

const start = at(9, 0, 0, 0);
const types = ['tick', 'trade', 'news'];

/** A million entries, made when they are looked at; number n stands at place n - 1. */
export const endless: Capture = {
	length: 1_000_000,
	placeOf: seq => seq - 1,
	at: index => {
		const typeIndex = index % types.length;
		return {
			typeIndex,
			entry: {
				seq: index + 1,
				kind: 'event',
				time: start + index * 3.5,
				type: types[typeIndex]!,
				data: `{"n":${index + 1},"price":${(100 + (index % 97) / 10).toFixed(2)}}`,
				id: String(index + 1),
				lastEventId: String(index + 1),
				size: 150,
				gap: index % 60,
				attempt: 1,
				chunk: Math.floor(index / 2),
				offset: index * 150,
			},
		};
	},
};
