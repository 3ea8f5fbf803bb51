import * as l10n from '@vscode/l10n';
import { causeChain } from '../../base/errors';
import { shortened } from '../../domain/words';
import { addressText } from './addressText';
import { staysClosed, type AttemptFailure } from './attemptFailure';
import { CodingError, codingFailure } from './codingFailures';
import { decisiveError } from './decisiveError';
import { http2Failure } from './http2Failures';
import { Http2Error } from '../exchange/http2Trouble';
import { hostAndPort, hostOf } from './peerWords';
import { ProtocolError, protocolFailure } from './protocolFaults';
import { proxyFailure } from './proxyFailures';
import { describeSystemError, type FailureContext, type SystemError } from './systemFailures';
import { tlsFailure } from './tlsFailures';

/** Puts an error of the network or of a coding in words; `undefined` is a connection that went away without one. */
export function failureOf(error: unknown, context: FailureContext): AttemptFailure {
	if (error instanceof CodingError) return codingFailure(error);
	const { proxy } = context;
	if (proxy?.error !== undefined && !context.hasAnswered) return proxyFailure(proxy, context);
	const cause = decisiveError(error);
	const code = cause?.code ?? '';
	const peer = peerOf(cause, context);
	if (error instanceof ProtocolError) return protocolFailure(error, peer);
	if (error instanceof Http2Error) return http2Failure(error, peer, context.hasAnswered);
	const host = hostOf(context.url);
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
	const tls = context.hasAnswered ? undefined : tlsFailure(cause, { ...context, host, peer });
	if (tls !== undefined) return tls;
	const chain = causeChain(error).join(': ') || l10n.t('no reason was given');
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
		? l10n.t('the answer stopped being valid HTTP')
		: isOther
			? l10n.t`${peer} does not answer in HTTP`
			: l10n.t`${peer} does not answer in valid HTTP`;
	return {
		words,
		...(hasAnswered && { address: peer }),
		report: {
			type: 'protocol',
			code,
			title: words.replace(/^the/, 'The'),
			advice:
				url.protocol === 'http:' && isOther
					? l10n.t('If the server expects TLS, begin the URL with https://. Else check the port.')
					: l10n.t('Look at the server, or at the proxy before it.'),
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
	return text === '' ? '' : l10n.t` It began with “${shortened(text)}”.`;
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
			title: isUnsendable
				? l10n.t('The request cannot be sent')
				: l10n.t`The connection to ${peer} failed`,
			advice: isUnsendable
				? l10n.t('Check the URL and the headers of the endpoint.')
				: l10n.t('Check the network, and the proxy if there is one.'),
			explanation: isUnsendable ? l10n.t`${chain}. After that ${staysClosed()}` : `${chain}.`,
			isFinal: isUnsendable,
		},
	};
}

function peerOf(
	cause: SystemError | undefined,
	{ url, remoteAddress, proxy }: FailureContext,
): string {
	// Who cut what goes through a proxy, it or the server, nobody can tell.
	if (proxy !== undefined) return l10n.t`${hostAndPort(url)} through proxy ${proxy.name}`;
	if (cause?.address !== undefined) return addressText(cause.address, cause.port);
	return remoteAddress ?? hostAndPort(url);
}
