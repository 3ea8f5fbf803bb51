import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { DisposableStore } from '../../base/disposable';
import { redactUrl } from '../../domain/redaction';
import { commandIds, settingKeys } from '../ids';
import type { Streams } from '../streams';
import {
	endpointGroups,
	type AdHocNode,
	type BadNode,
	type EndpointNode,
	type SavedNode,
} from './endpointNodes';
import type { TreeContent } from './lazyTree';
import { stateIcon, stateText } from './stateLook';

/** The endpoints in settings, where they stand and how they are connected; and streams of others. */
export class EndpointTree implements TreeContent<EndpointNode> {
	private readonly owned = new DisposableStore();

	constructor(
		private readonly streams: Streams,
		refresh: () => void,
	) {
		this.owned.register(streams.onDidChange(refresh));
		this.owned.register(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(settingKeys.endpoints)) refresh();
			}),
		);
		this.owned.register(vscode.workspace.onDidChangeWorkspaceFolders(refresh));
		this.owned.register(vscode.workspace.onDidGrantWorkspaceTrust(refresh));
	}

	getChildren(node?: EndpointNode): EndpointNode[] {
		if (node === undefined) return endpointGroups(this.streams.all);
		return node.type === 'group' ? [...node.children] : [];
	}

	getParent(): undefined {
		return undefined;
	}

	getTreeItem(node: EndpointNode): vscode.TreeItem {
		switch (node.type) {
			case 'group': {
				const { Expanded } = vscode.TreeItemCollapsibleState;
				const item = new vscode.TreeItem(node.label, Expanded);
				item.id = node.id;
				item.contextValue = 'endpointGroup';
				return item;
			}
			case 'saved':
			case 'adHoc':
				return endpointItem(node);
			case 'bad':
				return badItem(node);
			default:
				return assertNever(node);
		}
	}

	setVisible(): void {}

	dispose(): void {
		this.owned.dispose();
	}
}

function endpointItem(node: SavedNode | AdHocNode): vscode.TreeItem {
	const { endpoint, open } = node;
	const state = open?.stream.state;
	const isRunning = open !== undefined && !open.stream.isEnded;
	const url = redactUrl(endpoint.url);
	const request = endpoint.method === undefined ? url : `${endpoint.method} ${url}`;
	const item = new vscode.TreeItem(endpoint.name);
	item.id = node.type === 'saved' ? savedId(node) : node.open.stream.id;
	// One that was typed is named by its URL.
	if (endpoint.name !== request) item.description = request;
	item.iconPath = stateIcon(state);
	item.tooltip = [endpoint.name, request, stateText(state)].join('\n');
	item.contextValue = `${node.type}Endpoint.${isRunning ? 'running' : 'idle'}`;
	item.accessibilityInformation = { label: [endpoint.name, stateText(state), request].join(', ') };
	item.command = {
		command: commandIds.openEndpoint,
		title: vscode.l10n.t('Connect or Show'),
		arguments: [node],
	};
	return item;
}

function badItem(node: BadNode): vscode.TreeItem {
	const item = new vscode.TreeItem(node.name);
	item.id = savedId(node);
	item.description = node.reason;
	item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
	item.tooltip = vscode.l10n.t('This endpoint cannot be used. {0}', node.reason);
	item.accessibilityInformation = { label: [node.name, item.tooltip].join(', ') };
	item.contextValue = 'badEndpoint';
	item.command = {
		command: commandIds.editEndpoint,
		title: vscode.l10n.t('Edit in Settings'),
		arguments: [node],
	};
	return item;
}

function savedId({ scope, index }: SavedNode | BadNode): string {
	return `${typeof scope === 'string' ? scope : scope.uri.toString()} ${index}`;
}
