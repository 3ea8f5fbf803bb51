import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { shellQuoted } from '../../../../src/domain/code/shellQuoting';
import { VariableNames } from '../../../../src/domain/code/variableNames';
import { shellWords } from '../../../../src/domain/curl/shellWords';
import { substitutedUrl } from '../../../../src/domain/variables';
import { mulberry32 } from '../../../fixtures/chunks';

const values = { TOKEN: `t'"\\$ 1`, OTHER: '', STREAM_PATH: 'p' };

/** What bash makes of words, byte for byte. */
function inBash(words: readonly string[]): string[] {
	const output = execFileSync('bash', ['-c', `printf '%s\\0' ${words.join(' ')}`], {
		env: { ...process.env, ...values },
		maxBuffer: 100_000_000,
	});
	return output.toString('utf8').split('\0').slice(0, -1);
}

/** Texts of all that a shell minds, and of every byte. */
function randomTexts(count: number): string[] {
	const next = mulberry32(11);
	const pieces = [
		...[' ', "'", '"', '\\', '$', '`', '!', '\n', '\r', '\t', '*', '?', '[a]', '{a,b}', '~', '#'],
		...[
			'&',
			';',
			'|',
			'<',
			'>',
			'(',
			')',
			'a',
			'é',
			'😀',
			'-',
			'=',
			'%',
			'^',
			'\x01',
			'\x7f',
			'$(',
		],
	];
	return Array.from({ length: count }, () =>
		Array.from(
			{ length: Math.floor(next() * 12) },
			() => pieces[Math.floor(next() * pieces.length)],
		).join(''),
	);
}

describe('A text quoted for a shell', () => {
	const names = () => new VariableNames();

	it('is that text, in bash and to our own reading', () => {
		const every = Array.from({ length: 255 }, (_, code) => String.fromCharCode(code + 1)).join('');
		const texts = ['', every, ...randomTexts(1500)];
		const words = texts.map(text => shellQuoted(text, names()));
		assert.deepEqual(inBash(words), texts);
		assert.deepEqual(
			shellWords(words.join(' ')).map(({ text }) => text),
			texts,
		);
	});

	it('has its variables from the environment, whatever is around them', () => {
		const variables = ['${secret:TOKEN}', '${env:OTHER}', '${input:path}'];
		const next = mulberry32(5);
		const texts = randomTexts(600).map(text => {
			const characters = Array.from(text);
			const variable = variables[Math.floor(next() * variables.length)]!;
			return characters
				.toSpliced(Math.floor(next() * (characters.length + 1)), 0, variable)
				.join('');
		});
		const expected = texts.map(text =>
			text
				.replace('${secret:TOKEN}', () => values.TOKEN)
				.replace('${env:OTHER}', '')
				.replace('${input:path}', 'p'),
		);
		assert.deepEqual(inBash(texts.map(text => shellQuoted(text, names()))), expected);
	});

	const cases: readonly (readonly [text: string, quoted: string])[] = [
		["it's", `'it'\\''s'`],
		['Bearer ${secret:TOKEN}', '"Bearer $TOKEN"'],
		['${env:A}b ${env:A}/b', '"${A}b $A/b"'],
		['{"a":"${env:A}"}', `'{"a":"'"$A"'"}'`],
		['$5 ${env:A}', `'$5 '"$A"`],
	];
	for (const [text, quoted] of cases) {
		it(`looks as people write it: ${quoted}`, () =>
			assert.equal(shellQuoted(text, names()), quoted));
	}

	it('names variables as a shell may', () => {
		const all = names();
		const quoted = [
			'${secret:my-key}',
			'${input:API key?}',
			'${secret:PATH}',
			'${env:PATH}',
			'${secret:API_KEY}',
			'${input:日本}',
			'${secret:1st}',
			'${workspaceFolder}',
			'${workspaceFolder:a b}',
			'${env:ProgramFiles(x86)}',
		].map(text => shellQuoted(text, all));
		assert.deepEqual(quoted, [
			'"$MY_KEY"',
			'"$API_KEY"',
			'"$STREAM_PATH"',
			'"$PATH"',
			'"$API_KEY_2"',
			'"$STREAM_VALUE"',
			'"$STREAM_1ST"',
			'"$WORKSPACE_FOLDER"',
			'"$WORKSPACE_FOLDER_A_B"',
			'"$PROGRAMFILES_X86"',
		]);
		assert.equal(all.all.length, 10);
	});

	it('keeps the names of the environment in a URL that is read again', () => {
		const quoted = shellQuoted('https://h/?key=${env:TOKEN}', names());
		const [word] = shellWords(quoted);
		assert.equal(
			substitutedUrl(word!.text, () => 'a b'),
			'https://h/?key=a%20b',
		);
	});
});
