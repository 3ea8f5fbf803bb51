import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { curlCode } from '../../domain/code/curlCode';
import { copyCode } from '../connect/copyAsCode';
import { endpointsIn } from '../endpoint/endpointScope';
import { editEndpointList, revealEndpoint } from '../endpoint/settingsFile';
import type { SecretPorts } from '../secret/setSecret';
import type { Streams } from '../streams';
import type { AdHocNode, BadNode, EndpointNode, SavedNode } from './endpointNodes';

/** What a line can be asked for; what is given comes from VS Code, or from who runs the command. */
type Given = EndpointNode | undefined;

/** Connects, or shows the panel that is there. */
export async function openEndpoint(streams: Streams, given: Given): Promise<void> {
	const { endpoint, open } = connectable(given);
	if (open === undefined) await streams.connectOrResume(endpoint);
	else await streams.show(open);
}

/** Connects, again if the stream has ended. */
export async function connectEndpoint(streams: Streams, given: Given): Promise<void> {
	const { endpoint, open } = connectable(given);
	if (open === undefined) {
		await streams.connectOrResume(endpoint);
		return;
	}
	await streams.show(open);
	if (open.stream.isEnded) await open.stream.reconnect();
}

export async function disconnectEndpoint(given: Given): Promise<void> {
	await connectable(given).open?.stream.close();
}

/** Opens the settings at the endpoint. */
export async function editEndpoint({ userSettings }: SecretPorts, given: Given): Promise<void> {
	const { scope, index } = inSettings(given);
	await revealEndpoint(scope, index, userSettings);
}

/** Adds a copy after it, by a name that the user gives. */
export async function duplicateEndpoint(
	{ userSettings }: SecretPorts,
	given: Given,
): Promise<void> {
	const node = inSettings(given);
	const list = endpointsIn(node.scope);
	const fields: unknown = Array.isArray(list) ? list[node.index] : undefined;
	if (node.type !== 'saved' || typeof fields !== 'object') return;
	const names = new Set(Array.isArray(list) ? list.map(nameOf) : []);
	const { l10n } = vscode;
	const name = await vscode.window.showInputBox({
		title: l10n.t('Duplicate Endpoint'),
		prompt: l10n.t('A name for the copy'),
		value: freeName(node.endpoint.name, names),
		ignoreFocusOut: true,
		validateInput: typed => {
			if (typed.trim() === '') return l10n.t('Type a name that is not empty.');
			return names.has(typed.trim()) ? l10n.t('That name is taken.') : undefined;
		},
	});
	if (name === undefined) return;
	const value = { ...fields, name: name.trim() };
	await editEndpointList(
		node.scope,
		{ type: 'insert', index: node.index + 1, value },
		userSettings,
	);
}

/** Takes it out of the settings that it stands in, once the user has agreed. */
export async function deleteEndpoint({ userSettings }: SecretPorts, given: Given): Promise<void> {
	const node = inSettings(given);
	const { l10n } = vscode;
	const name = node.type === 'saved' ? node.endpoint.name : node.name;
	const yes = l10n.t('Delete');
	const question =
		node.scope === 'user'
			? l10n.t('Delete the endpoint “{0}” from the user settings?', name)
			: node.scope === 'workspace'
				? l10n.t('Delete the endpoint “{0}” from the workspace settings?', name)
				: l10n.t('Delete the endpoint “{0}” from the settings of {1}?', name, node.scope.name);
	const detail =
		node.type === 'saved' && node.open !== undefined
			? l10n.t('Its stream and its captures stay.')
			: l10n.t('Its captures stay.');
	const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, yes);
	if (answer === yes) {
		await editEndpointList(node.scope, { type: 'remove', index: node.index }, userSettings);
	}
}

export async function copyEndpointAsCurl(given: Given): Promise<string> {
	return copyCode(curlCode(connectable(given).endpoint));
}

/** @throws HumanError if it is none that can be connected to. */
export function connectable(given: Given): SavedNode | AdHocNode {
	if (given?.type === 'saved' || given?.type === 'adHoc') return given;
	throw new HumanError(vscode.l10n.t('Choose an endpoint in the view “Endpoints”.'));
}

function inSettings(given: Given): SavedNode | BadNode {
	if (given?.type === 'saved' || given?.type === 'bad') return given;
	throw new HumanError(vscode.l10n.t('Choose an endpoint in the view “Endpoints”.'));
}

function nameOf(fields: unknown): unknown {
	return (fields as { name?: unknown } | null | undefined)?.name;
}

function freeName(name: string, taken: ReadonlySet<unknown>): string {
	for (let number = 2; ; number++) {
		const candidate = `${name} ${number}`;
		if (!taken.has(candidate)) return candidate;
	}
}
