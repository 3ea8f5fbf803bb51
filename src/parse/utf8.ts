/** Whether the bytes from `from` to `to` are UTF-8 as the Encoding standard has it: no surrogates, nothing overlong. */
export function isValidUtf8(bytes: Uint8Array, from = 0, to = bytes.length): boolean {
	for (let at = from; at < to; at++) {
		const first = bytes[at]!;
		if (first < 0x80) continue;
		// The second byte has narrower bounds after some first ones.
		const second = at + 1 < to ? bytes[at + 1]! : 0;
		let more: number;
		if (first >= 0xc2 && first <= 0xdf) more = 1;
		else if (first >= 0xe0 && first <= 0xef) {
			more = 2;
			if (first === 0xe0 && second < 0xa0) return false;
			if (first === 0xed && second > 0x9f) return false;
		} else if (first >= 0xf0 && first <= 0xf4) {
			more = 3;
			if (first === 0xf0 && second < 0x90) return false;
			if (first === 0xf4 && second > 0x8f) return false;
		} else return false;
		if (at + more >= to) return false;
		for (; more > 0; more--) if ((bytes[++at]! & 0xc0) !== 0x80) return false;
	}
	return true;
}
