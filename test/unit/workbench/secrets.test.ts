import assert from 'node:assert/strict';
import { causeChain, HumanError } from '../../../src/base/errors';
import { Secrets, type SecretId } from '../../../src/workbench/secret/secrets';
import { MemorySecretStorage } from '../../fixtures/resolving';

const origin = 'https://example.com';

describe('Secrets', () => {
	let storage: MemorySecretStorage;
	let told: unknown[];
	let secrets: Secrets;
	let changes: SecretId[];

	beforeEach(() => {
		storage = new MemorySecretStorage();
		told = [];
		changes = [];
		secrets = new Secrets(storage, error => told.push(error));
		secrets.onDidChange(id => changes.push(id));
	});

	it('are kept by name and origin, replaced and deleted', async () => {
		const [a, b] = [
			{ origin, name: 'a' },
			{ origin: 'http://[::1]:8', name: 'a' },
		];
		await secrets.store(origin, 'a', '1');
		await secrets.store('http://[::1]:8', 'a', '2');
		await secrets.store(origin, 'a', '3');
		assert.equal(await secrets.get(origin, 'a'), '3');
		assert.equal(await secrets.get('http://[::1]:8', 'a'), '2');
		assert.equal(await secrets.get('https://example.com:8', 'a'), undefined);
		assert.deepEqual(await secrets.list(), [b, a]);
		await secrets.delete(origin, 'a');
		assert.deepEqual(await secrets.list(), [b]);
		assert.deepEqual(changes, [a, b, a, a]);
		assert.deepEqual(told, []);
	});

	it('leave other keys of the storage alone', async () => {
		await storage.store('something else', 'x');
		await storage.store('endpointSecret', 'x');
		assert.deepEqual(await secrets.list(), []);
		assert.deepEqual(changes, []);
	});

	it('have names that fit into a variable', async () => {
		await assert.rejects(secrets.store(origin, 'a b', 'x'), /letters, digits/);
		assert.equal(storage.values.size, 0);
	});

	it('are held until the window closes where VS Code fails, which the user is told', async () => {
		storage.failure = new Error('The keyring refused s3cret!');
		assert.equal(await secrets.get(origin, 'a'), undefined);
		await secrets.store(origin, 'a', 's3cret');
		assert.equal(await secrets.get(origin, 'a'), 's3cret');
		assert.deepEqual(changes, [{ origin, name: 'a' }]);
		const [error] = told;
		assert.ok(told.length === 1 && error instanceof HumanError);
		assert.match(
			error.message,
			/could not keep the secret “a”\. It is used until this window closes/,
		);
		assert.deepEqual(causeChain(error).slice(1), ['The keyring refused •••!']);
		await assert.rejects(secrets.list(), HumanError);
		await assert.rejects(secrets.delete(origin, 'a'), HumanError);

		storage.failure = undefined;
		await secrets.store(origin, 'b', '1');
		assert.equal((await secrets.list()).length, 1);
		assert.equal(await secrets.get(origin, 'a'), undefined);
	});
});
