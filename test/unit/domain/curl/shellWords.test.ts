import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { CurlFailure } from '../../../../src/domain/curl/curlProblem';
import { shellWords } from '../../../../src/domain/curl/shellWords';
import { mulberry32 } from '../../../fixtures/chunks';

const texts = (line: string) => shellWords(line).map(({ text }) => text);

describe('The words of a shell', () => {
	const cases: readonly (readonly [name: string, line: string, words: readonly string[]])[] = [
		['plain', 'a  b\tc', ['a', 'b', 'c']],
		['single quotes', `'a b' 'c\\d' '' x'y'z`, ['a b', 'c\\d', '', 'xyz']],
		['double quotes', String.raw`"a b" "\"\\\$\a" "it's"`, ['a b', '"\\$\\a', "it's"]],
		['a quote in single quotes', String.raw`'it'\''s' 'it'"'"'s'`, ["it's", "it's"]],
		['backslashes', String.raw`a\ b \"c \\`, ['a b', '"c', '\\']],
		['a continuation', "a \\\n  -b \\\r\n\t'c'", ['a', '-b', 'c']],
		['a continuation within a word', 'ab\\\ncd "e\\\nf"', ['abcd', 'ef']],
		['a continuation whose line end a text field took', "a \\  -b \\ 'c' \\", ['a', '-b', 'c']],
		['a continuation of PowerShell', 'a `\n -b', ['a', '-b']],
		['lines without continuations', 'a\n-b c\n\n', ['a', '-b', 'c']],
		['comments', '# first\na b#c # the rest\n-d', ['a', 'b#c', '-d']],
		["$'' letters", String.raw`$'\a\b\e\E\f\n\r\t\v'`, ['\x07\b\x1b\x1b\f\n\r\t\v']],
		["$'' quotes", String.raw`$'\\ \' \" \? \q'`, [`\\ ' " ? \\q`]],
		["$'' characters", String.raw`$'\u0021\U1F600\cA\ud83d\ude00'`, ['!😀\x01😀']],
		["$'' bytes", String.raw`$'\x41\101\xc3\xbc\303\274'`, ['AAüü']],
		["$'' up to its NUL", String.raw`$'ab\0cd'ef`, ['abef']],
		["$'' inside double quotes is text", `"$'a'"`, [`$'a'`]],
		['$"" is "" here', '$"a b"', ['a b']],
		['a variable', '$TOKEN ${TOKEN}x $A$B', ['${env:TOKEN}', '${env:TOKEN}x', '${env:A}${env:B}']],
		[
			'a variable in double quotes',
			'"Bearer $TOKEN" "${A}_b"',
			['Bearer ${env:TOKEN}', '${env:A}_b'],
		],
		['no variable in single quotes', `'$TOKEN'`, ['$TOKEN']],
		[
			'our own variables',
			'"${secret:KEY}" ${input:What for?}',
			['${secret:KEY}', '${input:What for?}'],
		],
		['a dollar alone', '$ a$ "5$" "$%"', ['$', 'a$', '5$', '$%']],
		['the home folder', '~/ca.pem ~ a~/b', ['${env:HOME}/ca.pem', '${env:HOME}', 'a~/b']],
		['what it is piped into', "a 'b|c' | jq .x", ['a', 'b|c']],
		['an end', 'a; ', ['a']],
		['where output goes', 'a >out.txt 2>&1 b 2> /dev/null c2 &> x >> y', ['a', 'b', 'c2']],
		['parentheses', 'http://x/(a)', ['http://x/(a)']],
	];
	for (const [name, line, words] of cases) {
		it(name, () => assert.deepEqual(texts(line), words));
	}

	it('know where they stand', () => {
		assert.deepEqual(
			shellWords(`ab  'c d' "e"`).map(({ at }) => at),
			[0, 4, 10],
		);
	});

	const problems: readonly (readonly [line: string, at: number, message: RegExp])[] = [
		["a 'b c", 2, /^The quote ' at character 3 is not closed\.$/],
		['a "b c', 2, /^The quote " at character 3 is not closed\.$/],
		["a $'b\\'", 2, /^The quote \$' at character 3 is not closed\.$/],
		['a “b”', 2, /typographic/],
		['a $(date)', 2, /Commands within a command are not run\. .* at character 3 /],
		['a "`date`"', 3, /Commands within a command/],
		['a ${B:-c}', 2, /“\$\{B:-c\}” at character 3 is not understood/],
		['a "costs $5"', 9, /“\$5” at character 10/],
		['http://h/?a=1&b=2', 13, /“&” at character 14 ends a command\. Put the URL in quotes\./],
		['a && b', 2, /A second command begins after “&&” at character 3/],
		['a; curl b', 1, /A second command begins after “;”/],
		['a < body.json', 2, /Files are not read/],
		['a -d @- <<EOF', 8, /Files are not read/],
	];
	for (const [line, at, message] of problems) {
		it(`says what is wrong with ${line}`, () => {
			assert.throws(
				() => shellWords(line),
				(error: unknown) =>
					error instanceof CurlFailure &&
					message.test(error.problem.message) &&
					error.problem.at === at,
			);
		});
	}

	it('are those of bash', () => {
		const next = mulberry32(7);
		const random = (below: number) => Math.floor(next() * below);
		const pieces = [
			...['a', 'b', ' ', ' ', "'", "'", '"', '"', '\\', "$'", '\\x41', '\\n', '\\u00e9', '\\\\'],
			...['é', '=', '#', '\\\n', '$"', '\\303\\251', '%'],
		];
		const lines = Array.from({ length: 3000 }, () =>
			Array.from({ length: 1 + random(11) }, () => pieces[random(pieces.length)]).join(''),
		).filter(line => !/(?:^|\s)\\ |\\$|#[^]*\n|\\\\\n/.test(line));
		const script = `for line; do eval "printf '%s\\0' begin $line" 2>/dev/null; printf 'end\\0'; done`;
		const output = execFileSync('bash', ['-c', script, 'bash', ...lines], {
			env: { ...process.env, LC_ALL: 'C.UTF-8' },
			encoding: 'utf8',
		});
		const groups = output.split('end\0').slice(0, -1);
		assert.equal(groups.length, lines.length);
		let compared = 0;
		for (const [index, line] of lines.entries()) {
			const expected = groups[index]!.split('\0').slice(1, -1);
			let ours: string[];
			try {
				ours = texts(line);
			} catch {
				continue;
			}
			assert.deepEqual(ours, expected, JSON.stringify(line));
			compared++;
		}
		assert.ok(compared > 500, `only ${compared} had their quotes closed`);
	});
});
