import type { TLSSocket } from 'node:tls';
import type { ResponseFacts, TlsFacts } from '../../domain/entry';
import { redactHeaders } from '../../domain/redaction';
import { addressText } from '../failure/addressText';
import { unverifiedWords } from '../failure/certificateWords';
import { contentCodingName } from '../body/contentCoding';
import type { Answer } from './exchange';
import { hostAndPort, hostOf } from '../failure/peerWords';
import type { PeerWatch } from './peerWatch';
import { tlsFacts, type ServerCertificate } from '../tls/tlsFacts';

/** What `Content-Length` says; `undefined` where it is absent or no length. */
export function announcedBytes({ headers }: ResponseFacts): number | undefined {
	const value = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** The head of an answer, to be taken while its connection stands: a closed socket knows no address. */
export function responseFacts(
	answer: Answer,
	url: URL,
	{ proxy, certificate }: Pick<PeerWatch, 'proxy' | 'certificate'>,
): ResponseFacts {
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
		...(proxy !== undefined && { proxy: proxy.name }),
		...(isTls && {
			tls: {
				...tlsFacts(socket as TLSSocket),
				...unverified(socket as TLSSocket, url, certificate),
			},
		}),
	};
}

/** What Node found, and let pass because it was told to. */
function unverified(
	{ authorized, authorizationError }: TLSSocket,
	url: URL,
	certificate: ServerCertificate | undefined,
): Pick<TlsFacts, 'unverified'> {
	if (authorized || !authorizationError) return {};
	// A code, whatever the type says.
	const code = String(authorizationError);
	const [host, peer] = [hostOf(url), hostAndPort(url)];
	return { unverified: unverifiedWords(code, { host, peer, certificate }) };
}
