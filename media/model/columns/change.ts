import { maxColumnWidthPx, type ColumnSettings } from '../../../src/protocol/columns';
import { orderOf } from './plan';
import { minWidthPx } from './sizes';

/** Columns that are remembered, although they are not there, for when they are. */
const maxAbsent = 100;

/** A column as wide as that, as far as may be; without a width it has its natural one again. */
export function withWidth(
	settings: ColumnSettings,
	name: string,
	widthPx: number | undefined,
): ColumnSettings {
	const { [name]: _, ...others } = settings.widths;
	if (widthPx === undefined) return { ...settings, widths: others };
	const px = Math.round(Math.max(minWidthPx(name), Math.min(widthPx, maxColumnWidthPx)));
	return { ...settings, widths: { ...tidy(others, settings), [name]: px } };
}

/** A column shown, even if there is little room, or hidden. */
export function withShown(
	settings: ColumnSettings,
	name: string,
	isShown: boolean,
): ColumnSettings {
	return { ...settings, shown: { ...tidy(settings.shown, settings), [name]: isShown } };
}

/** A column before another one, or at the end. */
export function withPlace(
	settings: ColumnSettings,
	name: string,
	before: string | undefined,
): ColumnSettings {
	if (name === before) return settings;
	const order = orderOf(settings).filter(other => other !== name);
	const place = before === undefined ? order.length : order.indexOf(before);
	return { ...settings, order: order.toSpliced(place, 0, name) };
}

/** Without a column of the user's own. */
export function withoutPath(settings: ColumnSettings, path: string): ColumnSettings {
	const { [path]: _, ...widths } = settings.widths;
	const { [path]: __, ...shown } = settings.shown;
	return {
		...settings,
		order: settings.order.filter(name => name !== path),
		paths: settings.paths.filter(name => name !== path),
		shown,
		widths,
	};
}

/** Columns of other streams are not remembered for ever. */
function tidy<T>(record: Readonly<Record<string, T>>, settings: ColumnSettings) {
	const entries = Object.entries(record);
	if (entries.length < maxAbsent) return record;
	const here = orderOf(settings);
	return Object.fromEntries(entries.filter(([name]) => here.includes(name)));
}
