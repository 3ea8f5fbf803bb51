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
	const host = `the proxy ${name.replace(/:\d+$/, '')}`;
	const tls = tlsFailure(cause, { host, peer: `proxy ${name}`, isElsewhere: true });
	if (tls !== undefined) return { ...tls, report: { ...tls.report, type: 'proxy' } };
	const server = hostAndPort(context.url);
	const code = cause?.code ?? '';
	const facts = { host, peer: name, cause, context: { ...context, hasAnswered: false } };
	const [words, happened] = wordsFor(describeSystemError(code, facts)?.type, name, server);
	const reason = causeChain(error).join(': ') || 'no reason was given';
	return {
		words,
		report: {
			type: 'proxy',
			...(code !== '' && { code }),
			title: `The proxy ${name} ${happened}`,
			advice: `Check VS Code’s setting “http.proxy”, and the proxy that the system is set to. If ${server} needs none, add it to “http.noProxy”.`,
			explanation: `The request did not get to ${server}: ${reason}.`,
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
			return [`connection refused by proxy ${name}`, 'refused the connection'];
		case 'unknown-host':
			return [`unknown proxy ${name}`, 'is not known'];
		case 'unreachable':
		case 'timeout':
			return [`proxy ${name} cannot be reached`, 'cannot be reached'];
		case 'reset':
			return [`connection cut by proxy ${name}`, 'cut the connection before an answer'];
		default:
			return [`no connection through proxy ${name}`, `made no connection to ${server}`];
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
	const proxy = response.proxy === undefined ? 'the proxy' : `the proxy ${response.proxy}`;
	const server = hostAndPort(url);
	const [happened, advice] = answerWords(status, server);
	const isFinal = status < 500;
	return {
		words: `${statusLine(response)} by ${proxy}`,
		report: {
			type: 'proxy',
			title: `${proxy.replace('the', 'The')} ${happened}`,
			advice,
			explanation: isFinal
				? `The request did not get to ${server}. After ${status} ${staysClosed}`
				: `The request did not get to ${server}: the proxy answered ${statusLine(response)} itself.`,
			isFinal,
			...(body.sizeBytes > 0 && { answer: body }),
		},
	};
}

function answerWords(status: number, server: string): readonly [string, string] {
	if (status === 407) {
		return [
			'wants a user name and password',
			'Write them into VS Code’s setting “http.proxy”: http://user:password@host:port. If they are there, check them.',
		];
	}
	if (status >= 500) {
		return [
			`found no way to ${server}`,
			`Check the host and the port, and whether the proxy can reach them. If ${server} needs no proxy, add it to VS Code’s setting “http.noProxy”.`,
		];
	}
	return [
		`refuses connections to ${server}`,
		`Ask whoever runs the proxy to allow that host and port. If ${server} needs no proxy, add it to VS Code’s setting “http.noProxy”.`,
	];
}
