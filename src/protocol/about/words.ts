import * as l10n from '@vscode/l10n';
import { countText, fineDurationText, sizeText } from '../../domain/words';

/** The words for what there is to say about an entry: put together by the host, shown by the webview. */
export const words = {
	/** The name of a header. */
	lastEventId: 'Last-Event-ID',
	retry: () => l10n.t('Retry'),
	/** A part of what was sent is shown. */
	cutBytes: (shown: number, all: number) => l10n.t`First ${sizeText(shown)} of ${sizeText(all)}.`,

	properties: {
		id: () => l10n.t('ID'),
		size: () => l10n.t('Size'),
		gap: () => l10n.t('Gap'),
		attempt: () => l10n.t('Attempt'),
		chunk: () => l10n.t('Chunk'),
		chunks: () => l10n.t('Chunks'),
		bytes: () => l10n.t('Bytes'),
		arrived: () => l10n.t('Arrived'),
		note: () => l10n.t('Note'),
		cut: () => l10n.t('Cut off'),
		notSet: () => l10n.t('not set'),
		none: () => l10n.t('none'),
		empty: () => l10n.t('empty, which resets it'),
		first: () => l10n.t('first event'),
		sizes: (data: number, wire: number, coding?: string) => {
			if (data === wire) return sizeText(wire);
			return coding === undefined
				? l10n.t`${sizeText(data)}, ${sizeText(wire)} on the wire`
				: l10n.t`${sizeText(data)}, ${sizeText(wire)} decoded`;
		},
		received: () => l10n.t('Received'),
		receivedSizes: (received: number, coding?: string, decoded?: number) =>
			coding === undefined || decoded === undefined
				? sizeText(received)
				: l10n.t`${sizeText(received)} ${coding}, ${sizeText(decoded)} decoded`,
		cutBytes: (bytes: number) => l10n.t`${sizeText(bytes)}, only in the capture`,
		and: (first: number, last: number) => l10n.t`${countText(first)} and ${countText(last)}`,
		to: (first: number, last: number) => `${countText(first)} – ${countText(last)}`,
		summary: {
			id: (id: string) => `id ${id}`,
			attempt: (attempt: number) => l10n.t`attempt ${countText(attempt)}`,
		},
	},

	facts: {
		request: () => l10n.t('Request'),
		response: () => l10n.t('Response'),
		redirects: () => l10n.t('Redirects'),
		timings: () => l10n.t('Timings'),
		certificate: () => l10n.t('Certificate'),
		answer: () => l10n.t('Answer'),
		body: () => l10n.t('Body'),
		timing: {
			redirectsMs: () => l10n.t('Redirects'),
			dnsMs: () => l10n.t('DNS lookup'),
			tcpMs: () => l10n.t('TCP connection'),
			tunnelMs: () => l10n.t('Proxy tunnel'),
			tlsMs: () => l10n.t('TLS handshake'),
			sentMs: () => l10n.t('Sending'),
			headersMs: () => l10n.t('Waiting, first byte'),
			firstEventMs: () => l10n.t('First event'),
		},
		ms: fineDurationText,
		fromTo: (fromMs: number, toMs: number) =>
			l10n.t`From ${fineDurationText(fromMs)} to ${fineDurationText(toMs)} after the attempt began`,
		status: (status: number, text: string) => `${status} ${text}`.trim(),
		http: (version: string) => `HTTP/${version}`,
		remote: () => l10n.t('Remote'),
		proxy: () => l10n.t('Through proxy'),
		tls: {
			protocol: () => l10n.t('Protocol'),
			cipher: () => l10n.t('Cipher'),
			subject: () => l10n.t('Subject'),
			issuer: () => l10n.t('Issuer'),
			validTo: () => l10n.t('Valid to'),
			unverified: () => l10n.t('Not verified'),
		},
		hop: (status: number, to: string) => l10n.t`${status} to ${to}`,
		droppedHeaders: (names: readonly string[]) => l10n.t`not sent on: ${names.join(', ')}`,
		code: () => l10n.t('Code'),
		wait: () => l10n.t('Wait'),
	},
} as const;
