import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';
import type { InspectorApi } from '../api';
import { toolNames } from '../ids';
import { loadOnDemand } from '../loadOnDemand';

/** Lets language models list streams, query entries and, when the user agrees, connect. */
export function registerTools(api: InspectorApi): Disposable {
	const owned = new DisposableStore();
	// Editors that are built on an older VS Code, or without its chat, have no such thing.
	if (typeof (vscode.lm as typeof vscode.lm | undefined)?.registerTool !== 'function') return owned;
	const register = (name: string, tool: vscode.LanguageModelTool<object>) =>
		owned.register(vscode.lm.registerTool(name, tool));

	register(toolNames.listStreams, {
		invoke: async () => answer((await loadOnDemand()).listStreams(api)),
	});
	register(toolNames.queryEntries, {
		prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Querying an event stream') }),
		invoke: async ({ input }) => answer(await (await loadOnDemand()).queryEntries(api, input)),
	});
	register(toolNames.connect, {
		prepareInvocation: async ({ input }) => {
			const url = (await loadOnDemand()).askedUrl(input);
			const message = new vscode.MarkdownString().appendText(
				vscode.l10n.t('A language model asks to send a request to {0}', url),
			);
			return {
				invocationMessage: vscode.l10n.t('Connecting to an event stream'),
				confirmationMessages: { title: vscode.l10n.t('Connect to this event stream?'), message },
			};
		},
		invoke: async ({ input }) => {
			const { askedUrl, factsOf } = await loadOnDemand();
			const session = await api.connect(askedUrl(input));
			return answer(JSON.stringify(factsOf(session)));
		},
	});
	return owned;
}

function answer(text: string): vscode.LanguageModelToolResult {
	return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}
