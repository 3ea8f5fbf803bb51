import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';
import type { CaptureTreeParts } from './captureTree';
import type { CaptureNode } from './captureNodes';
import { commandIds, contextKeys, viewIds } from '../ids';
import { loadOnDemand } from '../loadOnDemand';
import type { Panels } from '../panel/panels';
import type { SecretPorts } from '../secret/setSecret';
import type { EndpointNode } from './endpointNodes';
import { LazyTree } from './lazyTree';

export interface ViewParts extends CaptureTreeParts {
	readonly panels: Panels;
	readonly secrets: SecretPorts;
}

/** The views and what can be done in them; their code is read when one is looked at. */
export function registerViews(parts: ViewParts): Disposable {
	const { streams, panels, secrets, report } = parts;
	const owned = new DisposableStore();
	owned.register(
		new LazyTree<EndpointNode>(viewIds.endpoints, contextKeys.endpointsListed, async refresh => {
			const { EndpointTree } = await loadOnDemand();
			return new EndpointTree(streams, refresh);
		}),
	);
	owned.register(
		new LazyTree<CaptureNode>(viewIds.captures, contextKeys.capturesListed, async refresh => {
			const { CaptureTree } = await loadOnDemand();
			return new CaptureTree(parts, refresh);
		}),
	);
	type Code = Awaited<ReturnType<typeof loadOnDemand>>;
	const register = (id: string, run: (code: Code, given?: never) => unknown) =>
		owned.register(
			vscode.commands.registerCommand(
				id,
				report.guarded(async (given?: never) => run(await loadOnDemand(), given)),
			),
		);
	const onEndpoint = (id: string, run: (code: Code, node?: EndpointNode) => unknown) =>
		register(id, run);
	onEndpoint(commandIds.addEndpoint, code => code.addEndpoint(secrets));
	onEndpoint(commandIds.openEndpoint, (code, node) => code.openEndpoint(streams, node));
	onEndpoint(commandIds.connectEndpoint, (code, node) => code.connectEndpoint(streams, node));
	onEndpoint(commandIds.disconnectEndpoint, (code, node) => code.disconnectEndpoint(node));
	onEndpoint(commandIds.saveListedEndpoint, (code, node) =>
		code.saveStream(code.connectable(node).open?.stream, secrets, undefined),
	);
	onEndpoint(commandIds.editEndpoint, (code, node) => code.editEndpoint(secrets, node));
	onEndpoint(commandIds.duplicateEndpoint, (code, node) => code.duplicateEndpoint(secrets, node));
	onEndpoint(commandIds.deleteEndpoint, (code, node) => code.deleteEndpoint(secrets, node));
	onEndpoint(commandIds.copyEndpointAsCurl, (code, node) => code.copyEndpointAsCurl(node));

	const onCapture = (id: string, run: (code: Code, node?: CaptureNode) => unknown) =>
		register(id, run);
	const captureParts = { ...parts, panels };
	onCapture(commandIds.openListedCapture, (code, node) =>
		code.openListedCapture(captureParts, node),
	);
	onCapture(commandIds.renameCapture, (code, node) => code.renameCapture(captureParts, node));
	onCapture(commandIds.exportListedCapture, (code, node) =>
		code.exportListedCapture(captureParts, node),
	);
	onCapture(commandIds.revealCapture, (code, node) => code.revealCapture(node));
	onCapture(commandIds.deleteCapture, (code, node) => code.deleteCapture(captureParts, node));
	onCapture(commandIds.deleteAllCaptures, code => code.deleteAllCaptures(captureParts));
	onCapture(commandIds.showStreams, code => code.pickStream(streams));
	return owned;
}
