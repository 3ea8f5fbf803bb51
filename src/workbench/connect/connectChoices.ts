import * as vscode from 'vscode';
import { isCurlCommand, parseCurl } from '../../domain/curl/curlCommand';
import { toEndpoint, type Endpoint } from '../../domain/endpoint';
import { displayUrl, urlProblem } from '../../domain/endpointUrl';
import { redactUrl } from '../../domain/redaction';
import { savedEndpoints } from '../endpoint/savedEndpoints';

/** A line of the quick pick, and what choosing it means. */
export interface Choice extends vscode.QuickPickItem {
	readonly choose?: { readonly endpoint: Endpoint } | OtherWay;
	readonly recentUrl?: string;
}

/** What is done instead of connecting to one of the list. */
export type OtherWay = 'editSettings' | 'stepByStep' | 'curl';

export const removeButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('close'),
	tooltip: vscode.l10n.t('Remove from Recent'),
};

/** The lines of the quick pick for what is typed so far. */
export function connectChoices(
	typed: string,
	recent: readonly string[],
	clipboardUrl?: string,
): Choice[] {
	const text = typed.trim();
	const saved = savedEndpoints();
	const good = saved.flatMap(one => (one.ok ? [savedChoice(one.endpoint)] : []));
	const bad = saved.flatMap(one => (one.ok ? [] : [badChoice(one.name, one.reason)]));
	const known = new Set(
		saved.flatMap(one =>
			one.ok && one.endpoint.method === undefined ? [displayUrl(one.endpoint.url)] : [],
		),
	);
	const others = recent.filter(url => !known.has(displayUrl(url)) && urlProblem(url) === undefined);
	const offersClipboard =
		clipboardUrl !== undefined && text === '' && !known.has(displayUrl(clipboardUrl));
	return [
		...typedChoices(text, [...good, ...bad, ...otherWays()], others),
		...(offersClipboard ? [clipboardChoice(clipboardUrl)] : []),
		...separated(vscode.l10n.t('saved endpoints'), [...good, ...bad]),
		...separated(
			vscode.l10n.t('recent'),
			others.filter(url => !offersClipboard || url !== clipboardUrl).map(recentChoice),
		),
		...separated(vscode.l10n.t('other ways'), otherWays()),
	];
}

/** What is typed, if it is a URL; else what to change, unless it seems to search the list. */
function typedChoices(text: string, lines: Choice[], recent: readonly string[]): Choice[] {
	if (text === '') return [];
	if (isCurlCommand(text)) return [curlChoice(text)];
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
			lines.some(({ label, description }) =>
				`${label} ${description ?? ''}`.toLowerCase().includes(lower),
			));
	return searches ? [] : [{ label: `$(info) ${problem}`, alwaysShow: true }];
}

function otherWays(): Choice[] {
	return [
		{ label: `$(add) ${vscode.l10n.t('Set Up Step by Step…')}`, choose: 'stepByStep' },
		{ label: `$(terminal) ${vscode.l10n.t('From a curl Command…')}`, choose: 'curl' },
	];
}

function curlChoice(command: string): Choice {
	const parsed = parseCurl(command);
	if (!parsed.ok) return { label: `$(info) ${parsed.problem.message}`, alwaysShow: true };
	const { endpoint } = parsed;
	return {
		label: `$(terminal) ${vscode.l10n.t('Connect to {0}', redactUrl(endpoint.url))}`,
		alwaysShow: true,
		choose: { endpoint },
	};
}

function savedChoice(endpoint: Endpoint): Choice {
	const method = endpoint.method === undefined ? '' : `${endpoint.method} `;
	return {
		label: endpoint.name,
		description: method + redactUrl(endpoint.url),
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
		label: `$(clippy) ${redactUrl(url)}`,
		description: vscode.l10n.t('from the clipboard'),
		choose: { endpoint: toEndpoint(url) },
	};
}

function separated(label: string, items: Choice[]): Choice[] {
	return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
