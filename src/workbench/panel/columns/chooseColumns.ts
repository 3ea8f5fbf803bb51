import * as vscode from 'vscode';
import { builtInColumns, type ColumnSettings } from '../../../protocol/columns';
import { aboutColumns } from '../../../protocol/columnWords';
import { strings } from '../../../protocol/strings';

interface Line extends vscode.QuickPickItem {
	readonly column: string;
}

/** The settings with the columns shown that the user picks; `undefined` if the user thought better of it. */
export async function chooseColumns(settings: ColumnSettings): Promise<ColumnSettings | undefined> {
	const { columns } = strings.grid;
	const lines = [
		// The list is about its data.
		...builtInColumns.filter(name => name !== 'data').map(name => [name, columns[name]()] as const),
		...settings.paths.map(path => [path, path] as const),
	].map(([column, label]): Line => ({
		column,
		label,
		description: aboutColumns[column]?.(),
		picked: settings.shown[column] !== false,
	}));
	const picked = await vscode.window.showQuickPick(lines, {
		title: vscode.l10n.t('Choose Columns'),
		placeHolder: vscode.l10n.t('The columns to show beside Data'),
		canPickMany: true,
		ignoreFocusOut: true,
	});
	if (picked === undefined) return undefined;
	const shown = { ...settings.shown };
	for (const line of lines) {
		// What stays as it was keeps making room where there is little.
		if (picked.includes(line) !== line.picked) shown[line.column] = picked.includes(line);
	}
	return { ...settings, shown };
}
