import { captureOf, type Capture } from './capture';
import { at } from './clock';

const item = '{"id":12345678901234567890,"name":"ACME","price":101.25,"tags":["a","b"]},';
const length = 5_000_000;

/** JSON of 5 MB, or of great depth: an event each. */
const documents = (): readonly string[] => [
	'{"small":1}',
	`{"list":[${item.repeat(length / item.length)}0]}`,
	`{"text":"${'x'.repeat(length)}"}`,
	`{${Array.from({ length: 100_000 }, (_, place) => `"key-${place}":{"value":${place},"text":"abcdefghijkl"}`).join(',')}}`,
	`{"deep":${'['.repeat(5000)}1${']'.repeat(5000)}}`,
];

/** A capture of one event for each document. */
export function largeJson(): Capture {
	const time = at(12, 0, 0, 0);
	return captureOf(
		documents().map((data, place) => ({
			typeIndex: 0,
			entry: {
				seq: place + 1,
				kind: 'event',
				time: time + place,
				type: 'message',
				data,
				lastEventId: '',
				size: data.length,
				attempt: 1,
			},
		})),
	);
}
