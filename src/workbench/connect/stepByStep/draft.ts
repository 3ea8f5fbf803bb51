import { toEndpoint, type Endpoint } from '../../../domain/endpoint';
import type { Auth, RequestBody } from '../../../domain/requestFields';

/** An endpoint while it is put together: each part stays as it was given when the user goes back. */
export interface EndpointDraft {
	url: string;
	method: string;
	/** In the order in which they were added. */
	headers: readonly (readonly [name: string, value: string])[];
	/** Kept while the method has none. */
	body?: RequestBody;
	auth?: Auth;
}

export function emptyDraft(): EndpointDraft {
	return { url: '', method: 'GET', headers: [] };
}

/** Whether requests by that method carry one. */
export function hasBody({ method }: EndpointDraft): boolean {
	return method !== 'GET';
}

/** @throws HumanError if the parts do not go together. */
export function draftedEndpoint(draft: EndpointDraft): Endpoint {
	const { url, method, headers, body, auth } = draft;
	return toEndpoint({
		url,
		method,
		...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
		...(hasBody(draft) && body !== undefined && { body }),
		...(auth !== undefined && { auth }),
	});
}
