import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandIds, panelType, settingKeys } from '../../../src/workbench/ids';

interface Manifest {
	readonly name: string;
	readonly publisher: string;
	readonly engines: { readonly vscode: string };
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: readonly { command: string; title: string; category: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
		readonly keybindings: readonly { command: string }[];
	};
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

describe('The manifest', () => {
	it('names the extension as others know it', () => {
		assert.equal(`${manifest.publisher}.${manifest.name}`, 'sse-tools.event-stream-inspector');
		assert.equal(words.displayName, 'Event Stream Inspector');
		assert.equal(manifest.engines.vscode, '^1.106.0');
	});

	it('has the commands of the code, and the code those of the manifest', () => {
		const contributed = manifest.contributes.commands.map(({ command }) => command);
		assert.deepEqual(contributed.sort(), Object.values(commandIds).sort());
		for (const { command } of manifest.contributes.keybindings) {
			assert.ok(contributed.includes(command), command);
		}
	});

	it('puts every command into the category', () => {
		for (const { category } of manifest.contributes.commands) assert.equal(category, '%category%');
		assert.equal(words.category, 'Event Stream');
	});

	it('has the settings of the code, and the code those of the manifest', () => {
		const contributed = Object.keys(manifest.contributes.configuration.properties);
		assert.deepEqual(contributed.sort(), Object.values(settingKeys).sort());
	});

	it('activates for a panel that comes back', () => {
		assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${panelType}`));
	});

	it('has no name twice, of which all but the last would be passed over', () => {
		const open: Set<string>[] = [];
		let depth = 0;
		let count = 0;
		for (const line of text.split('\n')) {
			const [, indent = '', name] = /^(\t*)(?:"([^"]+)": )?/.exec(line)!;
			if (indent.length < depth) open.length = indent.length + 1;
			depth = indent.length;
			if (name === undefined) continue;
			const names = (open[depth] ??= new Set());
			assert.ok(!names.has(name), `${name} is there twice`);
			names.add(name);
			count++;
		}
		assert.ok(count > 100);
	});

	it('has words for all its keys, and keys for all its words', () => {
		const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map(match => match[1]!));
		assert.deepEqual([...used].sort(), Object.keys(words).sort());
	});
});
