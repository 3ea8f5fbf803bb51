import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import { variableText } from '../../domain/variableText';

/** A folder of the workspace. */
export interface Folder {
	readonly name: string;
	/** Absent if it is on no disk that we can read. */
	readonly path?: string;
}

/**
 * The path that `${workspaceFolder}` stands for, or `${workspaceFolder:NAME}`.
 * @throws HumanError if there is none, or several.
 */
export function folderPath(folders: readonly Folder[], name?: string): string {
	const [found, ...others] = folders.filter(one => name === undefined || one.name === name);
	if (found === undefined) {
		throw new HumanError(
			name === undefined
				? l10n.t('The endpoint uses ${workspaceFolder}, but no folder is open. Open one.')
				: l10n.t`The endpoint uses ${variable(name)}, but no folder of that name is open.`,
		);
	}
	if (name === undefined && others.length > 0) {
		throw new HumanError(
			l10n.t`Several folders are open. Write which one: ${variable(found.name)}.`,
		);
	}
	if (found.path !== undefined) return found.path;
	throw new HumanError(l10n.t`The folder “${found.name}” is on no disk, so it has no path.`);
}

function variable(name: string): string {
	return variableText({ type: 'workspaceFolder', name });
}
