import * as http from 'node:http';
import * as https from 'node:https';
import { wireHeaders, type OutgoingRequest } from './outgoingRequest';
import { boundInterimAnswers } from './protocolFaults';
import { maxHeaderBytes } from './systemFailures';
import { tlsOptions } from './tlsOptions';

/**
 * Makes one request on a connection of its own. Nothing is sent before its `end`.
 * @throws what Node finds wrong with it.
 */
export function prepareRequest(outgoing: OutgoingRequest): http.ClientRequest {
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
		...(url.protocol === 'https:' && tls !== undefined && tlsOptions(tls)),
	});
	// Node would drop what is beyond a thousand headers, without a word. Their size is bounded.
	sent.maxHeadersCount = 0;
	boundInterimAnswers(sent);
	return sent;
}
