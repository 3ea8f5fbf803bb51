import { redacted } from '../../domain/redaction';

// What is shorter stands in too many words by chance, and is none worth the name.
const minLength = 4;

/** Hides values in text that comes from elsewhere: as they are, and in the forms in which servers say them back. */
export class SecretForms {
	/** The longest first, so that none is found within another. */
	private readonly forms: readonly string[];

	/** @param secrets Of those with less than 4 characters nothing is hidden. */
	constructor(secrets: readonly string[]) {
		const long = secrets.filter(({ length }) => length >= minLength);
		const forms = long.flatMap(secret => [
			...formsOf(secret),
			// Bytes that were taken for Latin-1, by Node as by servers that say headers back.
			...formsOf(latin1(secret)),
			// The same twice: such bytes in a header, of which Node makes Latin-1 once more.
			latin1(latin1(secret)),
		]);
		// A body that is JSON stands in an answer that is JSON as one of its strings.
		const all = forms.flatMap(form => [form, inJson(form)]);
		this.forms = [...new Set(all)].sort((a, b) => b.length - a.length);
	}

	/** Words of ours, without them; nor is the beginning of one left before an ellipsis. */
	hide(text: string): string {
		const parts = this.hidden(text).split('…');
		const last = parts.pop() ?? '';
		return [...parts.map(part => this.withoutBeginning(part)), last].join('…');
	}

	/** A page of a server, without them; `isWhole` says whether one may be cut off at its end. */
	hideInPage(text: string, isWhole: boolean): string {
		return isWhole ? this.hidden(text) : this.withoutBeginning(this.hidden(text));
	}

	private hidden(text: string): string {
		return this.forms.reduce((shown, form) => shown.replaceAll(form, redacted), text);
	}

	/** Of a text that is cut off: its end may be the beginning of one. */
	private withoutBeginning(text: string): string {
		for (const form of this.forms) {
			const end = text.slice(-form.length);
			const head = form.slice(0, minLength);
			for (let at = end.indexOf(head); at >= 0; at = end.indexOf(head, at + 1)) {
				if (!form.startsWith(end.slice(at))) continue;
				return text.slice(0, text.length - end.length + at) + redacted;
			}
		}
		return text;
	}
}

function formsOf(secret: string): string[] {
	const valid = secret.replace(/\p{Surrogate}/gu, '\ufffd');
	const bytes = Buffer.from(secret, 'utf8');
	const json = inJson(secret);
	return [
		secret,
		...percentForms(valid),
		// As forms send it, and as `URL` has it in a path and in a query.
		new URLSearchParams([['', secret]]).toString().slice(1),
		encodeURI(valid),
		new URL(`http://host/?${secret.replaceAll('#', '%23')}`).search.slice(1),
		json,
		// PHP and others escape what HTML would read, and all that is not ASCII.
		json.replaceAll('/', '\\/'),
		json.replace(/[^\u0020-\u007e]/g, escaped),
		json.replace(/[^\u0020-\u007e]|[<>&']/g, escaped),
		...["'", '&#39;', '&#x27;', '&apos;'].map(quote => html(secret).replaceAll("'", quote)),
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
	].filter(form => form.length >= minLength);
}

/** What becomes of the bytes of `text` where they are taken for Latin-1. */
function latin1(text: string): string {
	return Buffer.from(text, 'utf8').toString('latin1');
}

/** `secret` percent-encoded, as `URL` has it in a path and in a query, and as others encode. */
export function percentForms(secret: string): string[] {
	const percent = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
	const code = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
	// `URL` encodes one mark more in a query; RFC 3986, 2.2, has these among the reserved ones.
	const forms = [percent, percent.replaceAll("'", '%27'), percent.replace(/[!'()*]/g, code)];
	return forms.flatMap(form => [
		form,
		form.replace(/%[0-9A-F]{2}/g, digits => digits.toLowerCase()),
	]);
}

function inJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

function escaped(char: string): string {
	return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function html(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
