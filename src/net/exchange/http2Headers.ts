import type { OutgoingHttpHeaders } from 'node:http2';
import { wireHeaders, type OutgoingRequest } from './outgoingRequest';

type Fields = OutgoingRequest['headers'];

// RFC 9113, 8.2.2: "An endpoint MUST NOT generate an HTTP/2 message containing connection-specific
// header fields." And 8.3.1: `:authority` stands in place of `Host`.
const leftOut =
	/^(connection|proxy-connection|keep-alive|te|transfer-encoding|upgrade|http2-settings|host)$/;

/** The header fields of a request as they go out by HTTP/2, in order, as text. */
export function http2Fields({ url, headers }: OutgoingRequest): Fields {
	// RFC 9113, 8.2: "Field names MUST be converted to lowercase when constructing an HTTP/2 message."
	const fields = headers
		.map(([name, value]) => [name.toLowerCase(), value] as const)
		.filter(([name]) => !leftOut.test(name));
	const host = authority(headers, url);
	return host === url.host ? fields : [[':authority', host], ...fields];
}

/** All of the request's head, as `node:http2` takes it. */
export function http2Head(outgoing: OutgoingRequest): OutgoingHttpHeaders {
	const { url, method, headers } = outgoing;
	return {
		':method': method,
		':scheme': url.protocol.slice(0, -1),
		':authority': authority(headers, url),
		':path': `${url.pathname}${url.search}`,
		...wireHeaders(http2Fields(outgoing).filter(([name]) => !name.startsWith(':'))),
	};
}

function authority(headers: Fields, url: URL): string {
	return headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? url.host;
}
