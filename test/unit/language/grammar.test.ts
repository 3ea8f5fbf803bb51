import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const files: Readonly<Record<string, string>> = {
	'source.event-stream': 'syntaxes/event-stream.tmLanguage.json',
	'source.json': 'test/fixtures/grammar/json.tmLanguage.json',
};
const sample = 'test/fixtures/grammar/every-field.sse';
const golden = `${sample}.golden.txt`;

async function loadGrammar(): Promise<IGrammar> {
	const wasm = readFileSync('node_modules/vscode-oniguruma/release/onig.wasm');
	await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
	const registry = new Registry({
		onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
		loadGrammar: async scope => {
			const file = files[scope];
			return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
		},
	});
	const grammar = await registry.loadGrammar('source.event-stream');
	assert.ok(grammar);
	return grammar;
}

/** Each line of a text, and below it its tokens with their scopes. */
function tokenized(grammar: IGrammar, text: string): string {
	let state = INITIAL;
	const shown: string[] = [];
	for (const line of text.split('\n')) {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		state = ruleStack;
		shown.push(`>${line}`);
		for (const { startIndex, endIndex, scopes } of tokens) {
			const token = JSON.stringify(line.slice(startIndex, endIndex));
			const inner = scopes.slice(1).join(' ');
			if (inner !== '') shown.push(`  ${token} ${inner}`);
		}
	}
	return `${shown.join('\n')}\n`;
}

describe('The grammar of event streams', () => {
	let grammar: IGrammar;

	before(async () => {
		grammar = await loadGrammar();
	});

	it('knows every field, the JSON in data, and what the standard says to ignore', () => {
		const found = tokenized(grammar, readFileSync(sample, 'utf8'));
		if (process.env.UPDATE_GOLDEN === '1' || !existsSync(golden)) writeFileSync(golden, found);
		assert.equal(found, readFileSync(golden, 'utf8'));
	});

	it('takes JSON that goes on in the data lines that follow for one text', () => {
		const found = tokenized(grammar, 'data: {\ndata: "a": "b"}\n\ndata: x');
		assert.ok(found.includes('"}" meta.embedded.json.event-stream punctuation.json'));
		assert.ok(found.includes('"x" string.unquoted.data.event-stream'));
	});
});
