import type { Entry } from '../../../src/domain/entry';

/** What was sent to reconnect. */
export function request(lastEventId: number): NonNullable<Entry['details']> {
	const sent = String(lastEventId);
	return {
		request: {
			method: 'GET',
			url: 'https://stream.example.com/v1/market?symbols=ACME,GLOBEX,INITECH&depth=5',
			headers: [
				['Accept', 'text/event-stream'],
				['Cache-Control', 'no-cache'],
				['Authorization', 'Bearer •••'],
				['Last-Event-ID', sent],
			],
			lastEventId: sent,
		},
	};
}

/** What was answered. */
export const response: NonNullable<Entry['details']> = {
	response: {
		status: 200,
		statusText: 'OK',
		httpVersion: '1.1',
		headers: [
			['Content-Type', 'text/event-stream; charset=utf-8'],
			['Cache-Control', 'no-store'],
			['Date', 'Sun, 22 Nov 2026 12:03:13 GMT'],
		],
		remoteAddress: '203.0.113.7:443',
		tls: {
			protocol: 'TLSv1.3',
			cipher: 'TLS_AES_128_GCM_SHA256',
			subject: 'CN=stream.example.com',
			issuer: 'CN=Example CA, O=Example',
			validTo: '1 March 2027',
		},
	},
	timings: { dnsMs: 2.1, tcpMs: 8.4, tlsMs: 17.2, sentMs: 17.4, headersMs: 23.6 },
};
