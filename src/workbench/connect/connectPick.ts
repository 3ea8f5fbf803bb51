import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { DisposableStore } from '../../base/disposable';
import { toEndpoint, type Endpoint } from '../../domain/endpoint';
import { urlProblem } from '../../domain/endpointUrl';
import type { ClipboardUrl } from './clipboardUrl';
import { connectChoices, removeButton, type Choice, type OtherWay } from './connectChoices';
import { commandIds } from '../ids';
import type { RecentUrls } from './recentUrls';
import { editEndpoints } from '../endpoint/savedEndpoints';

const editButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('gear'),
	tooltip: vscode.l10n.t('Edit Endpoints in Settings'),
};

/**
 * Asks what to connect to: a saved endpoint, a recent URL, the one on the clipboard, or what is
 * typed. `undefined` if the user thought better of it.
 */
export async function pickEndpoint(
	recentUrls: RecentUrls,
	clipboard: ClipboardUrl,
): Promise<Endpoint | undefined> {
	let clipboardUrl: string | undefined;
	const pick = vscode.window.createQuickPick<Choice>();
	const owned = new DisposableStore();
	owned.register(pick);
	pick.title = vscode.l10n.t('Connect to an Event Stream');
	pick.placeholder = vscode.l10n.t('Type the URL of a stream, or pick one');
	// One may have to go and copy the URL. And an inspector that gets its focus late must not close this.
	pick.ignoreFocusOut = true;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.buttons = [editButton];
	const refresh = () => {
		pick.items = connectChoices(pick.value, recentUrls.all, clipboardUrl);
	};
	refresh();
	// It joins the list when it comes; where it cannot be read there is none to offer.
	void clipboard.read().then(
		url => {
			clipboardUrl = url;
			if (url !== undefined && !owned.isDisposed) refresh();
		},
		() => undefined,
	);
	try {
		return await new Promise<Endpoint | undefined>(resolve => {
			owned.register(pick.onDidChangeValue(refresh));
			owned.register(pick.onDidHide(() => resolve(undefined)));
			owned.register(
				pick.onDidTriggerButton(() => {
					resolve(undefined);
					void editEndpoints();
				}),
			);
			owned.register(
				pick.onDidTriggerItemButton(({ item, button }) => {
					if (button !== removeButton || item.recentUrl === undefined) return;
					void recentUrls.remove(item.recentUrl).then(refresh);
				}),
			);
			owned.register(
				pick.onDidAccept(() => {
					// Enter may come before the lines for what was typed last are shown.
					const typed = pick.value.trim();
					const choice =
						pick.selectedItems[0]?.choose ??
						(urlProblem(typed) === undefined ? { endpoint: toEndpoint(typed) } : undefined);
					if (choice === undefined) return; // a sentence about what is typed: nothing to choose
					resolve(typeof choice === 'string' ? undefined : choice.endpoint);
					if (typeof choice === 'string') void go(choice);
				}),
			);
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}

async function go(way: OtherWay): Promise<void> {
	switch (way) {
		case 'editSettings':
			return editEndpoints();
		case 'stepByStep':
			return vscode.commands.executeCommand(commandIds.connectStepByStep);
		case 'curl':
			return vscode.commands.executeCommand(commandIds.connectFromCurl);
		default:
			return assertNever(way);
	}
}
