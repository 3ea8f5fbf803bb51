import type { Capture } from '../../../../src/store/capture';
import { bytesOf } from '../captureFixture';

const time = 1_795_384_800_000.25;

/** Two attempts with every kind of entry, ID, line end and character that makes a difference. */
export async function writeEveryKind(capture: Capture): Promise<void> {
	const request = {
		method: 'POST',
		url: 'https://example.com/events?a=1&b=2',
		headers: [
			['Accept', 'text/event-stream'],
			['Authorization', 'Bearer •••'],
		] as const,
		bodySize: 12,
	};
	const response = {
		status: 200,
		statusText: 'OK',
		httpVersion: '1.1',
		headers: [
			['Content-Type', 'text/event-stream; charset=utf-8'],
			['Set-Cookie', '•••'],
		] as const,
		remoteAddress: '[2001:db8::1]:443',
		tls: { protocol: 'TLSv1.3', cipher: 'X', subject: 'CN=a', issuer: 'CN=b', validTo: 'soon' },
	};
	const timings = { dnsMs: 1, tcpMs: 3.5, tlsMs: 9, sentMs: 10, headersMs: 25 };
	const hops = [
		{ status: 307, from: 'https://a.example/', to: request.url, droppedHeaders: ['Cookie'] },
	];
	capture.record({ kind: 'connecting', time, attempt: 1, data: 'POST', details: { request } });
	capture.record({
		kind: 'open',
		time: time + 25,
		attempt: 1,
		data: '200 · HTTP/1.1',
		details: { response, hops, timings },
	});
	const blocks = [
		'\ufeffid: 1\nevent: tick\ndata: {"n":1}\n\n',
		': heartbeat\n',
		'data: two\rdata\rretry: 1500\r\r',
		'event: =1+1\r\ndata: @SUM(A1)\r\ndata: "quoted", and\r\n: inside\r\nwhat: is this\r\n\r\n\r\n',
		'retry: 2000\n\n',
		'id: \u20ac \u{1d11e}\n\n',
		'nonsense\n\n',
		'data: \u0000 nul\nid\n\n',
		'data: never fin',
	];
	blocks.forEach((block, index) => capture.write(bytesOf(block), time + 100 * (index + 1)));
	await capture.end(time + 1000);
	const failure = {
		type: 'reset' as const,
		code: 'ECONNRESET',
		title: 'The connection broke',
		advice: 'Wait.',
		explanation: 'So it is.',
		isFinal: false,
	};
	capture.record({
		kind: 'failed',
		time: time + 1000,
		attempt: 1,
		data: 'reset',
		details: { failure },
	});
	capture.record({
		kind: 'waiting',
		time: time + 1000,
		attempt: 1,
		data: 'as the server asked',
		details: { delayMs: 2000 },
	});
	capture.record({ kind: 'connecting', time: time + 3000, attempt: 2, data: 'attempt 2' });
	capture.begin(2, '');
	capture.record({ kind: 'open', time: time + 3010, attempt: 2, data: '200' });
	capture.write(bytesOf('\ufeffid: 9\ndata: second\n\n'), time + 3020);
	capture.write(bytesOf('data: left over'), time + 3030);
	await capture.end(time + 3100);
	capture.record({ kind: 'closed', time: time + 3100, attempt: 2, data: 'by the server' });
	await capture.flush();
}
