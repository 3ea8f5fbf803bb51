import {
	attemptPhases,
	type AttemptTimings,
	type ConnectionDetails,
	type RedirectHop,
	type RequestFacts,
	type ResponseFacts,
	type TlsFacts,
} from '../../../domain/entry';
import type { AnswerBody, FailureReport, FailureType, TlsRemedy } from '../../../domain/failure';
import { present, soundCount, soundList, soundNumber, soundRecord, soundText } from './sound';

const failureTypes: Readonly<Record<FailureType, true>> = {
	status: true,
	'content-type': true,
	'unknown-host': true,
	refused: true,
	unreachable: true,
	reset: true,
	timeout: true,
	tls: true,
	proxy: true,
	'network-change': true,
	dropped: true,
	redirect: true,
	protocol: true,
	other: true,
};

const tlsRemedies: Readonly<Record<TlsRemedy, true>> = { trust: true, rename: true, skip: true };

/** Those facts of a connection that are what they should be. */
export function soundDetails(value: unknown): ConnectionDetails | undefined {
	return soundRecord(value, details =>
		present({
			request: soundRecord(details.request, soundRequest),
			response: soundRecord(details.response, soundResponse),
			hops: Array.isArray(details.hops) ? soundList(details.hops, soundHop) : undefined,
			timings: soundRecord(details.timings, soundTimings),
			failure: soundRecord(details.failure, soundFailure),
			delayMs: soundNumber(details.delayMs),
		}),
	);
}

/** Pairs of texts. */
function soundPairs(value: unknown): (readonly [string, string])[] {
	return soundList(value, pair =>
		Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
			? ([pair[0], pair[1]] as const)
			: undefined,
	);
}

function soundRequest(request: Record<string, unknown>): RequestFacts {
	return present({
		method: soundText(request.method) ?? '',
		url: soundText(request.url) ?? '',
		headers: soundPairs(request.headers),
		lastEventId: soundText(request.lastEventId),
		bodySize: soundCount(request.bodySize),
	});
}

function soundResponse(response: Record<string, unknown>): ResponseFacts {
	return present({
		status: soundCount(response.status) ?? 0,
		statusText: soundText(response.statusText) ?? '',
		httpVersion: soundText(response.httpVersion) ?? '',
		headers: soundPairs(response.headers),
		contentCoding: soundText(response.contentCoding),
		remoteAddress: soundText(response.remoteAddress),
		proxy: soundText(response.proxy),
		tls: soundRecord(response.tls, soundTls),
	});
}

function soundTls(tls: Record<string, unknown>): TlsFacts {
	return present({
		protocol: soundText(tls.protocol) ?? '',
		cipher: soundText(tls.cipher) ?? '',
		subject: soundText(tls.subject) ?? '',
		issuer: soundText(tls.issuer) ?? '',
		validTo: soundText(tls.validTo) ?? '',
		unverified: soundText(tls.unverified),
	});
}

function soundHop(value: unknown): RedirectHop | undefined {
	return soundRecord(value, hop => ({
		status: soundCount(hop.status) ?? 0,
		from: soundText(hop.from) ?? '',
		to: soundText(hop.to) ?? '',
		droppedHeaders: soundList(hop.droppedHeaders, soundText),
	}));
}

function soundTimings(timings: Record<string, unknown>): AttemptTimings {
	return present(
		Object.fromEntries(attemptPhases.map(phase => [phase, soundNumber(timings[phase])])),
	);
}

function soundFailure(failure: Record<string, unknown>): FailureReport {
	const type = soundText(failure.type) ?? '';
	const remedy = soundText(failure.tlsRemedy) ?? '';
	return present({
		type: Object.hasOwn(failureTypes, type) ? (type as FailureType) : 'other',
		code: soundText(failure.code),
		title: soundText(failure.title) ?? '',
		advice: soundText(failure.advice) ?? '',
		explanation: soundText(failure.explanation) ?? '',
		isFinal: failure.isFinal === true,
		tlsRemedy: Object.hasOwn(tlsRemedies, remedy) ? (remedy as TlsRemedy) : undefined,
		secretNames: Array.isArray(failure.secretNames)
			? soundList(failure.secretNames, soundText)
			: undefined,
		answer: soundRecord(failure.answer, soundAnswer),
	});
}

function soundAnswer(answer: Record<string, unknown>): AnswerBody {
	return {
		text: soundText(answer.text) ?? '',
		sizeBytes: soundCount(answer.sizeBytes) ?? 0,
		isComplete: answer.isComplete === true,
	};
}
