import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { savedEndpoints } from '../../src/workbench/endpoint/savedEndpoints';

const key = 'eventStreamInspector.endpoints';

describe('saved endpoints', () => {
	const save = (value: unknown) => workspace.getConfiguration().update(key, value);
	afterEach(() => save(undefined));

	it('are read from the settings, and a bad one does not harm the others', async () => {
		await save([
			{ name: 'good', url: 'https://example.com/events' },
			{ name: 'no url' },
			'a string',
			{ url: 'https://example.com/nameless' },
			{ name: 'good', url: 'https://example.com/other' },
			{ name: 'typed', url: 42 },
			{ name: 'also good', url: 'http://127.0.0.1:8080/', headers: { 'X-A': 'b' } },
		]);
		assert.deepEqual(
			savedEndpoints().map(one => (one.ok ? one.endpoint.name : `${one.name}: ${one.reason}`)),
			[
				'good',
				'no url: The URL is missing. Add "url".',
				'Endpoint 3: An endpoint must be an object with a name and a URL.',
				'Endpoint 4: The name is missing. Add "name".',
				'good: Another endpoint is named “good”. Rename one.',
				'typed: "url" must be a string.',
				'also good',
			],
		);
	});

	it('may be something else altogether', async () => {
		await save({ not: 'a list' });
		assert.deepEqual(savedEndpoints(), [
			{ ok: false, name: 'Endpoints', reason: 'The setting must be a list of endpoints.' },
		]);
	});
});
