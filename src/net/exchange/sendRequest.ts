import * as http from 'node:http';
import * as https from 'node:https';
import { wireHeaders, type OutgoingRequest } from './outgoingRequest';
import { boundInterimAnswers } from '../failure/protocolFaults';
import { maxHeaderBytes } from '../failure/systemFailures';
import { addressIdentity, tlsOptions } from '../tls/tlsOptions';

/** As ALPN names them. */
export type Protocol = 'h2' | 'http/1.1';

/**
 * Makes one request on a connection of its own. Nothing is sent before its `end`.
 * @param offered The versions of HTTP that may be used, the better ones first.
 * @throws what Node finds wrong with it.
 */
export function prepareRequest(
	outgoing: OutgoingRequest,
	offered: readonly Protocol[],
): http.ClientRequest {
	const { url, method, headers, tls } = outgoing;
	// Looked up in the module at every call: VS Code puts its own `request` there, which knows the
	// proxy and the system's certificates. It replaces agents, so nothing may depend on one.
	const { request } = url.protocol === 'https:' ? https : http;
	const sent = request({
		protocol: url.protocol,
		hostname: url.hostname.replace(/^\[|\]$/g, ''),
		...(url.port !== '' && { port: Number(url.port) }),
		path: `${url.pathname}${url.search}`,
		method,
		headers: wireHeaders(headers),
		maxHeaderSize: maxHeaderBytes,
		agent: false,
		...(url.protocol === 'https:' && { ALPNProtocols: [...offered] }),
		...(url.protocol === 'https:' && addressIdentity(outgoing)),
		...(url.protocol === 'https:' && tls !== undefined && tlsOptions(tls)),
	});
	// Node would drop what is beyond a thousand headers, without a word. Their size is bounded.
	sent.maxHeadersCount = 0;
	boundInterimAnswers(sent, 'information');
	return sent;
}
