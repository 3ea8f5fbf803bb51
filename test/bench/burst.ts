/** Bytes of each event, the blank line included: what a price tick of a market feed takes. */
export const eventBytes = 150;

/** The event with the number `n`; as long as all others. */
export function event(n: number): string {
	const data = { symbol: 'ACME', price: 100 + (n % 1000) / 100, note: '' };
	const block = () =>
		`event: tick\nid: ${String(n).padStart(9, '0')}\ndata: ${JSON.stringify(data)}\n\n`;
	data.note = 'x'.repeat(eventBytes - block().length);
	return block();
}

/** `count` events in pieces of about 64 kB, as a socket has them. The numbers repeat after 10 000. */
export function* burst(count: number): Generator<Buffer> {
	const period = 10_000;
	const perPiece = 400;
	const pieces = Array.from({ length: period / perPiece }, (_, piece) =>
		Buffer.from(Array.from({ length: perPiece }, (__, n) => event(piece * perPiece + n)).join('')),
	);
	for (let sent = 0; sent < count; sent += perPiece) {
		const piece = pieces[(sent / perPiece) % pieces.length]!;
		yield piece.subarray(0, Math.min(perPiece, count - sent) * eventBytes);
	}
}
