import * as vscode from 'vscode';
import { HumanError } from '../../../base/errors';
import { isSecretHeader } from '../../../domain/secretNames';
import { toHeaders } from '../../../domain/requestFields';
import { askText } from './askText';
import type { Frame } from './step';

type Header = readonly [name: string, value: string];

export type HeaderAnswer =
	{ readonly type: 'header'; readonly header: Header } | { readonly type: 'back' | 'cancelled' };

/** Asks for the name of a header and then for its value, which is hidden if the name says that it is a secret. */
export async function askHeader(
	frame: Frame,
	others: readonly Header[],
	before: Header = ['', ''],
): Promise<HeaderAnswer> {
	const { l10n } = vscode;
	const inner = { ...frame, canGoBack: true };
	const [, value] = before;
	let [name] = before;
	for (;;) {
		const named = await askText(inner, {
			prompt: l10n.t('The name of the header'),
			placeholder: 'X-Client',
			value: name,
			problem: typed => nameProblem(typed.trim(), others),
		});
		if (named.type !== 'text') return named;
		name = named.text.trim();
		const given = await askText(inner, {
			prompt: l10n.t('The value of “{0}”', name),
			value,
			isHidden: isSecretHeader(name),
			problem: typed => headerProblem(name, typed),
		});
		if (given.type === 'text') return { type: 'header', header: [name, given.text] };
		if (given.type === 'cancelled') return given;
	}
}

function nameProblem(name: string, others: readonly Header[]): string | undefined {
	if (name === '') return vscode.l10n.t('Type a name, for example X-Client.');
	const isTaken = others.some(([other]) => other.toLowerCase() === name.toLowerCase());
	if (isTaken) return vscode.l10n.t('There is a header of that name already. Go back to edit it.');
	return headerProblem(name, '');
}

function headerProblem(name: string, value: string): string | undefined {
	try {
		toHeaders({ [name]: value });
		return undefined;
	} catch (error) {
		if (error instanceof HumanError) return error.message;
		throw error;
	}
}
