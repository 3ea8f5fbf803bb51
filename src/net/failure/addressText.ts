/** `127.0.0.1:8080`, `[::1]:8080`. */
export function addressText(address: string, port: number | undefined): string {
	const host = address.includes(':') ? `[${address}]` : address;
	return port === undefined ? host : `${host}:${port}`;
}
