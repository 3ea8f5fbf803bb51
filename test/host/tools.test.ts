import assert from 'node:assert/strict';
import { lm, LanguageModelTextPart } from 'vscode';
import { toolNames } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi } from './inspector';

describe('the tools for language models', () => {
	let server: SseServer;

	before(async () => {
		server = await SseServer.start();
		await inspectorApi();
	});
	after(() => server.close());

	const invoke = async (name: string, input: object) => {
		const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
		return content.map(part => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
	};

	it('are known to VS Code', () => {
		const names = lm.tools.map(({ name }) => name);
		for (const name of Object.values(toolNames)) assert.ok(names.includes(name), name);
	});

	it('list streams, and answer with their entries', async () => {
		const inspector = await inspectorApi();
		const session = await inspector.connect(server.url('/comments'), { reveal: false });
		await entries(session, 'kind:comment', 1);
		const listed = await invoke(toolNames.listStreams, {});
		assert.ok(listed.includes(session.id));
		const answer = await invoke(toolNames.queryEntries, {
			streamId: session.id,
			filter: 'kind:comment',
			limit: 1,
		});
		assert.match(answer, /entries of .* match.*\n\{"seq":\d+,"kind":"comment"/);
		await session.close();
	});

	it('say in words what was wrong with a question', async () => {
		await assert.rejects(invoke(toolNames.queryEntries, { streamId: 'x' }), /streamId|No stream/);
	});
});
