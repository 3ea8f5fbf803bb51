import type { FailureReport } from '../../domain/failure';
import { redacted } from '../../domain/redaction';
import { isSecretHeader, isSecretParameter } from '../../domain/secretNames';
import { carriedForms, type ResolvedEndpoint } from '../../domain/resolvedEndpoint';
import { percentDecoded } from '../../domain/words';
import type { AttemptFailure } from '../failure/attemptFailure';
import type { AttemptDetails, AttemptEnding } from '../attemptListener';
import type { OutgoingRequest } from '../exchange/outgoingRequest';
import { percentForms, SecretForms } from './secretForms';

type Header = readonly [string, string];

/**
 * Hides in what is told of an attempt the secrets that its request carried: servers say them back, in
 * error pages, headers and redirects. The stream itself stays as it was sent.
 */
export class EchoedSecrets {
	private readonly forms: SecretForms;
	/** What we were given as secret is hidden in what we show of the request, however short it is. */
	private readonly known: readonly string[];

	constructor(
		{ url, auth, secrets: given = [] }: ResolvedEndpoint,
		{ url: asked, headers }: OutgoingRequest,
	) {
		const known = carriedForms(given);
		const secrets = headers
			.filter(([name]) => isSecretHeader(name))
			.flatMap(([, value]) => [value, value.replace(/^[\w-]+ +/, '')]);
		secrets.push(...known);
		for (const [name, value] of asked.searchParams) {
			if (isSecretParameter(name)) secrets.push(value);
		}
		const { password } = new URL(url);
		if (password !== '') secrets.push(password, percentDecoded(password));
		if (auth?.type === 'basic') secrets.push(auth.password);
		this.forms = new SecretForms(secrets);
		this.known = known
			.flatMap(secret => [secret, ...percentForms(secret)])
			.sort((a, b) => b.length - a.length);
	}

	/** `details` without them. */
	inDetails<T extends AttemptDetails>(details: T): T {
		const { request, response, hops } = details;
		const header = ([name, value]: Header): Header => [name, this.hide(value)];
		const own = ([name, value]: Header): Header => [name, this.hideOwn(value)];
		return {
			...details,
			...(request && {
				request: {
					...request,
					url: this.hideOwn(request.url),
					headers: request.headers.map(own),
				},
			}),
			...(response && {
				response: {
					...response,
					statusText: this.hide(response.statusText),
					headers: response.headers.map(header),
				},
			}),
			...(hops && {
				hops: hops.map(hop => ({ ...hop, from: this.hide(hop.from), to: this.hide(hop.to) })),
			}),
		};
	}

	/** `ending` without them. */
	inEnding(ending: AttemptEnding): AttemptEnding {
		if (ending.type === 'ended') return ending;
		const details = this.inDetails(ending.details);
		if (ending.type === 'no-content') return { ...ending, details };
		return { ...ending, details, failure: this.inFailure(ending.failure) };
	}

	private inFailure({ report, words, ...others }: AttemptFailure): AttemptFailure {
		const { title, advice, explanation, answer } = report;
		const hidden: FailureReport = {
			...report,
			title: this.hide(title),
			advice: this.hide(advice),
			explanation: this.hide(explanation),
			...(answer && {
				answer: { ...answer, text: this.forms.hideInPage(answer.text, answer.isComplete) },
			}),
		};
		return { ...others, words: this.hide(words), report: hidden };
	}

	private hideOwn(text: string): string {
		return this.known.reduce(
			(shown, secret) => shown.replaceAll(secret, redacted),
			this.hide(text),
		);
	}

	private hide(text: string): string {
		return this.forms.hide(text);
	}
}
