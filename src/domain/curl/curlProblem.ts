import * as l10n from '@vscode/l10n';
import { shortened } from '../words';

/** What is wrong with a command line: a sentence that says what to do, and the place, in UTF-16 units from 0. */
export interface CurlProblem {
	readonly message: string;
	readonly at: number;
}

/** Ends the reading of a command line; `parseCurl` turns it into its answer, nobody else sees it. */
export class CurlFailure extends Error {
	constructor(readonly problem: CurlProblem) {
		super(problem.message);
	}
}

/** @throws CurlFailure always. */
export function failAt(at: number, message: string): never {
	throw new CurlFailure({ message, at });
}

/** Where something stands, as a person counts. */
export function place(at: number): string {
	return l10n.t`at character ${at + 1}`;
}

/** A piece of the command line as it stands in a sentence. */
export function cited(text: string): string {
	return `“${shortened(text.replace(/\s+/g, ' '), 40)}”`;
}
