import * as vscode from 'vscode';
import { HumanError } from '../../../base/errors';
import { readColumnPath } from '../../../domain/query/columnPath';
import type { JsonShape } from '../../../domain/query/jsonShape';
import { pathsSeen } from '../../../domain/query/pathsSeen';
import { maxOwnColumns, type ColumnSettings } from '../../../protocol/columns';
import { pickOrType } from '../../connect/pickOrType';

/**
 * The settings with another column of the user's own, or with another path for *Data*;
 * `undefined` if the user thought better of it.
 * @param given the path as text; without it the user is asked.
 * @throws HumanError if there is no room for one more, or `given` is no path.
 */
export async function chooseColumnPath(
	use: 'column' | 'data',
	settings: ColumnSettings,
	seen: () => Promise<JsonShape>,
	given?: unknown,
): Promise<ColumnSettings | undefined> {
	const { paths } = settings;
	if (use === 'column' && paths.length >= maxOwnColumns) {
		throw new HumanError(
			vscode.l10n.t('There are {0} columns of your own. Remove one of them first.', maxOwnColumns),
		);
	}
	const problem = (typed: string) => problemOf(typed, use === 'column' ? paths : []);
	if (given !== undefined) {
		const wrong = problem(String(given));
		if (wrong !== undefined) throw new HumanError(wrong);
	}
	const all = vscode.l10n.t('All of the Data');
	const chosen = given ?? (await ask(use, settings, all, pathsSeen(await seen()), problem));
	if (chosen === undefined) return undefined;
	if (chosen === all) return { ...settings, dataPath: undefined };
	const path = readColumnPath(String(chosen))?.text;
	if (path === undefined) return undefined;
	return use === 'data'
		? { ...settings, dataPath: path }
		: { ...settings, paths: [...paths, path] };
}

function ask(
	use: 'column' | 'data',
	{ paths, dataPath }: ColumnSettings,
	all: string,
	seen: ReturnType<typeof pathsSeen>,
	problem: (typed: string) => string | undefined,
): Promise<string | undefined> {
	const isData = use === 'data';
	const offers = seen
		.filter(({ path }) => (isData ? path !== dataPath : !paths.includes(path)))
		.map(({ path, samples }) => ({ value: path, description: samples.join('  ') }));
	return pickOrType({
		title: isData
			? vscode.l10n.t('Show JSON Path in Data')
			: vscode.l10n.t('Add Column from JSON Path'),
		placeholder: vscode.l10n.t(
			'Choose a path, or write one, such as data.choices[0].delta.content',
		),
		offers: isData && dataPath !== undefined ? [{ value: all }, ...offers] : offers,
		problem,
		isTypedLast: true,
	});
}

function problemOf(typed: string, taken: readonly string[]): string | undefined {
	const path = readColumnPath(typed);
	if (path === undefined) {
		return vscode.l10n.t(
			'“{0}” is not a path. Write data.key, data.list[0].key, data.list[*].key or data["any key"].',
			typed.slice(0, 100),
		);
	}
	return taken.includes(path.text)
		? vscode.l10n.t('There is a column for “{0}”.', path.text)
		: undefined;
}
