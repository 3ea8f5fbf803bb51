import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { HumanError } from '../../src/base/errors';
import { toEndpoint } from '../../src/domain/endpoint';
import { savedEndpoints } from '../../src/workbench/endpoint/savedEndpoints';
import { saveEndpoint, updateSavedEndpoint } from '../../src/workbench/endpoint/saveEndpoint';

const key = 'eventStreamInspector.endpoints';

describe('endpoints written to the settings', () => {
	const targets = {
		user: ConfigurationTarget.Global,
		workspace: ConfigurationTarget.Workspace,
	} as const;
	const stands = (target: keyof typeof targets): unknown => {
		const found = workspace.getConfiguration().inspect(key);
		return target === 'user' ? found?.globalValue : found?.workspaceValue;
	};
	const put = (target: keyof typeof targets, value: unknown) =>
		workspace.getConfiguration().update(key, value, targets[target]);
	afterEach(async () => {
		await put('user', undefined);
		await put('workspace', undefined);
	});
	const names = () => savedEndpoints().map(one => (one.ok ? one.endpoint.name : one.reason));

	for (const target of ['user', 'workspace'] as const) {
		it(`${target}: are added as they are, variables too`, async () => {
			const odd = { name: 'odd', nobody: 'knows' };
			await put(target, [odd]);
			const endpoint = toEndpoint({
				name: 'new',
				url: 'https://example.com/${env:PATH_OF_IT}',
				auth: { type: 'bearer', token: '${secret:KEY}' },
			});
			await saveEndpoint(endpoint, target);
			assert.deepEqual(stands(target), [odd, endpoint]);
			await assert.rejects(saveEndpoint(endpoint, target), /“new” is saved already/);
		});

		it(`${target}: are changed where they stand`, async () => {
			const one = { name: 'one', url: 'https://example.com/1' };
			const two = { name: ' two ', url: 'https://example.com/2', more: 1 };
			await put(target, ['nothing', one, two]);
			const change = (fields: object) => ({ ...fields, tls: { verify: false } });
			assert.equal(await updateSavedEndpoint('two', change), target);
			assert.deepEqual(stands(target), ['nothing', one, { ...two, tls: { verify: false } }]);
			assert.equal(await updateSavedEndpoint('three', change), undefined);
		});
	}

	it('of the user and of the workspace are offered side by side, the workspace’s before one of the same name', async () => {
		await put('user', [
			{ name: 'same', url: 'https://example.com/user' },
			{ name: 'mine', url: 'https://example.com/mine' },
		]);
		await put('workspace', [{ name: 'same', url: 'https://example.com/workspace' }]);
		assert.deepEqual(names(), ['same', 'mine']);
		await updateSavedEndpoint('same', fields => ({ ...fields, lastEventId: '1' }));
		assert.deepEqual(stands('workspace'), [
			{ name: 'same', url: 'https://example.com/workspace', lastEventId: '1' },
		]);
	});

	it('never hold what a variable stood for', async () => {
		const resolved = { name: 'r', url: 'https://example.com/', secrets: ['s3cret'] };
		await assert.rejects(saveEndpoint(resolved, 'user'), TypeError);
		assert.equal(stands('user'), undefined);
	});

	it('do not replace a setting that is something else', async () => {
		await put('workspace', { not: 'a list' });
		const endpoint = toEndpoint('https://example.com/');
		await assert.rejects(saveEndpoint(endpoint, 'workspace'), HumanError);
		assert.deepEqual(stands('workspace'), { not: 'a list' });
	});
});
