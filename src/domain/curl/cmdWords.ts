import * as l10n from '@vscode/l10n';
import { failAt, place } from './curlProblem';
import type { ShellWord } from './shellWords';

/** A character as cmd.exe hands it on. */
interface CmdChar {
	readonly char: string;
	readonly at: number;
	/** A caret stood before it. */
	readonly isEscaped: boolean;
}

/** Whether the line is meant for cmd.exe: browsers print `curl ^"…^" ^`. */
export function isCmdLine(line: string): boolean {
	if (/^\s*\S*curl(?:\.exe)?\s+\^"/i.test(line)) return true;
	const continues = /\s\^(?:[ \t]*\r?\n|[ \t]+-)/.test(line);
	return continues && !/\s'|\s\\\s/.test(line);
}

/**
 * The words of one command as cmd.exe, and then the C runtime of Windows, take them apart.
 * @throws CurlFailure where a quote has no end, or where only cmd.exe could go on.
 */
export function cmdWords(line: string): ShellWord[] {
	const chars = cmdChars(line);
	const words: ShellWord[] = [];
	let word: { text: string; at: number } | undefined;
	let quoteAt: number | undefined;
	for (let i = 0; i < chars.length; i++) {
		const { char, at } = chars[i]!;
		if (quoteAt === undefined && /\s/.test(char)) {
			if (word) words.push(withVariables(word));
			word = undefined;
			continue;
		}
		word ??= { text: '', at };
		if (char === '\\') {
			const run = backslashes(chars, i);
			word.text += run.text;
			i += run.length - 1;
		} else if (char !== '"') word.text += char;
		else if (quoteAt === undefined) quoteAt = at;
		else if (chars[i + 1]?.char === '"') {
			word.text += '"';
			i++;
		} else quoteAt = undefined;
	}
	if (quoteAt !== undefined) failAt(quoteAt, l10n.t`The quote " ${place(quoteAt)} is not closed.`);
	if (word) words.push(withVariables(word));
	return words;
}

/** Up to where the command ends, without the carets that escape. */
function cmdChars(line: string): CmdChar[] {
	const chars: CmdChar[] = [];
	let isQuoted = false;
	for (let at = 0; at < line.length; at++) {
		const char = line[at]!;
		// Chrome once put carets within plain quotes too, but never before one of these.
		const isText = isQuoted && /[A-Za-z0-9\s_\-:=+~'/.',?;()*`]/.test(line[at + 1] ?? ' ');
		if (char === '^' && !isText) {
			// The line end goes, and the character after it is taken as it is.
			at += /^\^\r?\n/.exec(line.slice(at, at + 3))?.[0].length ?? 1;
			if (at < line.length) chars.push({ char: line[at]!, at, isEscaped: true });
			continue;
		}
		if (char === '"' && line[at - 1] !== '\\') isQuoted = !isQuoted;
		if (!isQuoted && /[&|<>]/.test(char)) {
			if (char === '<') failAt(at, l10n.t(`Files are not read. Write what is in it instead.`));
			const isLast = char !== '&' || /^[&\s]*$/.test(line.slice(at));
			if (isLast) break;
			failAt(at, l10n.t`A second command begins after “&” ${place(at)}. Give one at a time.`);
		}
		chars.push({ char, at, isEscaped: false });
	}
	return chars;
}

/** Backslashes count by pairs before a quote, of which an odd one makes a character; elsewhere they are text. */
function backslashes(chars: readonly CmdChar[], from: number): { text: string; length: number } {
	let end = from;
	while (chars[end]?.char === '\\') end++;
	const count = end - from;
	const pairs = '\\'.repeat(Math.floor(count / 2));
	if (chars[end]?.char === '"') {
		const isOdd = count % 2 === 1;
		return { text: pairs + (isOdd ? '"' : ''), length: count + (isOdd ? 1 : 0) };
	}
	// Chrome doubles them everywhere, each with its caret.
	const areDoubled = count % 2 === 0 && chars.slice(from, end).every(one => one.isEscaped);
	return { text: areDoubled ? pairs : '\\'.repeat(count), length: count };
}

/** `%TOKEN%`, but not the percent signs of an encoded URL. */
function withVariables({ text, at }: ShellWord): ShellWord {
	const variable = /%([A-Za-z]\w*_\w*|[A-Z]{4,})%/g;
	return { text: text.replace(variable, (_, name: string) => `\${env:${name}}`), at };
}
