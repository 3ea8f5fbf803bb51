import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { settingKeys } from '../ids';
import { configurationOf, endpointsIn, targetOf, type EndpointScope } from './endpointScope';
import { edited, editedText, rangeAt, valueAt, type ListEdit } from './settingsList';

/** The document of a settings file, and where in it the list of endpoints stands. */
interface SettingsFile {
	readonly document: vscode.TextDocument;
	readonly path: readonly string[];
}

/** VS Code looks at a settings file that has changed after a moment; if it does not, it will later. */
const noticeMs = 5000;

/**
 * Changes the list of endpoints in those settings, and keeps the comments in it wherever the file can be
 * found. The user's can be anywhere, on another machine even: where it is not found, VS Code writes the list
 * anew, without the comments that stood within it.
 * @param userSettings Where the user's settings may be.
 * @throws HumanError if it cannot be written.
 */
export async function editEndpointList(
	scope: EndpointScope,
	edit: ListEdit,
	userSettings?: vscode.Uri,
): Promise<void> {
	const value = endpointsIn(scope);
	const list: unknown[] = Array.isArray(value) ? value : [];
	try {
		const file = await findFile(scope, value, userSettings);
		if (file !== undefined && (await editFile(file, edit))) return;
		await configurationOf(scope).update(settingKeys.endpoints, edited(list, edit), targetOf(scope));
	} catch (cause) {
		if (cause instanceof HumanError) throw cause;
		throw new HumanError(
			vscode.l10n.t(
				'The endpoint could not be written to the settings. Look whether the settings file can be written, and has no errors.',
			),
			{ cause },
		);
	}
}

/** Opens the settings file in which an endpoint stands, and selects it. */
export async function revealEndpoint(
	scope: EndpointScope,
	index: number,
	userSettings: vscode.Uri,
): Promise<void> {
	let file = await findFile(scope, endpointsIn(scope), userSettings);
	if (file === undefined) {
		await vscode.commands.executeCommand(
			scope === 'user'
				? 'workbench.action.openSettingsJson'
				: 'workbench.action.openWorkspaceSettingsFile',
			{ revealSetting: { key: settingKeys.endpoints, edit: true } },
		);
		file = await findFile(scope, endpointsIn(scope), userSettings);
	}
	if (file === undefined) return;
	const { document, path } = file;
	const range = rangeAt(document.getText(), [...path, index]);
	const [from, to] = range ?? [0, 0];
	await vscode.window.showTextDocument(document, {
		selection: new vscode.Range(document.positionAt(from), document.positionAt(to)),
	});
}

async function editFile({ document, path }: SettingsFile, edit: ListEdit): Promise<boolean> {
	if (document.isDirty) {
		throw new HumanError(
			vscode.l10n.t('The settings file has changes that are not saved. Save them first.'),
		);
	}
	const before = document.getText();
	const after = editedText(before, [...path], edit);
	if (after === undefined) return false;
	const all = new vscode.Range(document.positionAt(0), document.positionAt(before.length));
	const change = new vscode.WorkspaceEdit();
	change.replace(document.uri, all, after);
	const noticed = untilNoticed();
	if (!(await vscode.workspace.applyEdit(change)) || !(await document.save())) {
		throw new Error(`${document.uri.toString()} was not saved.`);
	}
	await noticed;
	return true;
}

function untilNoticed(): Promise<void> {
	return new Promise(resolve => {
		const listening = vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(settingKeys.endpoints)) done();
		});
		const limit = setTimeout(() => done(), noticeMs);
		const done = () => {
			clearTimeout(limit);
			listening.dispose();
			resolve();
		};
	});
}

/** The one in which `value` stands: what has another one is another file. */
async function findFile(
	scope: EndpointScope,
	value: unknown,
	userSettings: vscode.Uri | undefined,
): Promise<SettingsFile | undefined> {
	if (value === undefined) return undefined;
	for (const { uri, path } of places(scope, userSettings)) {
		try {
			const document = await vscode.workspace.openTextDocument(uri);
			const found = valueAt(document.getText(), [...path]);
			if (JSON.stringify(found) === JSON.stringify(value)) return { document, path };
		} catch {
			// There is no such file.
		}
	}
	return undefined;
}

function places(
	scope: EndpointScope,
	userSettings?: vscode.Uri,
): { uri: vscode.Uri; path: readonly string[] }[] {
	const path = [settingKeys.endpoints];
	const inFolder = ({ uri }: vscode.WorkspaceFolder) => ({
		uri: vscode.Uri.joinPath(uri, '.vscode', 'settings.json'),
		path,
	});
	if (typeof scope === 'object') return [inFolder(scope)];
	const { workspaceFile, workspaceFolders = [], textDocuments } = vscode.workspace;
	if (scope === 'workspace') {
		return workspaceFile === undefined
			? workspaceFolders.map(inFolder)
			: [{ uri: workspaceFile, path: ['settings', settingKeys.endpoints] }];
	}
	// Whoever has opened it has said where it is. In a browser it is always there.
	const open = textDocuments.filter(
		({ uri }) => uri.scheme === 'vscode-userdata' && uri.path.endsWith('/settings.json'),
	);
	return [
		...open.map(({ uri }) => uri),
		...(userSettings ? [userSettings] : []),
		vscode.Uri.parse('vscode-userdata:/User/settings.json'),
	].map(uri => ({ uri, path }));
}
