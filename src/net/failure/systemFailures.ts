import * as l10n from '@vscode/l10n';
import type { FailureReport, FailureType } from '../../domain/failure';
import { countText, sizeText } from '../../domain/words';
import type { ProxyNews } from '../exchange/proxyNews';
import type { ServerCertificate } from '../tls/tlsFacts';

/** Chrome takes as much; Node's own default of 16 kB would refuse what a browser shows. */
export const maxHeaderBytes = 256_000;

/** What was known when an error came. */
export interface FailureContext {
	readonly url: URL;
	/** `address:port`, once connected. */
	readonly remoteAddress?: string;
	/** What the server showed, once the handshake got that far. */
	readonly certificate?: ServerCertificate;
	/** Absent where the request went straight to the server. */
	readonly proxy?: ProxyNews;
	/** Whether a redirect led to another origin, for which the endpoint's `tls` does not count. */
	readonly isElsewhere?: boolean;
	/** Whether the error came after the headers of the answer. */
	readonly hasAnswered: boolean;
	/** What the answer said of its body, and what came of it, where the body broke off. */
	readonly announcedBytes?: number;
	readonly receivedBytes?: number;
}

/** The properties that Node's errors may have. */
export interface SystemError extends Error {
	readonly code?: string;
	readonly syscall?: string;
	readonly address?: string;
	readonly port?: number;
}

/** What the words are made of. */
export interface Facts {
	readonly host: string;
	/** `address:port`, or as much of it as is known. */
	readonly peer: string;
	readonly cause: SystemError | undefined;
	readonly context: FailureContext;
}

/** A failure for now. */
export type Description = Pick<FailureReport, 'title' | 'advice' | 'explanation'> & {
	readonly type: FailureType;
	readonly words: string;
};

type Kind = 'unknownHost' | 'noLookup' | 'refused' | 'unreachable' | 'timeout' | 'cut' | 'overflow';

const kindOfCode: Readonly<Record<string, Kind>> = {
	ENOTFOUND: 'unknownHost',
	EAI_NONAME: 'unknownHost',
	EAI_NODATA: 'unknownHost',
	EAI_AGAIN: 'noLookup',
	EAI_FAIL: 'noLookup',
	ECONNREFUSED: 'refused',
	EHOSTUNREACH: 'unreachable',
	EHOSTDOWN: 'unreachable',
	ENETUNREACH: 'unreachable',
	ENETDOWN: 'unreachable',
	EADDRNOTAVAIL: 'unreachable',
	EACCES: 'unreachable',
	EPERM: 'unreachable',
	ETIMEDOUT: 'timeout',
	ESOCKETTIMEDOUT: 'timeout',
	ECONNRESET: 'cut',
	ECONNABORTED: 'cut',
	EPIPE: 'cut',
	HPE_HEADER_OVERFLOW: 'overflow',
};

const descriptions: Readonly<Record<Kind, (facts: Facts) => Description>> = {
	unknownHost: ({ host }) => ({
		type: 'unknown-host',
		words: l10n.t`unknown host ${host}`,
		title: l10n.t`The host ${host} is not known`,
		advice: l10n.t('Check the spelling of the host.'),
		explanation: l10n.t('The name was looked up, and it has no address.'),
	}),
	noLookup: ({ host }) => ({
		type: 'unknown-host',
		words: l10n.t`no name server answered for ${host}`,
		title: l10n.t`The address of ${host} could not be looked up`,
		advice: l10n.t('Check that this computer is online, and its VPN if it uses one.'),
		explanation: l10n.t('No name server gave an answer.'),
	}),
	refused: ({ peer }) => ({
		type: 'refused',
		words: l10n.t`connection refused by ${peer}`,
		title: l10n.t`${peer} refused the connection`,
		advice: l10n.t('Is the server running? Check the host and the port.'),
		explanation: l10n.t('The computer is there, but it takes no connections on that port.'),
	}),
	unreachable: ({ peer }) => ({
		type: 'unreachable',
		words: l10n.t`${peer} cannot be reached`,
		title: l10n.t`${peer} cannot be reached`,
		advice: l10n.t('Check the network, the VPN and the firewall.'),
		explanation: l10n.t('The system found no way to that address, or does not allow it.'),
	}),
	timeout: ({ peer, cause, context }) =>
		context.remoteAddress === undefined || cause?.syscall === 'connect'
			? noSignOf(peer)
			: {
					type: 'timeout',
					words: l10n.t('the connection died: no answer to keep-alive'),
					title: l10n.t`The connection to ${peer} died`,
					advice: l10n.t('Check the network, the VPN, and whether the server is still there.'),
					explanation: l10n.t(
						'It was silent, and the other end no longer answered when the system asked for a sign of life.',
					),
				},
	cut({ peer, cause, context }) {
		// A reset is an error of a system call; a mere end of the connection is Node's finding.
		const isReset = cause?.syscall !== undefined;
		const when = context.hasAnswered
			? l10n.t('in the middle of the answer')
			: l10n.t('before an answer');
		return {
			type: 'reset',
			words: isReset
				? l10n.t`connection reset by ${peer} ${when}`
				: l10n.t`connection closed by ${peer} ${when}`,
			title: isReset
				? l10n.t`${peer} reset the connection ${when}`
				: l10n.t`${peer} closed the connection ${when}`,
			advice: l10n.t('Look at the log of the server, and of any proxy before it.'),
			explanation: context.hasAnswered
				? l10n.t`The stream did not end as HTTP ends an answer, so ${missing(context)}.`
				: l10n.t('The server, or something on the way to it, gave up the connection.'),
		};
	},
	overflow({ peer, context }) {
		// The same bound holds for the trailers, which follow a chunked body.
		const what = context.hasAnswered ? l10n.t('trailers') : l10n.t('headers');
		return {
			type: 'protocol',
			words: l10n.t`${what} in the answer of ${peer} too large`,
			title: l10n.t`The ${what} of the answer are larger than ${sizeText(maxHeaderBytes)}`,
			advice: l10n.t('Look at what the server sends there, cookies above all.'),
			explanation: l10n.t('Reading stopped at that size, as it does in browsers.'),
		};
	},
};

function missing({ announcedBytes, receivedBytes }: FailureContext): string {
	if (announcedBytes === undefined || receivedBytes === undefined) {
		return l10n.t('something may be missing');
	}
	const left = countText(announcedBytes - receivedBytes);
	return l10n.t`${left} of the ${countText(announcedBytes)} bytes that its Content-Length announced are missing`;
}

/** An error of the system or of the connection, in words; `undefined` for a code that is none. */
export function describeSystemError(code: string, facts: Facts): Description | undefined {
	const kind = kindOfCode[code];
	return kind === undefined ? undefined : descriptions[kind](facts);
}

function noSignOf(peer: string): Description {
	return {
		type: 'timeout',
		words: l10n.t`no sign of ${peer}`,
		title: l10n.t`Nothing came back from ${peer}`,
		advice: l10n.t('Check the address, the network and the firewall.'),
		explanation: l10n.t('The system gave up waiting: there was neither an answer nor a refusal.'),
	};
}
