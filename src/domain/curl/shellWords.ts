import * as l10n from '@vscode/l10n';
import { variablesOf, variableText } from '../variableText';
import { ansiText, endOfAnsi } from './ansiQuote';
import { cited, failAt, place } from './curlProblem';

/** One argument of a command, without its quotes; a variable of the shell is one of ours, `${env:NAME}`. */
export interface ShellWord {
	readonly text: string;
	/** Where it begins in the command line, in UTF-16 units. */
	readonly at: number;
}

/**
 * The words of one command as a POSIX shell, or bash, takes them apart; what is piped or redirected
 * elsewhere is left out. A line end separates words: commands are pasted without their backslashes too.
 * @throws CurlFailure where a quote has no end, or where only a shell could go on.
 */
export function shellWords(line: string): ShellWord[] {
	return new WordReader(line).read();
}

/** In a text field a continuation is a backslash and spaces: it has no line ends. */
const blank = /(?:\s|[\\`](?=\s|$)|#.*)+/y;
const plain = /[^\s'"`$\\|&;<>]+/y;
const smartQuote = /[‘’“”„]/;

class WordReader {
	private at = 0;

	constructor(private readonly line: string) {}

	read(): ShellWord[] {
		const words: ShellWord[] = [];
		for (;;) {
			this.take(blank);
			if (this.at >= this.line.length || this.isOver()) return words;
			const at = this.at;
			const text = this.word();
			// `2>file`: the number belongs to what is redirected.
			const isStream = /^\d$/.test(text) && this.line[this.at] === '>';
			if (!isStream && this.at > at) words.push({ text, at });
			if (/^&?>/.test(this.line.slice(this.at))) this.redirection();
		}
	}

	private word(): string {
		const { line } = this;
		const first = line[this.at] ?? '';
		if (smartQuote.test(first)) {
			failAt(
				this.at,
				l10n.t`The quote ${first} ${place(this.at)} is a typographic one. Use ' or " instead.`,
			);
		}
		let text = '';
		if (/~(?=\/|\s|$)/y.test(line.slice(this.at, this.at + 2))) {
			text = '${env:HOME}';
			this.at++;
		}
		for (;;) {
			text += this.take(plain);
			const char = line[this.at] ?? '';
			if (char === "'") text += this.single();
			else if (char === '"') text += this.double();
			else if (char === '$') text += this.dollar(false);
			else if (char === '\\') text += this.escaped();
			else if (char === '`') this.refuseCommand();
			else return text;
		}
	}

	private single(): string {
		const from = this.at + 1;
		return this.until(this.line.indexOf("'", from), from, "'");
	}

	private double(): string {
		const from = this.at++;
		let text = '';
		for (;;) {
			const char = this.line[this.at];
			if (char === undefined) this.unclosed(from, '"');
			if (char === '"') break;
			if (char === '`') this.refuseCommand();
			if (char === '$') text += this.dollar(true);
			else if (char === '\\') {
				const escaped = this.escaped();
				text += /^[$`"\\]?$/.test(escaped) ? escaped : `\\${escaped}`;
			} else {
				text += char;
				this.at++;
			}
		}
		this.at++;
		return text;
	}

	/** A variable, a quote that begins with it, or the sign itself. */
	private dollar(isQuoted: boolean): string {
		const from = this.at;
		const rest = this.line.slice(from);
		if (!isQuoted && rest.startsWith("$'")) {
			return ansiText(this.until(endOfAnsi(this.line, from + 2), from + 2, "$'"));
		}
		if (rest.startsWith('$(')) this.refuseCommand();
		this.at++;
		if (!isQuoted && rest.startsWith('$"')) return '';
		const braced = /^\$\{[^{}]*\}/.exec(rest)?.[0];
		const [ours] = variablesOf(braced ?? '');
		const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(rest);
		if (ours !== undefined) {
			this.at = from + variableText(ours).length;
			return variableText(ours);
		}
		if (name !== null) {
			this.at = from + name[0].length;
			return `\${env:${name[1] ?? name[2]}}`;
		}
		const special = /^\$(?:\{.*|[0-9@*#?$!-])/.exec(rest)?.[0];
		if (special === undefined) return '$';
		return failAt(
			from,
			l10n.t`${cited(special)} ${place(from)} is not understood: only ${'$NAME'} and ${'${NAME}'} are. If it is text, write ${'\\$'} for ${'$'}.`,
		);
	}

	/** What a backslash makes of the next character; nothing at a line end. */
	private escaped(): string {
		const end = /\\(?:\r?\n|$)/y;
		if (this.take(end) !== '') return '';
		this.at += 2;
		return this.line[this.at - 1] ?? '';
	}

	/** Whether the command ends here; what follows must then be nothing, or what it is piped into. */
	private isOver(): boolean {
		const rest = this.line.slice(this.at);
		if (/^(?:\d|&)?>/.test(rest)) return false;
		if (rest.startsWith('<')) {
			failAt(
				this.at,
				l10n.t`Files are not read. Write what is in it in place of “<” ${place(this.at)}.`,
			);
		}
		const operator = /^(?:\|\||&&|[|;&])/.exec(rest)?.[0];
		if (operator === undefined) return false;
		if (operator === '|' || /^[;&\s]*(?:#.*)?$/.test(rest)) return true;
		const joins = operator === '&' && /\S&\S/.test(this.line.slice(this.at - 1, this.at + 2));
		return failAt(
			this.at,
			joins
				? l10n.t`“&” ${place(this.at)} ends a command. Put the URL in quotes.`
				: l10n.t`A second command begins after “${operator}” ${place(this.at)}. Give one at a time.`,
		);
	}

	/** `> file`, `2>&1`: where the output goes to. */
	private redirection(): void {
		this.take(/&?>[>|]?&?\s*/y);
		this.word();
	}

	private refuseCommand(): never {
		return failAt(
			this.at,
			l10n.t`Commands within a command are not run. Write what the one ${place(this.at)} would print.`,
		);
	}

	private until(end: number, from: number, quote: string): string {
		if (end < 0) this.unclosed(from - quote.length, quote);
		this.at = end + 1;
		return this.line.slice(from, end);
	}

	private unclosed(at: number, quote: string): never {
		return failAt(at, l10n.t`The quote ${quote} ${place(at)} is not closed.`);
	}

	private take(what: RegExp): string {
		what.lastIndex = this.at;
		const found = what.exec(this.line)?.[0] ?? '';
		this.at += found.length;
		return found;
	}
}
