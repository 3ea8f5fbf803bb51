/** A place in a text of an endpoint that is filled when it connects. */
export type Variable =
	/** `${env:NAME}`: of the environment of the extension host. */
	| { readonly type: 'env'; readonly name: string }
	/** `${secret:NAME}`: from VS Code's secret storage, for the origin of the URL. */
	| { readonly type: 'secret'; readonly name: string }
	/** `${workspaceFolder}`, or `${workspaceFolder:NAME}` for one of several: its path. */
	| { readonly type: 'workspaceFolder'; readonly name?: string }
	/** `${input:PROMPT}`: what the user types. */
	| { readonly type: 'input'; readonly prompt: string };

/** What the name of a secret consists of, within a pattern. */
const secretName = '[A-Za-z0-9_.-]+';
const pattern = new RegExp(
	`\\$\\{(?:env:(?<env>[^{}\\r\\n]+)|secret:(?<secret>${secretName})|input:(?<input>[^{}\\r\\n]+)|workspaceFolder(?::(?<folder>[^{}\\r\\n]+))?)\\}`,
	'g',
);

/** Whether a secret can have that name. */
export function isSecretName(name: string): boolean {
	return new RegExp(`^${secretName}$`).test(name);
}

/** The variables in `text`, in order. Anything else in `${…}` is text. */
export function variablesOf(text: string): Variable[] {
	return [...text.matchAll(pattern)].map(toVariable);
}

/** Whether there is a variable in `text`. */
export function hasVariables(text: string): boolean {
	return text.search(pattern) >= 0;
}

/**
 * `text` with something else in place of each variable; `before` is what has become of the text up to
 * there. `between` may change what is no variable.
 */
export function replaceVariables(
	text: string,
	replacement: (variable: Variable, before: string) => string,
	between = (part: string) => part,
): string {
	let [result, at] = ['', 0];
	for (const match of text.matchAll(pattern)) {
		result += between(text.slice(at, match.index));
		result += replacement(toVariable(match), result);
		at = match.index + match[0].length;
	}
	return result + between(text.slice(at));
}

/**
 * `text` with each variable as a word of the same length, so that what is found in the result stands
 * at the same place in `text`: a prompt may hold any character.
 */
export function masked(text: string): string {
	return text.replace(pattern, variable => 'x'.repeat(variable.length));
}

/** A variable as it is written. */
export function variableText(variable: Variable): string {
	if (variable.type === 'input') return `\${input:${variable.prompt}}`;
	return variable.name === undefined
		? '${workspaceFolder}'
		: `\${${variable.type}:${variable.name}}`;
}

function toVariable({ groups = {} }: RegExpMatchArray): Variable {
	const { env, secret, input, folder } = groups;
	if (env !== undefined) return { type: 'env', name: env };
	if (secret !== undefined) return { type: 'secret', name: secret };
	if (input !== undefined) return { type: 'input', prompt: input };
	return { type: 'workspaceFolder', ...(folder !== undefined && { name: folder }) };
}
