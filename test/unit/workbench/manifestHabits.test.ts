import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commandIds, settingKeys, toolNames } from '../../../src/workbench/ids';

interface Setting {
	readonly type: string;
	readonly markdownDescription?: string;
	readonly order?: number;
	readonly scope?: string;
	readonly default?: unknown;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly enum?: readonly string[];
	readonly markdownEnumDescriptions?: readonly string[];
}

interface Manifest {
	readonly icon: string;
	readonly pricing: string;
	readonly qna: boolean;
	readonly sponsor?: unknown;
	readonly extensionKind: readonly string[];
	readonly capabilities: {
		readonly virtualWorkspaces: unknown;
		readonly untrustedWorkspaces: {
			readonly supported: unknown;
			readonly restrictedConfigurations: readonly string[];
		};
	};
	readonly contributes: {
		readonly commands: readonly { command: string; enablement?: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
		readonly menus: { readonly commandPalette: readonly { command: string; when: string }[] };
		readonly languageModelTools: readonly { name: string; inputSchema: { type: string } }[];
		readonly walkthroughs: readonly {
			readonly steps: readonly {
				readonly description: string;
				readonly media: { readonly svg: string; readonly altText: string };
				readonly completionEvents: readonly string[];
			}[];
		}[];
	};
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, configuration, menus, languageModelTools, walkthroughs } = manifest.contributes;
const ids: readonly string[] = Object.values(commandIds);

/** What can be run whatever is open. */
const alwaysPossible: readonly string[] = [
	commandIds.connect,
	commandIds.connectFromCurl,
	commandIds.connectStepByStep,
	commandIds.startDemoStream,
	commandIds.openCapture,
	commandIds.setSecret,
	commandIds.listSecrets,
	commandIds.deleteSecret,
	commandIds.addEndpoint,
	commandIds.deleteAllCaptures,
];

describe('The manifest’s habits', () => {
	for (const [key, setting] of Object.entries(configuration.properties)) {
		it(`${key} has a description, a place, a scope and bounds`, () => {
			assert.match(setting.markdownDescription ?? '', /^%.+%$/);
			assert.equal(typeof setting.order, 'number');
			assert.ok(setting.scope, 'scope');
			assert.notEqual(setting.default, undefined);
			if (setting.type === 'integer' || setting.type === 'number') {
				assert.equal(typeof setting.minimum, 'number');
				assert.equal(typeof setting.maximum, 'number');
			}
			assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length);
		});
	}

	it('gives each setting a place of its own', () => {
		const orders = Object.values(configuration.properties).map(({ order }) => order);
		assert.equal(new Set(orders).size, orders.length);
	});

	for (const { command, enablement } of commands) {
		it(`${command} is offered where it can run`, () => {
			const isHidden = menus.commandPalette.some(
				one => one.command === command && one.when === 'false',
			);
			const isListed = alwaysPossible.includes(command);
			const ways = [enablement !== undefined, isHidden, isListed].filter(Boolean).length;
			assert.ok(ways >= 1, 'needs an enablement, or to be hidden, or to be listed here');
			assert.ok(!(isListed && isHidden), 'is listed here, and hidden');
		});
	}

	it('restricts what could send a secret somewhere, where the workspace is not trusted', () => {
		const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
		assert.equal(supported, 'limited');
		assert.deepEqual(restrictedConfigurations, [settingKeys.endpoints]);
	});

	it('says where it runs, and what it costs', () => {
		assert.equal(manifest.extensionKind[0], 'workspace');
		assert.equal(manifest.capabilities.virtualWorkspaces, true);
		assert.equal(manifest.pricing, 'Free');
		assert.equal(manifest.qna, false);
		assert.equal(manifest.sponsor, undefined);
	});

	it('has an icon that the marketplace takes', () => {
		const png = readFileSync(manifest.icon);
		assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(20) >= 128);
	});

	it('names only files that ship', () => {
		const shipped = readFileSync('.vscodeignore', 'utf8')
			.split('\n')
			.filter(line => line.startsWith('!'))
			.map(line => line.slice(1).replaceAll('.', '\\.').replaceAll('*', '[^/]*'))
			.map(pattern => new RegExp(`^${pattern}$`));
		const text = JSON.stringify({ ...manifest, scripts: undefined, devDependencies: undefined });
		const named = [...text.matchAll(/"(?:\.\/)?((?:media|syntaxes|dist)\/[^"]+\.\w+)"/g)];
		assert.ok(named.length > 5);
		for (const [, file = ''] of named) {
			assert.ok(
				shipped.some(pattern => pattern.test(file)),
				file,
			);
		}
	});

	it('has the tools of the code', () => {
		const names = languageModelTools.map(({ name }) => name);
		assert.deepEqual(names.sort(), Object.values(toolNames).sort());
		for (const { inputSchema } of languageModelTools) assert.equal(inputSchema.type, 'object');
	});

	for (const { steps } of walkthroughs) {
		for (const { description, media, completionEvents } of steps) {
			it(`leads to commands that there are, with a picture: ${media.svg}`, () => {
				assert.ok(existsSync(media.svg));
				assert.ok(words[media.altText.slice(1, -1)]);
				const text = words[description.slice(1, -1)] ?? '';
				const linked = [...text.matchAll(/\(command:(?:toSide:)?([\w.]+)/g)].map(one => one[1]);
				const completing = completionEvents.map(event => event.replace(/^onCommand:/, ''));
				assert.ok(linked.length > 0 && completing.length > 0);
				for (const id of [...linked, ...completing]) assert.ok(ids.includes(id ?? ''), id);
			});
		}
	}
});
