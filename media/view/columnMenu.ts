import { defaultColumns, timeModes } from '../../src/protocol/columns';
import { columnWords as words } from '../../src/protocol/columnWords';
import { strings } from '../../src/protocol/strings';
import { withoutPath, withShown } from '../model/columns/change';
import type { Columns } from '../model/columns/columns';
import { orderOf } from '../model/columns/plan';
import { isBuiltIn } from '../model/columns/sizes';
import { inertLine } from '../model/inert';
import { titleOf } from './columnTitle';
import type { MenuItem } from './menu';

interface MenuTools {
	move(name: string, step: number): void;
	/** Wider (1) or narrower (-1). */
	resize(name: string, step: number): void;
	fit(name: string): void;
	choosePath(use: 'column' | 'data'): void;
}

/** The menu of a column, or, without one, that of all of them. */
export function columnMenu(
	columns: Columns,
	name: string | undefined,
	tools: MenuTools,
): MenuItem[][] {
	const isAny = name === undefined;
	return [
		isAny || name === 'time' ? timeItems(columns) : [],
		isAny || name === 'data' ? dataItems(columns, tools) : [],
		isAny ? [] : ownItems(columns, name, tools),
		shownItems(columns),
		[
			{ label: words.add(), run: () => tools.choosePath('column') },
			{ label: words.reset(), run: () => columns.set(defaultColumns) },
		],
	];
}

function timeItems(columns: Columns): MenuItem[] {
	const { settings } = columns;
	return timeModes.map(time => ({
		label: words.time[time](),
		isChecked: settings.time === time,
		isChoice: true,
		run: () => columns.set({ ...settings, time }),
	}));
}

function dataItems(columns: Columns, tools: MenuTools): MenuItem[] {
	const { settings } = columns;
	const { dataPath, paths } = settings;
	const choices = [...new Set([undefined, dataPath, ...paths])];
	return [
		...choices.map(path => ({
			label: path === undefined ? words.allData() : inertLine(path),
			isChecked: path === dataPath,
			isChoice: true,
			run: () => columns.set({ ...settings, dataPath: path }),
		})),
		{ label: strings.columns.choosePath(), run: () => tools.choosePath('data') },
	];
}

function ownItems(columns: Columns, name: string, tools: MenuTools): MenuItem[] {
	const { settings, plan } = columns;
	const shown = plan.columns.map(column => column.name);
	const items: MenuItem[] = [];
	const move = (label: string, hint: string, step: number) => {
		items.push({ label, hint, run: () => tools.move(name, step) });
	};
	const resize = (label: string, hint: string, step: number) => {
		items.push({ label, hint, run: () => tools.resize(name, step) });
	};
	if (shown[0] !== name) move(words.moveLeft(), words.moveLeftKey, -1);
	if (shown.at(-1) !== name) move(words.moveRight(), words.moveRightKey, 1);
	// Data has what is left by the others, and is what the list is about.
	if (name === 'data') return items;
	resize(words.wider(), words.widerKey, 1);
	resize(words.narrower(), words.narrowerKey, -1);
	items.push({ label: words.fit(), run: () => tools.fit(name) });
	items.push({ label: words.hide(), run: () => columns.set(withShown(settings, name, false)) });
	if (!isBuiltIn(name)) {
		items.push({ label: words.remove(), run: () => columns.set(withoutPath(settings, name)) });
	}
	return items;
}

/** All columns, each shown or hidden by it. */
function shownItems(columns: Columns): MenuItem[] {
	const { settings, plan } = columns;
	const shown = new Set(plan.columns.map(column => column.name));
	return orderOf(settings)
		.filter(name => name !== 'data')
		.map(name => ({
			label: titleOf(name),
			isChecked: shown.has(name),
			run: () => columns.set(withShown(settings, name, !shown.has(name))),
		}));
}
