import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension', () => {
	it('is found and activates', async () => {
		const extension = extensions.getExtension('sse-tools.event-stream-inspector');
		assert.ok(extension, 'VS Code knows no extension of this name');
		await extension.activate();
		assert.equal(extension.isActive, true);
	});
});
