import { causeChain } from '../base/errors';
import { shortened } from '../domain/words';
import { addressText } from './addressText';
import { staysClosed, type AttemptFailure } from './attemptFailure';
import { CodingError, codingFailure } from './codingFailures';
import { ProtocolError, protocolFailure } from './protocolFaults';
import { describeSystemError, type FailureContext, type SystemError } from './systemFailures';
import { tlsFailure } from './tlsFailures';

/** Puts an error of the network or of a coding in words; `undefined` is a connection that went away without one. */
export function failureOf(error: unknown, context: FailureContext): AttemptFailure {
	if (error instanceof CodingError) return codingFailure(error);
	const cause = decisiveError(error);
	const code = cause?.code ?? '';
	const peer = peerOf(cause, context);
	if (error instanceof ProtocolError) return protocolFailure(error, peer);
	const host = context.url.hostname.replace(/^\[|\]$/g, '');
	const described = describeSystemError(error === undefined ? 'ECONNRESET' : code, {
		host,
		peer,
		cause,
		context,
	});
	if (described !== undefined) {
		const { words, ...report } = described;
		return { words, report: { ...report, ...(code !== '' && { code }), isFinal: false } };
	}
	// Once the answer has begun, the certificate was fine, and what breaks is the connection.
	const tls = context.hasAnswered
		? undefined
		: tlsFailure(cause, { host, peer, certificate: context.certificate });
	if (tls !== undefined) return tls;
	const chain = causeChain(error).join(': ') || 'no reason was given';
	return code.startsWith('HPE_')
		? parserFailure(cause, code, chain, peer, context)
		: otherFailure(code, chain, peer, context);
}

function parserFailure(
	cause: SystemError | undefined,
	code: string,
	chain: string,
	peer: string,
	{ url, hasAnswered }: FailureContext,
): AttemptFailure {
	// Not even its first word is HTTP’s.
	const isOther = !hasAnswered && code === 'HPE_INVALID_CONSTANT';
	const words = hasAnswered
		? 'the answer stopped being valid HTTP'
		: `${peer} does not answer in ${isOther ? '' : 'valid '}HTTP`;
	return {
		words,
		...(hasAnswered && { address: peer }),
		report: {
			type: 'protocol',
			code,
			title: words.replace(/^the/, 'The'),
			advice:
				url.protocol === 'http:' && isOther
					? 'If the server expects TLS, begin the URL with https://. Else check the port.'
					: 'Look at the server, or at the proxy before it.',
			explanation: `${chain}.${isOther ? beginningOf(cause) : ''}`,
			isFinal: false,
		},
	};
}

/** What the server said instead, as far as it can be read. */
function beginningOf(cause: SystemError | undefined): string {
	const bytes = cause !== undefined && 'rawPacket' in cause ? cause.rawPacket : undefined;
	if (!(bytes instanceof Uint8Array)) return '';
	const text = Buffer.from(bytes)
		.toString('latin1')
		.replace(/[^ -~].*$/s, '');
	return text === '' ? '' : ` It began with “${shortened(text)}”.`;
}

function otherFailure(
	code: string,
	chain: string,
	peer: string,
	{ remoteAddress }: FailureContext,
): AttemptFailure {
	// What Node will not send at all, it will not send the next time either.
	const isUnsendable = code.startsWith('ERR_INVALID_') || code.startsWith('ERR_UNESCAPED_');
	return {
		words: chain,
		address: remoteAddress,
		report: {
			type: 'other',
			...(code !== '' && { code }),
			title: isUnsendable ? 'The request cannot be sent' : `The connection to ${peer} failed`,
			advice: isUnsendable
				? 'Check the URL and the headers of the endpoint.'
				: 'Check the network, and the proxy if there is one.',
			explanation: isUnsendable ? `${chain}. After that ${staysClosed}` : `${chain}.`,
			isFinal: isUnsendable,
		},
	};
}

/** The first error in the chain that has a code; of several addresses tried, the first that failed. */
function decisiveError(error: unknown): SystemError | undefined {
	const visit = (value: unknown, depth: number): SystemError | undefined => {
		if (!(value instanceof Error) || depth > 8) return undefined;
		const inner = 'errors' in value && Array.isArray(value.errors) ? value.errors : [];
		for (const each of [...inner, value.cause] as unknown[]) {
			const found = visit(each, depth + 1);
			// An error that bundles others repeats their code, and lacks their address.
			if (found !== undefined && (inner.length > 0 || !('code' in value))) return found;
		}
		return typeof (value as SystemError).code === 'string' ? value : undefined;
	};
	return visit(error, 0);
}

function peerOf(cause: SystemError | undefined, { url, remoteAddress }: FailureContext): string {
	if (cause?.address !== undefined) return addressText(cause.address, cause.port);
	if (remoteAddress !== undefined) return remoteAddress;
	return addressText(
		url.hostname.replace(/^\[|\]$/g, ''),
		url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
	);
}
