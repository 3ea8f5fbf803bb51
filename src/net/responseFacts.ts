import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { ResponseFacts } from '../domain/entry';
import { redactHeaders } from '../domain/redaction';
import { addressText } from './addressText';
import { contentCodingName } from './contentCoding';
import { tlsFacts } from './tlsFacts';

/** What `Content-Length` says; `undefined` where it is absent or no length. */
export function announcedBytes({ headers }: ResponseFacts): number | undefined {
	const value = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** The head of an answer, to be taken while its connection stands: a closed socket knows no address. */
export function responseFacts(message: IncomingMessage): ResponseFacts {
	const { socket, rawHeaders } = message;
	const headers: (readonly [string, string])[] = [];
	for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
		headers.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
	}
	const coding = contentCodingName(headers);
	const isTls = 'getPeerCertificate' in socket;
	return {
		status: message.statusCode ?? 0,
		statusText: message.statusMessage ?? '',
		httpVersion: message.httpVersion,
		headers: redactHeaders(headers),
		...(coding !== undefined && { contentCoding: coding }),
		...(socket.remoteAddress !== undefined && {
			remoteAddress: addressText(socket.remoteAddress, socket.remotePort),
		}),
		...(isTls && { tls: tlsFacts(socket as TLSSocket) }),
	};
}
