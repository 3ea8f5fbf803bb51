import * as l10n from '@vscode/l10n';
import { cited, failAt, place } from './curlProblem';
import { curlOption, longName, type SwitchEffect, type ValueEffect } from './curlOptions';
import type { ShellWord } from './shellWords';

/** One argument of curl that matters, with its place. */
export type CurlArgument =
	| { readonly type: 'value'; readonly effect: ValueEffect; readonly value: ShellWord }
	| { readonly type: 'switch'; readonly effect: SwitchEffect; readonly isOn: boolean };

/**
 * What the words after `curl` say.
 * @throws CurlFailure for an option that is not known, that cannot be obeyed, or that lacks its value.
 */
export function curlArguments(words: readonly ShellWord[]): CurlArgument[] {
	const found: CurlArgument[] = [];
	const left = [...words];
	let areOptionsOver = false;
	for (let word = left.shift(); word !== undefined; word = left.shift()) {
		const { text, at } = word;
		if (areOptionsOver || !text.startsWith('-') || text === '-') {
			found.push({ type: 'value', effect: 'url', value: word });
		} else if (text === '--') areOptionsOver = true;
		else if (text.startsWith('--')) {
			const [, name = '', given] = /^--([^=]*)(?:=([^]*))?$/.exec(text) ?? [];
			const value = given === undefined ? undefined : { text: given, at };
			if (readOption(name, `--${name}`, at, value, left, found) && value !== undefined) {
				failAt(at, l10n.t`--${name} ${place(at)} takes no value.`);
			}
		} else readShort(word, left, found);
	}
	return found;
}

/** `-sSN`, `-XPOST`, `-H name`: letters up to the first one that takes a value. */
function readShort({ text, at }: ShellWord, left: ShellWord[], found: CurlArgument[]): void {
	for (let i = 1; i < text.length; i++) {
		const letter = text[i]!;
		const rest = text.slice(i + 1);
		const value = rest === '' ? undefined : { text: rest, at: at + i + 1 };
		const isSwitch = readOption(longName(letter) ?? '', `-${letter}`, at, value, left, found);
		if (!isSwitch) return;
	}
}

/** @returns whether it took no value. */
function readOption(
	name: string,
	shown: string,
	at: number,
	attached: ShellWord | undefined,
	left: ShellWord[],
	found: CurlArgument[],
): boolean {
	const positive = name.replace(/^no-/, '');
	const named = curlOption(name);
	const negated = name === positive ? undefined : curlOption(positive);
	const option = named ?? (negated?.type === 'switch' ? negated : undefined);
	if (option === undefined) {
		return failAt(
			at,
			l10n.t`The option ${cited(shown)} ${place(at)} is not known here. Remove it if the stream does without.`,
		);
	}
	if (option.type === 'refused') {
		return failAt(at, l10n.t`${shown} ${place(at)} is not taken over. ${option.advice}`);
	}
	if (option.type === 'switch') {
		found.push({ ...option, isOn: named !== undefined });
		return true;
	}
	if (option.type === 'ignored' && !option.takesValue) return true;
	const value = attached ?? left.shift();
	if (value === undefined) return failAt(at, l10n.t`${shown} ${place(at)} has no value after it.`);
	if (option.type === 'value') found.push({ ...option, value });
	return false;
}
