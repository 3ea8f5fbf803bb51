import type { ConnectionDetails, RedirectHop } from './entry';
import { redacted, redactHeaders, redactUrl } from './redaction';

type Headers = readonly (readonly [string, string])[];

/**
 * What is told of a connection, fit to be written to a file or taken from one: what we recorded is so
 * already, what others did is not.
 */
export function redactDetails(details: ConnectionDetails): ConnectionDetails {
	const { request, response, hops } = details;
	return {
		...details,
		...(request && {
			request: { ...request, url: redactUrl(request.url), headers: redactAll(request.headers) },
		}),
		...(response && { response: { ...response, headers: redactAll(response.headers) } }),
		...(hops && { hops: hops.map(redactHop) }),
	};
}

/** The names of the headers in `details` whose values were taken out, in lower case. */
export function redactedHeaders({ request, response }: ConnectionDetails): string[] {
	return [...(request?.headers ?? []), ...(response?.headers ?? [])]
		.filter(([, value]) => value.includes(redacted))
		.map(([name]) => name.toLowerCase());
}

/** Whether parts of a URL in `details` were taken out. */
export function hasRedactedUrl({ request, response, hops = [] }: ConnectionDetails): boolean {
	const headers = [...(request?.headers ?? []), ...(response?.headers ?? [])];
	const urls = [request?.url ?? '', ...hops.flatMap(({ from, to }) => [from, to])];
	const inHeaders = headers.filter(([name]) => isUrlHeader(name)).map(([, value]) => value);
	return [...urls, ...inHeaders].some(url => url.includes(redacted));
}

function redactAll(headers: Headers): Headers {
	return redactHeaders(headers).map(([name, value]) =>
		isUrlHeader(name) ? [name, redactUrl(value)] : [name, value],
	);
}

function redactHop(hop: RedirectHop): RedirectHop {
	return { ...hop, from: redactUrl(hop.from), to: redactUrl(hop.to) };
}

function isUrlHeader(name: string): boolean {
	return /^(referer|location|content-location)$/i.test(name);
}
