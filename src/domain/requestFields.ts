import * as l10n from '@vscode/l10n';
import { HumanError } from '../base/errors';
import { isRecord } from '../base/isRecord';
import { isSecretVariable } from './secretNames';
import { masked, replaceVariables, variablesOf, variableText } from './variableText';
import { shortened } from './words';

/** One value of a parameter of the query. */
export type QueryScalar = string | number | boolean;
/** Parameters appended to the URL, in order; a list gives its name once for each of its values. */
export type Query = Readonly<Record<string, QueryScalar | readonly QueryScalar[]>>;

/** Credentials that become the `Authorization` header. */
export type Auth =
	| { readonly type: 'bearer'; readonly token: string }
	| { readonly type: 'basic'; readonly username: string; readonly password: string };

/** Text, or a value that is sent as its JSON. */
export type RequestBody = string | Readonly<Record<string, unknown>> | readonly unknown[];

// RFC 9110, 5.1 and 5.5: a field name is a token; a value has no control characters but HTAB.
const headerNamePattern = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headerValuePattern = /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/;
const controlPattern = /[\u0000-\u001f\u007f]/;
// Half of a surrogate pair has no encoding in UTF-8.
const brokenTextPattern = /\p{Surrogate}/u;

/**
 * The headers in `value`, names as given.
 * @throws HumanError that says what is wrong with them, as all functions of this file do.
 */
export function toHeaders(value: unknown): Record<string, string> {
	if (!isRecord(value))
		throw new HumanError(l10n.t('"headers" must be an object of names and values.'));
	const headers = Object.entries(value).map(([name, content]): [string, string] => {
		if (!headerNamePattern.test(name)) {
			// Who wrote all of the header there does not want its value repeated.
			const shown = shortened(name.replace(/:.*/s, ':…'));
			throw new HumanError(l10n.t`“${shown}” is not a valid header name.`);
		}
		if (typeof content !== 'string' || !headerValuePattern.test(masked(content))) {
			throw new HumanError(l10n.t`The value of the header “${name}” must be a string on one line.`);
		}
		return [name, content];
	});
	// Not by assignment, which would lose a header named __proto__.
	return Object.fromEntries(headers);
}

/** The parameters in `value`. */
export function toQuery(value: unknown): Query {
	if (!isRecord(value))
		throw new HumanError(l10n.t('"query" must be an object of names and values.'));
	const parameters = Object.entries(value).map(([name, content]) => {
		if (name === '') throw new HumanError(l10n.t('A parameter in "query" has no name.'));
		const values: unknown[] = Array.isArray(content) ? content : [content];
		if (brokenTextPattern.test(name) || !values.every(isQueryScalar)) {
			throw new HumanError(
				l10n.t`The parameter “${shortened(name)}” in "query" must be a string, a number, true or false, or a list of these.`,
			);
		}
		return [name, Array.isArray(content) ? [...values] : values[0]] as const;
	});
	return Object.fromEntries(parameters) as Query;
}

function isQueryScalar(value: unknown): value is QueryScalar {
	if (typeof value === 'string') return !brokenTextPattern.test(value);
	return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** The credentials in `value`. What is said of them never contains them. */
export function toAuth(value: unknown): Auth {
	if (!isRecord(value) || (value.type !== 'bearer' && value.type !== 'basic')) {
		throw new HumanError(l10n.t('"auth" must be an object whose "type" is "bearer" or "basic".'));
	}
	const { type, token, username, password } = value;
	if (type === 'bearer') {
		if (typeof token !== 'string' || token.trim() === '') {
			throw new HumanError(l10n.t('"auth" of the type "bearer" needs a "token" that is a string.'));
		}
		if (controlPattern.test(masked(token))) {
			throw new HumanError(
				l10n.t('The "token" in "auth" must be on one line, without a line end.'),
			);
		}
		return { type, token };
	}
	if (typeof username !== 'string' || typeof password !== 'string') {
		throw new HumanError(
			l10n.t('"auth" of the type "basic" needs a "username" and a "password" that are strings.'),
		);
	}
	// RFC 7617, 2: "a user-id containing a colon character is invalid", and neither may have controls.
	if (masked(username).includes(':')) {
		throw new HumanError(l10n.t('The "username" in "auth" must not contain a colon.'));
	}
	if (controlPattern.test(masked(username) + masked(password))) {
		throw new HumanError(l10n.t('"username" and "password" in "auth" must each be on one line.'));
	}
	return { type, username, password };
}

/** The body in `value`; of an object or a list a copy as JSON has it. */
export function toBody(value: unknown): RequestBody {
	if (typeof value === 'string') return value;
	const problem = l10n.t('"body" must be a string, or an object or a list, which is sent as JSON.');
	if (!isRecord(value) && !Array.isArray(value)) throw new HumanError(problem);
	try {
		const copy: unknown = JSON.parse(JSON.stringify(value));
		if (isRecord(copy) || Array.isArray(copy)) return copy;
	} catch (cause) {
		// A caller of the API can hand in what JSON cannot hold: a cycle, a BigInt.
		throw new HumanError(problem, { cause });
	}
	throw new HumanError(problem);
}

/** The method in `value`, in upper case; variables stay as they are. */
export function toMethod(value: unknown): string {
	if (typeof value !== 'string' || !/^[A-Za-z]+$/.test(masked(value))) {
		throw new HumanError(l10n.t('"method" must be an HTTP method, for example "GET".'));
	}
	// What answers it is a tunnel, for which nobody would ever say that the stream is open.
	if (/^connect$/i.test(value)) {
		throw new HumanError(
			l10n.t('CONNECT asks a proxy for a tunnel, not a server for a stream. Use "GET" or "POST".'),
		);
	}
	refuseSecrets('method', value);
	return replaceVariables(value, variableText, part => part.toUpperCase());
}

/** The last event ID in `value`. */
export function toLastEventId(value: unknown): string {
	if (typeof value !== 'string') throw new HumanError(l10n.t('"lastEventId" must be a string.'));
	// No stream can have set such an ID, and none can be sent in a header.
	if (/[\0\r\n]/.test(value)) {
		throw new HumanError(l10n.t('"lastEventId" must be on one line, without NUL.'));
	}
	refuseSecrets('lastEventId', value);
	return value;
}

function refuseSecrets(field: string, text: string): void {
	const secret = variablesOf(text).find(isSecretVariable);
	if (secret === undefined) return;
	throw new HumanError(
		l10n.t`"${field}" is shown and kept, so ${variableText(secret)} cannot be used in it.`,
	);
}

/** A time in ms; `name` is that of the field. */
export function toTimeMs(name: string, value: unknown): number {
	if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
	throw new HumanError(l10n.t`"${name}" must be a number of milliseconds above 0.`);
}
