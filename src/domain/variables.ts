import * as l10n from '@vscode/l10n';
import { HumanError } from '../base/errors';
import { isRecord } from '../base/isRecord';
import type { Endpoint } from './endpoint';
import { masked, replaceVariables, variablesOf, variableText, type Variable } from './variableText';

/** What stands for a variable of an endpoint that connects. */
export type VariableValue = (variable: Variable) => string;

/** The variables in all fields of `endpoint`, in order, each once. */
export function variablesIn(endpoint: Endpoint): Variable[] {
	const found = new Map<string, Variable>();
	mapped(endpoint, text => {
		for (const variable of variablesOf(text)) found.set(variableText(variable), variable);
		return text;
	});
	return [...found.values()];
}

/**
 * `endpoint` with values for all of its variables. They are put into strings, never into JSON text, and
 * encoded where a URL needs it; whether the result is valid is to be looked at afterwards.
 * @throws HumanError if a value cannot stand where it would. It does not tell the value.
 */
export function substituted(endpoint: Endpoint, value: VariableValue): Endpoint {
	return mapped(endpoint, (text, place) => {
		switch (place.field) {
			case 'url':
				return substitutedUrl(text, value);
			case 'header':
				return replaceVariables(text, variable => {
					const content = value(variable);
					if (!/[\r\n\0]/.test(content)) return content;
					throw new HumanError(
						l10n.t`The value of ${variableText(variable)} has a line end, which the header “${place.name}” cannot carry.`,
					);
				});
			case 'other':
				return replaceVariables(text, value);
		}
	});
}

/**
 * `url` with values for its variables: percent-encoded in the query and the fragment, and secrets
 * always; elsewhere as they are, for a value may hold a whole origin, or a path.
 * @throws HumanError if a secret stands before the path: it would choose who is told of it.
 */
export function substitutedUrl(url: string, value: VariableValue): string {
	return replaceVariables(url, (variable, before) => {
		const isBeforePath = !/^[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]/i.test(before);
		if (variable.type === 'secret' && isBeforePath) {
			throw new HumanError(
				l10n.t`${variableText(variable)} stands before the path of the URL. Which secrets are sent depends on scheme, host and port, so these cannot be secrets.`,
			);
		}
		const isEncoded = variable.type === 'secret' || /[?#]/.test(before);
		return isEncoded ? percentEncoded(value(variable)) : value(variable);
	});
}

/** The variables that choose whom the endpoint talks to: before the path of its URL. */
export function isInOrigin(endpoint: Endpoint, variable: Variable): boolean {
	const text = masked(endpoint.url);
	const end = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*/i.exec(text)?.[0].length ?? 0;
	const wanted = variableText(variable);
	return variablesOf(endpoint.url.slice(0, end)).some(one => variableText(one) === wanted);
}

type Place =
	| { readonly field: 'url' | 'other' }
	/** The value of the header `name`. */
	| { readonly field: 'header'; readonly name: string };

/** `endpoint` with every string in it mapped, but for its name and the names of things. */
function mapped(endpoint: Endpoint, map: (text: string, place: Place) => string): Endpoint {
	const deep = (value: unknown): unknown => {
		if (typeof value === 'string') return map(value, { field: 'other' });
		if (Array.isArray(value)) return value.map(deep);
		if (!isRecord(value)) return value;
		// Not by assignment, which would lose a key named __proto__.
		return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, deep(each)]));
	};
	const url = map(endpoint.url, { field: 'url' });
	const fields = ['query', 'method', 'auth', 'body', 'lastEventId', 'tls'] as const;
	const others = fields.flatMap(name =>
		endpoint[name] === undefined ? [] : [[name, deep(endpoint[name])] as const],
	);
	const headers = Object.entries(endpoint.headers ?? {}).map(
		([name, text]) => [name, map(text, { field: 'header', name })] as const,
	);
	return {
		...endpoint,
		url,
		...(Object.fromEntries(others) as Partial<Endpoint>),
		...(endpoint.headers && { headers: Object.fromEntries(headers) }),
	};
}

/** As a component of a URL. Half of a surrogate pair has no encoding in UTF-8. */
function percentEncoded(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
