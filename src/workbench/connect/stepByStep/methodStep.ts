import * as vscode from 'vscode';
import { askChoice } from './askChoice';
import type { EndpointDraft } from './draft';
import type { Step } from './step';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export const methodStep: Step<EndpointDraft> = async (draft, frame) => {
	const { l10n } = vscode;
	const answer = await askChoice(frame, {
		placeholder: l10n.t('The method of the request'),
		choices: methods.map(method => ({
			label: method,
			description:
				method === 'GET'
					? l10n.t('connects again when the stream ends')
					: l10n.t('is sent once: repeating it may repeat its effects'),
			value: method,
		})),
		active: method => method === draft.method,
	});
	if (answer.type !== 'chosen') return answer.type;
	draft.method = answer.value;
	return 'next';
};
