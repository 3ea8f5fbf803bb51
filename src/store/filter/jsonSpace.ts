/** The first place from `from` on that has no white space, as JSON has it; `to` if there is none. */
export function afterSpace(bytes: Uint8Array, from: number, to: number): number {
	let at = from;
	for (; at < to; at++) {
		const byte = bytes[at]!;
		if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) break;
	}
	return at;
}
