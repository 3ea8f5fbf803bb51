import * as vscode from 'vscode';
import { toEndpoint } from '../../../domain/endpoint';
import { urlProblem } from '../../../domain/endpointUrl';
import { askText } from './askText';
import type { EndpointDraft } from './draft';
import type { Step } from './step';

export const urlStep: Step<EndpointDraft> = async (draft, frame) => {
	const answer = await askText(frame, {
		prompt: vscode.l10n.t('The URL of the stream'),
		placeholder: 'https://example.com/events',
		value: draft.url,
		problem: urlProblem,
	});
	if (answer.type !== 'text') return answer.type;
	// A user name and a password in it go to where they are hidden.
	const { url, auth } = toEndpoint(answer.text);
	draft.url = url;
	if (auth !== undefined) draft.auth = auth;
	return 'next';
};
