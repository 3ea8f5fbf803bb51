import assert from 'node:assert/strict';
import { extensions, TabInputWebview, window, type Tab } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';

/** The extension's API, as another extension gets it. */
export async function inspectorApi(): Promise<InspectorApi> {
	const extension = extensions.getExtension<InspectorApi>('sse-tools.event-stream-inspector');
	assert.ok(extension, 'VS Code knows no extension of this name');
	return extension.activate();
}

/** Resolves when the session is in the state; at once if it is. */
export function inState(session: StreamSession, state: StreamSession['state']): Promise<void> {
	return new Promise(resolve => {
		if (session.state === state) return resolve();
		const listening = session.onDidChangeState(now => {
			if (now !== state) return;
			listening.dispose();
			resolve();
		});
	});
}

/** Asks again until at least `count` entries match, and returns them. */
export async function entries(session: StreamSession, filter: string, count: number) {
	for (;;) {
		const found = await session.query(filter);
		if (found.total >= count) return found.entries;
		// The next answer comes from worker threads, whose messages have to be let in.
		await new Promise(resolve => setImmediate(resolve));
	}
}

/** The tabs of inspectors, in the order of the tab bar. */
export const inspectors = (): Tab[] =>
	window.tabGroups.all
		.flatMap(group => group.tabs)
		.filter(
			({ input }) =>
				input instanceof TabInputWebview && input.viewType.includes('eventStreamInspector.panel'),
		);

/** Resolves once `holds`, which is asked again whenever tabs change. */
export function untilTabs(holds: () => boolean): Promise<void> {
	return new Promise(resolve => {
		if (holds()) return resolve();
		const listening = window.tabGroups.onDidChangeTabs(() => {
			if (!holds()) return;
			listening.dispose();
			resolve();
		});
	});
}
