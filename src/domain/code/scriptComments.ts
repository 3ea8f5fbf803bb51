import * as l10n from '@vscode/l10n';
/** Which variables of the environment have to be set, if any. */
export function variableComments(names: readonly string[]): string[] {
	return names.length === 0
		? []
		: [`// ${l10n.t`It reads ${names.join(', ')} from the environment.`}`];
}
