// @ts-check
// npm start [-- URL]: a VS Code with the inspector, connected to a demo stream, or to the given one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFrontDoor } from './frontDoor.mjs';
import { openForPerson } from './openForPerson.mjs';
import { parentEnded } from './parent.mjs';
import { SIGNALS } from './processes.mjs';
import { inProject, root } from './project.mjs';
import { startVSCode } from './server.mjs';
import { build, installDependencies } from './setUp.mjs';

/** The extension that connects as soon as VS Code has started. */
const AUTO_CONNECT = inProject('test', 'vscode', 'autoConnect');

/** @param {string | undefined} stream URL to connect to, by default a demo stream. */
async function start(stream) {
	const signalled = new Promise(resolve => {
		for (const signal of SIGNALS) process.on(signal, resolve);
	});
	const npmEnded = process.env.npm_lifecycle_event ? parentEnded() : new Promise(() => {});
	/** @type {(() => unknown)[]} What there is to end, in the order in which it started. */
	const endings = [];
	try {
		await installDependencies();
		await build();
		const demo = await startDemo();
		endings.push(() => demo.close());
		const workspace = workspaceWith(demo.endpoints);
		endings.push(() => rmSync(workspace, { recursive: true, force: true }));

		const [first] = demo.endpoints;
		const env = { EVENT_STREAM_INSPECTOR_CONNECT: JSON.stringify(stream ?? first) };
		const vscode = await startVSCode({
			extensionPath: root,
			installed: [AUTO_CONNECT],
			workspace,
			// Dark or light, as the person's system is.
			settings: { 'window.autoDetectColorScheme': true, 'window.autoDetectHighContrast': true },
			env,
		});
		endings.push(vscode.close);
		const door = await openFrontDoor(vscode, root);
		endings.push(door.close);

		console.log(
			`\nEvent Stream Inspector in VS Code ${vscode.version}, connected to ${stream ?? first?.name}:\n`,
		);
		console.log(`    ${door.url}\n`);
		endings.push(
			await openForPerson({ url: door.url, extensions: [root, AUTO_CONNECT], workspace, env }),
		);
		console.log('Ctrl-C ends it.');
		await Promise.race([signalled, npmEnded, vscode.ended]);
	} finally {
		for (const end of endings.reverse()) await end();
	}
}

/**
 * Starts the demo server of test/fixtures, as it was built.
 *
 * @returns {Promise<{ endpoints: { name: string; url: string }[]; close(): Promise<void> }>}
 */
async function startDemo() {
	const load = createRequire(import.meta.url);
	return load(inProject('out', 'test', 'fixtures', 'demoServer.js')).startDemoServer();
}

/**
 * A new folder whose settings save the given endpoints.
 *
 * @param {readonly { name: string; url: string }[]} endpoints
 * @returns {string}
 */
function workspaceWith(endpoints) {
	const workspace = mkdtempSync(join(tmpdir(), 'event-stream-demo-'));
	mkdirSync(join(workspace, '.vscode'));
	writeFileSync(
		join(workspace, '.vscode', 'settings.json'),
		JSON.stringify({ 'eventStreamInspector.endpoints': endpoints }, undefined, '\t'),
	);
	return workspace;
}

/**
 * What is wrong with an address that someone wants to connect to, as a sentence.
 *
 * @param {string} text
 * @returns {string | undefined}
 */
function problemWith(text) {
	if (!URL.canParse(text)) {
		return `"${text}" is not a URL. Give the whole address: npm start -- https://host/stream`;
	}
	const { protocol } = new URL(text);
	if (protocol === 'http:' || protocol === 'https:') return undefined;
	return `Event streams come over http: or https:, not ${protocol} (${text}).`;
}

const [stream] = process.argv.slice(2);
const problem = stream === undefined ? undefined : problemWith(stream);
if (problem) {
	console.error(problem);
	process.exitCode = 1;
} else {
	try {
		await start(stream);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
	// A browser that still holds a connection must not keep what has ended here alive.
	process.exit();
}
