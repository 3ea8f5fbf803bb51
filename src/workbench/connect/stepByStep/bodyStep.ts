import * as vscode from 'vscode';
import { bodyFrom, bodyProblem, bodyText, looksLikeJson } from '../../../domain/bodyText';
import { shortened } from '../../../domain/words';
import { askChoice, type Choice } from './askChoice';
import { askText } from './askText';
import type { EndpointDraft } from './draft';
import type { Frame, Outcome, Step } from './step';

type Source =
	| { readonly type: 'none' | 'keep' | 'type' | 'clipboard' }
	| { readonly type: 'editor'; readonly text: string };

/** None, what is typed, or the text of the active editor or of the clipboard. */
export const bodyStep: Step<EndpointDraft> = async (draft, frame) => {
	let problem: string | undefined;
	for (;;) {
		const answer = await askChoice<Source>(frame, {
			placeholder: problem ?? vscode.l10n.t('The body of the request'),
			choices: choices(draft),
			active: ({ type }) => type === 'keep',
		});
		if (answer.type !== 'chosen') return answer.type;
		const { value: source } = answer;
		if (source.type === 'keep') return 'next';
		if (source.type === 'type') {
			const outcome = await typed(draft, frame);
			if (outcome !== 'back') return outcome;
			continue;
		}
		if (source.type === 'none') {
			delete draft.body;
			return 'next';
		}
		const text = source.type === 'editor' ? source.text : await vscode.env.clipboard.readText();
		problem = text === '' ? vscode.l10n.t('There is no text.') : bodyProblem(text);
		if (problem !== undefined) continue;
		setBody(draft, text);
		return 'next';
	}
};

async function typed(draft: EndpointDraft, frame: Frame): Promise<Outcome> {
	const answer = await askText(
		{ ...frame, canGoBack: true },
		{
			prompt: vscode.l10n.t('Text, or JSON'),
			placeholder: '{ "stream": true }',
			value: draft.body === undefined ? '' : bodyText(draft.body),
			problem: bodyProblem,
		},
	);
	if (answer.type !== 'text') return answer.type;
	setBody(draft, answer.text);
	return 'next';
}

function setBody(draft: EndpointDraft, text: string): void {
	draft.body = bodyFrom(text);
	const hasType = draft.headers.some(([name]) => name.toLowerCase() === 'content-type');
	// JSON that has to go as text is JSON all the same.
	if (typeof draft.body === 'string' && looksLikeJson(text) && !hasType) {
		draft.headers = [...draft.headers, ['Content-Type', 'application/json']];
	}
}

function choices({ body }: EndpointDraft): Choice<Source>[] {
	const { l10n } = vscode;
	const { document } = vscode.window.activeTextEditor ?? {};
	const text = document?.getText() ?? '';
	const kept: Choice<Source>[] =
		body === undefined
			? []
			: [
					{
						label: `$(check) ${l10n.t('Keep the Body')}`,
						description: shortened(bodyText(body)),
						value: { type: 'keep' },
					},
				];
	const editor: Choice<Source>[] =
		document === undefined || text === ''
			? []
			: [
					{
						label: `$(file) ${l10n.t('Text of the Editor')}`,
						description: shortened(document.fileName.replace(/^.*[/\\]/, '')),
						value: { type: 'editor', text },
					},
				];
	return [
		...kept,
		{ label: `$(edit) ${l10n.t('Type It…')}`, value: { type: 'type' } },
		...editor,
		{ label: `$(clippy) ${l10n.t('Text of the Clipboard')}`, value: { type: 'clipboard' } },
		{ label: `$(circle-slash) ${l10n.t('No Body')}`, value: { type: 'none' } },
	];
}
