import * as vscode from 'vscode';
import { parseEndpoints, sameEndpoint, type Endpoint } from '../../domain/endpoint';
import { endpointScopes, endpointsIn, type EndpointScope } from '../endpoint/endpointScope';
import type { OpenStream } from '../streams';

/** A line of the view of endpoints. */
export type EndpointNode = EndpointGroup | SavedNode | BadNode | AdHocNode;

export interface EndpointGroup {
	readonly type: 'group';
	readonly id: string;
	readonly label: string;
	readonly children: readonly EndpointNode[];
}

/** An endpoint in settings. */
export interface SavedNode {
	readonly type: 'saved';
	readonly scope: EndpointScope;
	/** Its place in the list of those settings, from 0. */
	readonly index: number;
	readonly endpoint: Endpoint;
	readonly open?: OpenStream;
}

/** One that cannot be used, and why. */
export interface BadNode {
	readonly type: 'bad';
	readonly scope: EndpointScope;
	readonly index: number;
	readonly name: string;
	readonly reason: string;
}

/** A stream whose endpoint is not in settings. */
export interface AdHocNode {
	readonly type: 'adHoc';
	readonly endpoint: Endpoint;
	readonly open: OpenStream;
}

/** The lines, by where the endpoints stand; groups without any are left out. */
export function endpointGroups(streams: readonly OpenStream[]): EndpointGroup[] {
	const { l10n } = vscode;
	const groups = endpointScopes().map((scope): EndpointGroup => {
		const children = parseEndpoints(endpointsIn(scope)).map((one, index): EndpointNode =>
			one.ok
				? { type: 'saved', scope, index, ...withStream(one.endpoint, streams) }
				: { type: 'bad', scope, index, name: one.name, reason: one.reason },
		);
		const [id, label] =
			scope === 'user'
				? ['user', l10n.t('User')]
				: scope === 'workspace'
					? ['workspace', l10n.t('Workspace')]
					: [scope.uri.toString(), scope.name];
		return { type: 'group', id, label, children };
	});
	const saved = groups.flatMap(({ children }) =>
		children.flatMap(one => (one.type === 'saved' && one.open ? [one.open] : [])),
	);
	const others = streams
		.filter(open => !saved.includes(open))
		.map((open): AdHocNode => ({ type: 'adHoc', endpoint: open.stream.endpoint, open }));
	const connected: EndpointGroup = {
		type: 'group',
		id: 'connected',
		label: l10n.t('Connected'),
		children: others,
	};
	return [connected, ...groups].filter(({ children }) => children.length > 0);
}

/** The latest stream of it: the same, or one of that name from before it was edited. */
function withStream(endpoint: Endpoint, streams: readonly OpenStream[]) {
	const open =
		streams.findLast(({ stream }) => sameEndpoint(stream.endpoint, endpoint)) ??
		streams.findLast(({ stream }) => stream.endpoint.name === endpoint.name);
	return { endpoint, ...(open && { open }) };
}
