/** Columns of a hex dump, each a text of as many lines. */
export interface HexDump {
	readonly offsets: string;
	readonly hex: string;
	readonly ascii: string;
}

/**
 * @param offset number of the first byte, as it is to be called.
 * @param perLine bytes on a line.
 */
export function hexDump(bytes: Uint8Array, offset: number, perLine: number): HexDump {
	const offsets: string[] = [];
	const hex: string[] = [];
	const ascii: string[] = [];
	for (let at = 0; at < bytes.length; at += perLine) {
		const line = Array.from(bytes.subarray(at, at + perLine));
		offsets.push((offset + at).toString(16).padStart(6, '0'));
		hex.push(line.map(byte => byte.toString(16).padStart(2, '0')).join(' '));
		ascii.push(
			line.map(byte => (byte < 0x20 || byte > 0x7e ? '·' : String.fromCharCode(byte))).join(''),
		);
	}
	return { offsets: offsets.join('\n'), hex: hex.join('\n'), ascii: ascii.join('\n') };
}
