import * as l10n from '@vscode/l10n';
import { STATUS_CODES } from 'node:http';
import type { ResponseFacts } from '../../domain/entry';
import type { AnswerBody } from '../../domain/failure';
import { shortened } from '../../domain/words';
import { staysClosed, type AttemptFailure } from './attemptFailure';
import { contentCoding, maxCodings, type Coding } from '../body/contentCoding';
import type { OutgoingRequest } from '../exchange/outgoingRequest';
import { adviceForStatus } from './statusAdvice';

/** What the head of an answer decides. */
export type Verdict =
	| { readonly type: 'open'; readonly codings: readonly Coding[] }
	| { readonly type: 'no-content' }
	| { readonly type: 'status' }
	| { readonly type: 'content-type' }
	/** Nobody here knows how to undo its coding. */
	| { readonly type: 'unknown-coding'; readonly name: string };

/** Whether an answer that is no redirect opens a stream. */
export function judge({ status, headers }: ResponseFacts): Verdict {
	// [spec] "Clients will reconnect if the connection is closed; a client can be told to stop
	// reconnecting using the HTTP 204 No Content response code."
	if (status === 204) return { type: 'no-content' };
	// [spec] "Otherwise, if res's status is not 200, or if res's `Content-Type` is not
	// `text/event-stream`, then fail the connection."
	if (status !== 200) return { type: 'status' };
	if (essenceOf(headers) !== 'text/event-stream') return { type: 'content-type' };
	const coding = contentCoding(headers);
	return coding.isKnown
		? { type: 'open', codings: coding.codings }
		: { type: 'unknown-coding', name: coding.name };
}

/** Type and subtype in lower case, without parameters; `undefined` where there is no valid one. */
export function essenceOf(headers: ResponseFacts['headers']): string | undefined {
	// [spec] Fetch, extract a MIME type: of several values the last valid one counts, `*/*` does not.
	return valuesOf(headers, 'content-type')
		.flatMap(value => value.split(','))
		.map(value => withoutSpaces(value.split(';')[0] ?? '').toLowerCase())
		.findLast(
			essence => essence !== '*/*' && /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(essence),
		);
}

/** Without whitespace around it. A pattern anchored at the end takes for ever for a header full of it. */
function withoutSpaces(value: string): string {
	const words = value.split(/[\t ]+/).filter(word => word !== '');
	return words.join(' ');
}

/** An answer that opens no stream, in words. */
export function answerFailure(
	verdict: Exclude<Verdict, { type: 'open' | 'no-content' }>,
	response: ResponseFacts,
	request: Pick<OutgoingRequest, 'headers' | 'secretNames'>,
	body: AnswerBody,
): AttemptFailure {
	const answered = statusLine(response);
	const essence = essenceOf(response.headers);
	const answer = body.sizeBytes === 0 ? undefined : body;
	const common = { isFinal: true, ...(answer !== undefined && { answer }) };
	switch (verdict.type) {
		case 'status': {
			const content = body.sizeBytes === 0 ? '' : l10n.t`, with ${contentWords(essence)}`;
			return {
				words: [answered, body.sizeBytes > 0 && essence].filter(Boolean).join(' · '),
				report: {
					...common,
					type: 'status',
					title: l10n.t`The server answered ${answered}${content}`,
					advice: adviceForStatus(response, request),
					...(refuses(response) && hasSecrets(request) && { secretNames: request.secretNames }),
					explanation: l10n.t`After ${response.status} ${staysClosed()}${perhapsOfProxy(response)}`,
				},
			};
		}
		case 'content-type':
			return {
				words: l10n.t`${answered} · ${essence ?? l10n.t('no content type')} instead of text/event-stream`,
				report: {
					...common,
					type: 'content-type',
					title:
						essence === undefined
							? l10n.t`The server answered ${answered}, but does not say that it is a stream`
							: l10n.t`The server answered ${answered}, but with ${contentWords(essence)}`,
					advice: adviceForType(essence),
					explanation: l10n.t`Only an answer of the type text/event-stream is a stream. After any other ${staysClosed()}`,
				},
			};
		case 'unknown-coding': {
			const name = shortened(verdict.name);
			return {
				words: l10n.t`${answered} · coded with ${name}, which cannot be read here`,
				report: {
					...common,
					type: 'content-type',
					title: l10n.t`The server coded the stream with ${name}, which cannot be read here`,
					advice: request.headers.some(([each]) => each.toLowerCase() === 'accept-encoding')
						? l10n.t('Remove the header Accept-Encoding from the endpoint.')
						: l10n.t(
								'Switch that coding off for this path on the server, or on the proxy before it.',
							),
					explanation: l10n.t`Only gzip, deflate, br and zstd can be read, and at most ${maxCodings} of them in a row. After that ${staysClosed()}`,
				},
			};
		}
	}
}

/** Whether the answer may be about credentials. */
function refuses({ status }: ResponseFacts): boolean {
	return status === 401 || status === 403;
}

function hasSecrets({ secretNames = [] }: Pick<OutgoingRequest, 'secretNames'>): boolean {
	return secretNames.length > 0;
}

/** Without TLS nobody can tell whose answer it is. */
function perhapsOfProxy({ proxy, tls }: ResponseFacts): string {
	if (proxy === undefined || tls !== undefined) return '';
	return l10n.t` It came through the proxy ${proxy}, which may have given it itself.`;
}

/** `404 Not Found`; the server's own phrase where it sent one. */
export function statusLine({ status, statusText }: ResponseFacts): string {
	const phrase = statusText.trim() === '' ? (STATUS_CODES[status] ?? '') : statusText.trim();
	return `${status} ${phrase.length > 60 ? `${phrase.slice(0, 59)}…` : phrase}`.trim();
}

function contentWords(essence: string | undefined): string {
	if (essence === 'text/html' || essence === 'application/xhtml+xml') {
		return l10n.t('a web page instead of a stream');
	}
	if (essence === 'text/event-stream') return l10n.t('a stream that must not be read');
	if (essence === undefined) return l10n.t('something of no stated type instead of a stream');
	if (/[/+]json$/.test(essence)) return l10n.t('JSON instead of a stream');
	if (essence === 'text/plain') return l10n.t('plain text instead of a stream');
	return l10n.t`${essence} instead of a stream`;
}

function adviceForType(essence: string | undefined): string {
	if (essence === undefined) {
		return l10n.t('Make the server send the header Content-Type: text/event-stream.');
	}
	if (essence === 'text/html' || essence === 'application/xhtml+xml') {
		return l10n.t('Check the path of the URL, and whether the server wants you to log in first.');
	}
	if (/[/+]json$/.test(essence)) {
		return l10n.t(
			'Check the URL, and whether the request must ask for a stream, for example by "stream": true in its body.',
		);
	}
	return l10n.t(
		'Check the path of the URL, or make the server send Content-Type: text/event-stream.',
	);
}

function valuesOf(headers: ResponseFacts['headers'], name: string): string[] {
	return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}
