import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SseServer } from '../../fixtures/sseServer';
import { installPackage } from './installPackage';
import { RealVSCode } from '../realVSCode';

/** What is read to activate, and to show a panel, with the most bytes that it may have. */
const readAtOnce = [
	{ files: ['dist/extension.js', 'dist/chunk.js'], maxBytes: 150_000 },
	{ files: ['dist/webview/webview.js', 'dist/webview/chunk.js'], maxBytes: 80_000 },
];

/** The most bytes that are downloaded to install it. */
const maxVsixBytes = 400_000;

/** What ships, and nothing else. VS Code adds the last one when it installs. */
const ships = [
	/^dist\/[A-Za-z]+\.js$/,
	/^dist\/webview\/[A-Za-z]+\.(?:js|css|ttf)$/,
	/^media\/icons\/[a-z-]+\.(?:png|svg)$/,
	/^media\/walkthrough\/[a-z]+\.svg$/,
	/^syntaxes\/[A-Za-z.-]+\.json$/,
	/^media\/l10n\/bundle\.l10n\.[a-z-]+\.json$/,
	/^package(?:\.nls(?:\.[a-z-]+)?)?\.json$/,
	/^(?:readme|changelog|third_party_notices)\.md$/i,
	/^license(?:\.txt)?$/i,
	/^\.vsixmanifest$/,
];

describe('the package', () => {
	const folder = mkdtempSync(join(tmpdir(), 'package-'));
	let server: SseServer;
	let vscode: RealVSCode | undefined;

	before(async () => {
		server = await SseServer.start();
	});
	after(async () => {
		await vscode?.close();
		await server.close();
		rmSync(folder, { recursive: true });
	});

	it('is made, installs, and runs', async function () {
		this.timeout(300_000);
		const { vsix, root } = await installPackage(folder);
		const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
			.filter(name => statSync(join(root, name)).isFile())
			.filter(name => !ships.some(pattern => pattern.test(name.replaceAll('\\', '/'))));
		assert.deepEqual(others, []);
		const vsixBytes = statSync(vsix).size;
		assert.ok(vsixBytes <= maxVsixBytes, `the .vsix has ${vsixBytes} bytes, of ${maxVsixBytes}`);
		for (const { files, maxBytes } of readAtOnce) {
			const sizes = files.map(file => statSync(join(root, file)).size);
			const sum = sizes.reduce((total, size) => total + size, 0);
			assert.ok(sum <= maxBytes, `${files.join(' and ')} have ${sum} bytes, of ${maxBytes}`);
		}

		vscode = await RealVSCode.startInstalled(root);
		await vscode.connect(server.url('/comments'));
		await vscode.inspector.locator('[role=grid][aria-rowcount="7"]').waitFor();
		await vscode.inspector.getByText('heartbeat').first().waitFor();
	});
});
