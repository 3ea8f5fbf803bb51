import * as l10n from '@vscode/l10n';
import { assertNever } from '../../base/assertNever';
import type { FailureReport } from '../../domain/failure';
import { shortened } from '../../domain/words';
import { staysClosed, type AttemptFailure } from './attemptFailure';
import {
	http2Codes,
	type Http2Code,
	type Http2Error,
	type Http2Trouble,
} from '../exchange/http2Trouble';

/** Puts it in words; `peer` is `address:port`. */
export function http2Failure(
	{ trouble }: Http2Error,
	peer: string,
	hasAnswered: boolean,
): AttemptFailure {
	switch (trouble.type) {
		case 'not-offered':
			return notOffered(trouble.wanted, peer);
		case 'proxied':
			return final(l10n.t('HTTP/2 without TLS cannot go through a proxy'), {
				advice: l10n.t('Set “httpVersion” of the endpoint to "auto", or use an https:// URL.'),
				explanation: l10n.t('A proxy passes on requests without TLS by HTTP/1.1 only.'),
			});
		case 'reset':
		case 'goaway':
			return broken(trouble, peer, hasAnswered);
		case 'invalid': {
			const words = hasAnswered
				? l10n.t('the answer stopped being valid HTTP/2')
				: l10n.t`${peer} does not answer in HTTP/2`;
			return {
				words,
				...(hasAnswered && { address: peer }),
				report: {
					type: 'protocol',
					title: capital(words),
					advice: hasAnswered
						? l10n.t('Look at the server, or at the proxy before it.')
						: l10n.t('Set “httpVersion” of the endpoint to "auto" or "1.1".'),
					explanation: l10n.t`What came breaks the rules of HTTP/2: ${trouble.reason}.`,
					isFinal: false,
				},
			};
		}
		default:
			return assertNever(trouble);
	}
}

function notOffered(wanted: 'HTTP/2' | 'HTTP/1.1' | 'any', peer: string): AttemptFailure {
	if (wanted === 'any') {
		return final(l10n.t`${peer} offers neither HTTP/2 nor HTTP/1.1`, {
			advice: l10n.t('Look at the TLS settings of the server, and of any proxy before it.'),
			explanation: l10n.t('Asked by ALPN which of the two it speaks, it ended the TLS handshake.'),
		});
	}
	return final(l10n.t`the server does not offer ${wanted}`, {
		advice: l10n.t('Set “httpVersion” of the endpoint to "auto".'),
		explanation: l10n.t`The endpoint allows ${wanted} only, and by ALPN the server did not agree to it.`,
	});
}

function final(
	words: string,
	{ advice, explanation }: Pick<FailureReport, 'advice' | 'explanation'>,
): AttemptFailure {
	return {
		words,
		report: {
			type: 'protocol',
			title: capital(words),
			advice,
			explanation: l10n.t`${explanation} After that ${staysClosed()}`,
			isFinal: true,
		},
	};
}

/** The stream was open, or asked for, and somebody gave it up. */
function broken(
	trouble: Extract<Http2Trouble, { type: 'reset' | 'goaway' }>,
	peer: string,
	hasAnswered: boolean,
): AttemptFailure {
	const name: Http2Code | undefined = http2Codes[trouble.code];
	const when = hasAnswered ? l10n.t('in the middle of the answer') : l10n.t('before an answer');
	const { words, advice, explanation } = wordsFor(name, peer, when);
	const said = trouble.type === 'goaway' ? trouble.words.trim() : '';
	const saying = said === '' ? '' : l10n.t` It says “${shortened(said)}”.`;
	const isFinal = name === 'HTTP_1_1_REQUIRED';
	return {
		words,
		report: {
			type: 'reset',
			code: name ?? l10n.t`code ${trouble.code}`,
			title: capital(words),
			advice: advice ?? l10n.t('Look at the log of the server, and of any proxy before it.'),
			explanation: `${explanation}${saying}${isFinal ? l10n.t` After that ${staysClosed()}` : ''}`,
			isFinal,
		},
	};
}

interface Words {
	readonly words: string;
	readonly advice?: string;
	readonly explanation: string;
}

function wordsFor(name: Http2Code | undefined, peer: string, when: string): Words {
	switch (name) {
		case 'NO_ERROR':
		case 'CANCEL':
			return {
				words: l10n.t`stream cancelled by ${peer} ${when}`,
				explanation: l10n.t(
					'It was not ended as HTTP/2 ends an answer, so something may be missing.',
				),
			};
		case 'REFUSED_STREAM':
			return {
				words: l10n.t`stream refused by ${peer}`,
				explanation: l10n.t(
					'The server did nothing with the request: it is busy, or about to stop.',
				),
			};
		case 'INTERNAL_ERROR':
			return {
				words: l10n.t`${peer} failed ${when}`,
				explanation: l10n.t('The server gave up the stream because of an error of its own.'),
			};
		case 'ENHANCE_YOUR_CALM':
			return {
				words: l10n.t`stream given up as too much ${when}`,
				advice: l10n.t(
					'Connect less often; or look at the headers of the answer, which may be too large.',
				),
				explanation: l10n.t(
					'Either the server asks for fewer requests, or it sent more headers than are read here.',
				),
			};
		case 'INADEQUATE_SECURITY':
			return {
				words: l10n.t`${peer} finds the encryption too weak for HTTP/2`,
				advice: l10n.t(
					'Set “httpVersion” of the endpoint to "1.1", or let the server offer TLS 1.3.',
				),
				explanation: l10n.t('HTTP/2 does not go with older ciphers.'),
			};
		case 'HTTP_1_1_REQUIRED':
			return {
				words: l10n.t`${peer} wants HTTP/1.1 for this request`,
				advice: l10n.t('Set “httpVersion” of the endpoint to "auto" or "1.1".'),
				explanation: l10n.t('The endpoint allows HTTP/2 only.'),
			};
		case 'PROTOCOL_ERROR':
		case 'FLOW_CONTROL_ERROR':
		case 'FRAME_SIZE_ERROR':
		case 'COMPRESSION_ERROR':
			return {
				words: l10n.t`HTTP/2 rules broken ${when}`,
				explanation: l10n.t('The stream was given up because what one side sent breaks the rules.'),
			};
		default:
			return {
				words: l10n.t`stream reset ${when}`,
				explanation: l10n.t`The stream to ${peer} did not end as HTTP/2 ends an answer.`,
			};
	}
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
