import { variableText, type Variable } from '../variableText';

/** What a shell and the programs in it need: none of ours may replace it. */
const taken = /^(?:PATH|HOME|IFS|PWD|OLDPWD|SHELL|USER|LANG|TERM|TMPDIR|LC_[A-Z]+|BASH\w*|ZSH\w*)$/;

/** The variables of a piece of code as those of the environment that it is to run in. */
export class VariableNames {
	private readonly names = new Map<string, string>();

	/** All that were asked for, in that order. */
	get all(): readonly string[] {
		return [...new Set(this.names.values())];
	}

	nameOf(variable: Variable): string {
		const key = variableText(variable);
		const known = this.names.get(key);
		if (known !== undefined) return known;
		const name = this.free(variable);
		this.names.set(key, name);
		return name;
	}

	private free(variable: Variable): string {
		const others = new Set(this.names.values());
		const isNamed = variable.type === 'env' && /^[A-Za-z_]\w*$/.test(variable.name);
		if (isNamed && !others.has(variable.name)) return variable.name;
		const plain = wordsOf(variable)
			.toUpperCase()
			.replace(/[^A-Z0-9]+/g, '_')
			.replace(/^_+|_+$/g, '');
		const base = /^[A-Z]/.test(plain) && !taken.test(plain) ? plain : `STREAM_${plain || 'VALUE'}`;
		for (let number = 1; ; number++) {
			const name = number === 1 ? base : `${base}_${number}`;
			if (!others.has(name)) return name;
		}
	}
}

function wordsOf(variable: Variable): string {
	if (variable.type === 'input') return variable.prompt;
	if (variable.type !== 'workspaceFolder') return variable.name;
	return `WORKSPACE_FOLDER_${variable.name ?? ''}`;
}
