import { wireOf, type Captured } from './capture';
import { at } from './clock';

/** What a server may send to be seen as something else, or to act on the page. */
const datas = [
	'</script><script>window.isBroken = true</script>',
	'<img src=x onerror="window.isBroken = true">',
	'\u001b[31mred\u001b[0m and \u001b]8;;https://evil.example\u0007a link\u001b]8;;\u0007',
	'user\u202egnp.exe\u202c \u2066isolated\u2069',
	'zero\u200bwidth\u2060and\ufeffbom\u0000nul',
	'{"a":1.0,"b":12345678901234567890,"c":1e400,"a":"again","__proto__":{"x":-0},"e\\u202e":"\\u202e"}',
	'line one\nline two\r\nline three\ttab',
	'שלום עולם · مرحبا · 👩‍👩‍👧 · e\u0301',
	'['.repeat(90_000) + ']'.repeat(90_000),
	'x'.repeat(400_000),
];

const start = at(12, 0, 0, 0);

/** A stream of nothing but hostile events. */
export function hostile(): Captured[] {
	return datas.map((data, place) => {
		const time = start + place * 10;
		const entry: Captured['entry'] = {
			seq: place + 1,
			kind: 'event',
			time,
			type: place === 3 ? 'ad\u202emin' : place === 1 ? '<b>bold</b>' : 'message',
			data,
			id: place === 2 ? '\u001b[2J' : String(place),
			lastEventId: String(place),
			size: data.length,
			gap: 10,
			attempt: 1,
			chunk: place + 1,
			offset: place * 1000,
		};
		const block = new Uint8Array([
			0xef, 0xbb, 0xbf, 0x64, 0x61, 0x74, 0x61, 0x3a, 0x20, 0xff, 0xe2, 0x80, 0xae, 0x1b, 0x0d,
			0x0a, 0x0d, 0x0a,
		]);
		return { entry, typeIndex: 0, wire: wireOf(block, place * 1000, { chunk: place + 1, time }) };
	});
}
