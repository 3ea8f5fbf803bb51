/** What HTTP/2 knows and HTTP/1.1 does not: how a version is not agreed on, and how a stream breaks. */
export type Http2Trouble =
	/** The server speaks none of the versions that the endpoint allows. */
	| { readonly type: 'not-offered'; readonly wanted: 'HTTP/2' | 'HTTP/1.1' | 'any' }
	/** Without TLS there is nobody to ask, and a proxy passes on HTTP/1.1. */
	| { readonly type: 'proxied' }
	/** The stream was reset, by the server, or by us because of what it sent. */
	| { readonly type: 'reset'; readonly code: number }
	/** The server has closed the connection (GOAWAY), and may have said why. */
	| { readonly type: 'goaway'; readonly code: number; readonly words: string }
	/** What the server sent is no HTTP/2. */
	| { readonly type: 'invalid'; readonly reason: string };

/** Puts {@link Http2Trouble} where errors go. */
export class Http2Error extends Error {
	constructor(
		readonly trouble: Http2Trouble,
		options?: { cause?: unknown },
	) {
		super(`HTTP/2: ${trouble.type}`, options);
		this.name = 'Http2Error';
	}
}

/** RFC 9113, 7: the names of its codes, by number. */
export const http2Codes = [
	'NO_ERROR',
	'PROTOCOL_ERROR',
	'INTERNAL_ERROR',
	'FLOW_CONTROL_ERROR',
	'SETTINGS_TIMEOUT',
	'STREAM_CLOSED',
	'FRAME_SIZE_ERROR',
	'REFUSED_STREAM',
	'CANCEL',
	'COMPRESSION_ERROR',
	'CONNECT_ERROR',
	'ENHANCE_YOUR_CALM',
	'INADEQUATE_SECURITY',
	'HTTP_1_1_REQUIRED',
] as const;

export type Http2Code = (typeof http2Codes)[number];

/** Whether the server asks for the same request by HTTP/1.1. */
export function wantsHttp1(error: unknown): boolean {
	if (!(error instanceof Http2Error)) return false;
	const { trouble } = error;
	const code = trouble.type === 'reset' || trouble.type === 'goaway' ? trouble.code : 0;
	return http2Codes[code] === 'HTTP_1_1_REQUIRED';
}
