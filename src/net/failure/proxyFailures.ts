import * as l10n from '@vscode/l10n';
import type { Socket } from 'node:net';
import { causeChain } from '../../base/errors';
import type { ResponseFacts } from '../../domain/entry';
import type { AnswerBody, FailureType } from '../../domain/failure';
import { statusLine } from './answerFailures';
import { staysClosed, type AttemptFailure } from './attemptFailure';
import { decisiveError } from './decisiveError';
import { hostAndPort } from './peerWords';
import type { ProxyNews } from '../exchange/proxyNews';
import { describeSystemError, type FailureContext } from './systemFailures';
import { tlsFailure } from './tlsFailures';

/** There is no connection to the proxy, or it gave none to the server. */
export function proxyFailure(
	{ name, error }: ProxyNews,
	context: Pick<FailureContext, 'url'>,
): AttemptFailure {
	const cause = decisiveError(error);
	const host = l10n.t`the proxy ${name.replace(/:\d+$/, '')}`;
	const tls = tlsFailure(cause, { host, peer: l10n.t`proxy ${name}`, isElsewhere: true });
	if (tls !== undefined) return { ...tls, report: { ...tls.report, type: 'proxy' } };
	const server = hostAndPort(context.url);
	const code = cause?.code ?? '';
	const facts = { host, peer: name, cause, context: { ...context, hasAnswered: false } };
	const [words, happened] = wordsFor(describeSystemError(code, facts)?.type, name, server);
	const reason = causeChain(error).join(': ') || l10n.t('no reason was given');
	return {
		words,
		report: {
			type: 'proxy',
			...(code !== '' && { code }),
			title: l10n.t`The proxy ${name} ${happened}`,
			advice: l10n.t`Check VS Code’s setting “http.proxy”, and the proxy that the system is set to. If ${server} needs none, add it to “http.noProxy”.`,
			explanation: l10n.t`The request did not get to ${server}: ${reason}.`,
			isFinal: false,
		},
	};
}

function wordsFor(
	type: FailureType | undefined,
	name: string,
	server: string,
): readonly [words: string, happened: string] {
	switch (type) {
		case 'refused':
			return [l10n.t`connection refused by proxy ${name}`, l10n.t('refused the connection')];
		case 'unknown-host':
			return [l10n.t`unknown proxy ${name}`, l10n.t('is not known')];
		case 'unreachable':
		case 'timeout':
			return [l10n.t`proxy ${name} cannot be reached`, l10n.t('cannot be reached')];
		case 'reset':
			return [
				l10n.t`connection cut by proxy ${name}`,
				l10n.t('cut the connection before an answer'),
			];
		default:
			return [l10n.t`no connection through proxy ${name}`, l10n.t`made no connection to ${server}`];
	}
}

/**
 * Whether an answer is the proxy's own. On the way to a TLS server what is not encrypted can be
 * nothing else: VS Code hands the answer to CONNECT on as if it were the server's.
 */
export function isProxyAnswer(
	{ status, socket }: { readonly status: number; readonly socket: Socket },
	url: URL,
	proxy: ProxyNews | undefined,
): boolean {
	if (url.protocol === 'https:') return !('getPeerCertificate' in socket);
	// RFC 9110, 15.5.8: 407 "is similar to 401 (Unauthorized), but it indicates that the client needs
	// to authenticate itself in order to use a proxy for this request."
	return status === 407 && proxy !== undefined;
}

/** The proxy answered by itself instead of passing the request on. */
export function proxyAnswerFailure(
	response: ResponseFacts,
	url: URL,
	body: AnswerBody,
): AttemptFailure {
	const { status } = response;
	const proxy =
		response.proxy === undefined ? l10n.t('the proxy') : l10n.t`the proxy ${response.proxy}`;
	const server = hostAndPort(url);
	const [happened, advice] = answerWords(status, server);
	const isFinal = status < 500;
	return {
		words: l10n.t`${statusLine(response)} by ${proxy}`,
		report: {
			type: 'proxy',
			title: `${proxy.replace('the', 'The')} ${happened}`,
			advice,
			explanation: isFinal
				? l10n.t`The request did not get to ${server}. After ${status} ${staysClosed()}`
				: l10n.t`The request did not get to ${server}: the proxy answered ${statusLine(response)} itself.`,
			isFinal,
			...(body.sizeBytes > 0 && { answer: body }),
		},
	};
}

function answerWords(status: number, server: string): readonly [string, string] {
	if (status === 407) {
		return [
			l10n.t('wants a user name and password'),
			l10n.t(
				'Write them into VS Code’s setting “http.proxy”: http://user:password@host:port. If they are there, check them.',
			),
		];
	}
	if (status >= 500) {
		return [
			l10n.t`found no way to ${server}`,
			l10n.t`Check the host and the port, and whether the proxy can reach them. If ${server} needs no proxy, add it to VS Code’s setting “http.noProxy”.`,
		];
	}
	return [
		l10n.t`refuses connections to ${server}`,
		l10n.t`Ask whoever runs the proxy to allow that host and port. If ${server} needs no proxy, add it to VS Code’s setting “http.noProxy”.`,
	];
}
