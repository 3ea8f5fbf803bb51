import { countText, fineDurationText, sizeText } from '../../domain/words';

/** The words for what there is to say about an entry: put together by the host, shown by the webview. */
export const words = {
	lastEventId: 'Last-Event-ID',
	retry: 'Retry',
	/** A part of what was sent is shown. */
	cutBytes: (shown: number, all: number) => `First ${sizeText(shown)} of ${sizeText(all)}.`,

	properties: {
		id: 'ID',
		size: 'Size',
		gap: 'Gap',
		attempt: 'Attempt',
		chunk: 'Chunk',
		chunks: 'Chunks',
		bytes: 'Bytes',
		arrived: 'Arrived',
		note: 'Note',
		cut: 'Cut off',
		notSet: 'not set',
		none: 'none',
		empty: 'empty, which resets it',
		first: 'first event',
		sizes: (data: number, wire: number, coding?: string) =>
			data === wire
				? sizeText(wire)
				: `${sizeText(data)}, ${sizeText(wire)} ${coding === undefined ? 'on the wire' : 'decoded'}`,
		received: 'Received',
		receivedSizes: (received: number, coding?: string, decoded?: number) =>
			coding === undefined || decoded === undefined
				? sizeText(received)
				: `${sizeText(received)} ${coding}, ${sizeText(decoded)} decoded`,
		cutBytes: (bytes: number) => `${sizeText(bytes)}, only in the capture`,
		and: (first: number, last: number) => `${countText(first)} and ${countText(last)}`,
		to: (first: number, last: number) => `${countText(first)} – ${countText(last)}`,
		summary: {
			id: (id: string) => `id ${id}`,
			attempt: (attempt: number) => `attempt ${countText(attempt)}`,
		},
	},

	facts: {
		request: 'Request',
		response: 'Response',
		redirects: 'Redirects',
		timings: 'Timings',
		certificate: 'Certificate',
		answer: 'Answer',
		body: 'Body',
		timing: {
			redirectsMs: 'Redirects',
			dnsMs: 'DNS lookup',
			tcpMs: 'TCP connection',
			tunnelMs: 'Proxy tunnel',
			tlsMs: 'TLS handshake',
			sentMs: 'Sending',
			headersMs: 'Waiting, first byte',
			firstEventMs: 'First event',
		},
		ms: fineDurationText,
		fromTo: (fromMs: number, toMs: number) =>
			`From ${fineDurationText(fromMs)} to ${fineDurationText(toMs)} after the attempt began`,
		status: (status: number, text: string) => `${status} ${text}`.trim(),
		http: (version: string) => `HTTP/${version}`,
		remote: 'Remote',
		proxy: 'Through proxy',
		tls: {
			protocol: 'Protocol',
			cipher: 'Cipher',
			subject: 'Subject',
			issuer: 'Issuer',
			validTo: 'Valid to',
			unverified: 'Not verified',
		},
		hop: (status: number, to: string) => `${status} to ${to}`,
		droppedHeaders: (names: readonly string[]) => `not sent on: ${names.join(', ')}`,
		code: 'Code',
		wait: 'Wait',
	},
} as const;
