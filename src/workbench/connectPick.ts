import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable';
import { toEndpoint, type Endpoint } from '../domain/endpoint';
import { displayUrl, urlProblem } from '../domain/endpointUrl';
import type { ClipboardUrl } from './clipboardUrl';
import type { RecentUrls } from './recentUrls';
import { editEndpoints, savedEndpoints } from './savedEndpoints';

/** A line of the quick pick, and what choosing it means. */
interface Choice extends vscode.QuickPickItem {
	readonly choose?: { readonly endpoint: Endpoint } | 'editSettings';
	readonly recentUrl?: string;
}

const editButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('gear'),
	tooltip: vscode.l10n.t('Edit Endpoints in Settings'),
};
const removeButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('close'),
	tooltip: vscode.l10n.t('Remove from Recent'),
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
		pick.items = choices(pick.value, recentUrls.all, clipboardUrl);
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
					resolve(choice === 'editSettings' ? undefined : choice.endpoint);
					if (choice === 'editSettings') void editEndpoints();
				}),
			);
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}

/** The lines for what is typed so far. */
function choices(typed: string, recent: readonly string[], clipboardUrl?: string): Choice[] {
	const text = typed.trim();
	const saved = savedEndpoints();
	const good = saved.flatMap(one => (one.ok ? [savedChoice(one.endpoint)] : []));
	const bad = saved.flatMap(one => (one.ok ? [] : [badChoice(one.name, one.reason)]));
	const known = new Set(good.map(choice => choice.description));
	const others = recent.filter(url => !known.has(displayUrl(url)) && urlProblem(url) === undefined);
	const offersClipboard =
		clipboardUrl !== undefined && text === '' && !known.has(displayUrl(clipboardUrl));
	return [
		...typedChoices(text, [...good, ...bad], others),
		...(offersClipboard ? [clipboardChoice(clipboardUrl)] : []),
		...separated(vscode.l10n.t('saved endpoints'), [...good, ...bad]),
		...separated(
			vscode.l10n.t('recent'),
			others.filter(url => !offersClipboard || url !== clipboardUrl).map(recentChoice),
		),
	];
}

/** What is typed, if it is a URL; else what to change, unless it seems to search the list. */
function typedChoices(text: string, saved: Choice[], recent: readonly string[]): Choice[] {
	if (text === '') return [];
	const problem = urlProblem(text);
	if (problem === undefined) {
		return [
			{
				label: `$(radio-tower) ${vscode.l10n.t('Connect to {0}', displayUrl(text))}`,
				alwaysShow: true,
				choose: { endpoint: toEndpoint(text) },
			},
		];
	}
	const lower = text.toLowerCase();
	const searches =
		!text.includes(':') &&
		(recent.some(url => url.toLowerCase().includes(lower)) ||
			saved.some(({ label, description }) =>
				`${label} ${description ?? ''}`.toLowerCase().includes(lower),
			));
	return searches ? [] : [{ label: `$(info) ${problem}`, alwaysShow: true }];
}

function savedChoice(endpoint: Endpoint): Choice {
	const method = endpoint.method === undefined ? '' : `${endpoint.method} `;
	return {
		label: endpoint.name,
		description: method + displayUrl(endpoint.url),
		choose: { endpoint },
	};
}

function badChoice(name: string, reason: string): Choice {
	return {
		label: `$(warning) ${name}`,
		description: reason,
		detail: vscode.l10n.t('Cannot be used. Choose it to edit the settings.'),
		choose: 'editSettings',
	};
}

function recentChoice(url: string): Choice {
	return {
		label: url,
		recentUrl: url,
		choose: { endpoint: toEndpoint(url) },
		buttons: [removeButton],
	};
}

function clipboardChoice(url: string): Choice {
	return {
		label: `$(clippy) ${displayUrl(url)}`,
		description: vscode.l10n.t('from the clipboard'),
		choose: { endpoint: toEndpoint(url) },
	};
}

function separated(label: string, items: Choice[]): Choice[] {
	return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
