import * as http from 'node:http';
import * as https from 'node:https';
import { wireHeaders, type OutgoingRequest } from './outgoingRequest';
import { maxHeaderBytes } from './systemFailures';

/**
 * Sends one request on a connection of its own.
 * @throws what Node finds wrong with it before anything is sent.
 */
export function sendRequest({ url, method, headers, body }: OutgoingRequest): http.ClientRequest {
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
	});
	sent.end(body);
	return sent;
}
