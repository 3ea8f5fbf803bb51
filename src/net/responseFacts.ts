import type { TLSSocket } from 'node:tls';
import type { ResponseFacts } from '../domain/entry';
import { redactHeaders } from '../domain/redaction';
import { addressText } from './addressText';
import { contentCodingName } from './contentCoding';
import type { Answer } from './exchange';
import { tlsFacts } from './tlsFacts';

/** What `Content-Length` says; `undefined` where it is absent or no length. */
export function announcedBytes({ headers }: ResponseFacts): number | undefined {
	const value = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** The head of an answer, to be taken while its connection stands: a closed socket knows no address. */
export function responseFacts(answer: Answer): ResponseFacts {
	const { status, statusText, httpVersion, headers, socket } = answer;
	const coding = contentCodingName(headers);
	const isTls = 'getPeerCertificate' in socket;
	return {
		status,
		statusText,
		httpVersion,
		headers: redactHeaders(headers),
		...(coding !== undefined && { contentCoding: coding }),
		...(socket.remoteAddress !== undefined && {
			remoteAddress: addressText(socket.remoteAddress, socket.remotePort),
		}),
		...(isTls && { tls: tlsFacts(socket as TLSSocket) }),
	};
}
