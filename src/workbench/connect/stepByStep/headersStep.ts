import * as vscode from 'vscode';
import { redactHeaders } from '../../../domain/redaction';
import { isSecretHeader } from '../../../domain/secretNames';
import { askChoice, type Choice } from './askChoice';
import { askHeader } from './headerQuestions';
import type { EndpointDraft } from './draft';
import type { Frame, Outcome, Step } from './step';

/** What is done with the headers next; `index` is that of one in the draft. */
interface Deed {
	readonly type: 'done' | 'add' | 'edit' | 'remove';
	readonly index?: number;
}

const editButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('edit'),
	tooltip: vscode.l10n.t('Edit Header'),
};
const removeButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('close'),
	tooltip: vscode.l10n.t('Remove Header'),
};

/** The headers so far, to add to, to change and to remove from, until the user is done with them. */
export const headersStep: Step<EndpointDraft> = async (draft, frame) => {
	for (;;) {
		const answer = await askChoice<Deed>(frame, {
			placeholder: vscode.l10n.t('Headers to send'),
			choices: choices(draft),
		});
		if (answer.type !== 'chosen') return answer.type;
		const outcome = await doDeed(answer.value, draft, frame);
		if (outcome !== undefined) return outcome;
	}
};

/** @returns where to go; `undefined` for the list again. */
async function doDeed(
	deed: Deed,
	draft: EndpointDraft,
	frame: Frame,
): Promise<Outcome | undefined> {
	if (deed.type === 'done') return 'next';
	const before = deed.index === undefined ? undefined : draft.headers[deed.index];
	if (deed.type === 'remove') {
		draft.headers = draft.headers.filter(one => one !== before);
		return undefined;
	}
	const others = draft.headers.filter(one => one !== before);
	const answer = await askHeader(frame, others, before);
	if (answer.type !== 'header') return answer.type === 'back' ? undefined : 'cancelled';
	draft.headers =
		before === undefined
			? [...others, answer.header]
			: draft.headers.map(one => (one === before ? answer.header : one));
	return undefined;
}

function choices({ headers }: EndpointDraft): Choice<Deed>[] {
	const { l10n } = vscode;
	const shown = redactHeaders(headers);
	return [
		{
			label: `$(check) ${headers.length === 0 ? l10n.t('No Headers') : l10n.t('Done')}`,
			value: { type: 'done' },
		},
		{ label: `$(add) ${l10n.t('Add Header…')}`, value: { type: 'add' } },
		...shown.map(([name, value], index): Choice<Deed> => ({
			label: `${name}: ${value}`,
			...(isSecretHeader(name) && { description: l10n.t('hidden') }),
			value: { type: 'edit', index },
			buttons: [editButton, removeButton],
			buttonValues: [
				{ type: 'edit', index },
				{ type: 'remove', index },
			],
		})),
	];
}
