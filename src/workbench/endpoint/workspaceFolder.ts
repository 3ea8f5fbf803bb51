import { HumanError } from '../../base/errors';

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
				? 'The endpoint uses ${workspaceFolder}, but no folder is open. Open one.'
				: `The endpoint uses \${workspaceFolder:${name}}, but no folder of that name is open.`,
		);
	}
	if (name === undefined && others.length > 0) {
		throw new HumanError(
			`Several folders are open. Write which one: \${workspaceFolder:${found.name}}.`,
		);
	}
	if (found.path !== undefined) return found.path;
	throw new HumanError(`The folder “${found.name}” is on no disk, so it has no path.`);
}
