import { isRecord } from '../base/isRecord';
import { isColumnPath } from '../domain/query/columnPath';
import {
	builtInColumns,
	maxColumnWidthPx,
	maxKnownColumns,
	maxOwnColumns,
	timeModes,
	type ColumnLayout,
	type ColumnSettings,
	type StreamColumns,
	type TimeMode,
} from './columns';

/** The value as what it is to be, and nothing else; `undefined` if it is not. */
export function asColumnLayout(value: unknown): ColumnLayout | undefined {
	if (!isRecord(value)) return undefined;
	const { order, shown, widths, time } = value;
	const isFit =
		Array.isArray(order) &&
		order.length <= maxKnownColumns &&
		order.every(isColumn) &&
		isRecordOf(shown, (each): each is boolean => typeof each === 'boolean') &&
		isRecordOf(widths, isWidth) &&
		(timeModes as readonly unknown[]).includes(time);
	return isFit ? { order, shown, widths, time: time as TimeMode } : undefined;
}

/** The value as what it is to be, and nothing else; `undefined` if it is not. */
export function asStreamColumns(value: unknown): StreamColumns | undefined {
	if (!isRecord(value)) return undefined;
	const { paths, dataPath } = value;
	if (!areColumnPaths(paths)) return undefined;
	if (dataPath === undefined) return { paths };
	return isColumnPath(dataPath) ? { paths, dataPath } : undefined;
}

/** Both. */
export function asColumnSettings(value: unknown): ColumnSettings | undefined {
	const layout = asColumnLayout(value);
	const own = asStreamColumns(value);
	return layout && own && { ...layout, ...own };
}

/** Different paths, not too many of them. */
function areColumnPaths(value: unknown): value is string[] {
	if (!Array.isArray(value) || value.length > maxOwnColumns) return false;
	return value.every(isColumnPath) && new Set(value).size === value.length;
}

function isColumn(value: unknown): value is string {
	return (builtInColumns as readonly unknown[]).includes(value) || isColumnPath(value);
}

function isRecordOf<T>(
	value: unknown,
	isOf: (each: unknown) => each is T,
): value is Record<string, T> {
	if (!isRecord(value)) return false;
	const entries = Object.entries(value);
	return (
		entries.length <= maxKnownColumns && entries.every(([key, each]) => isColumn(key) && isOf(each))
	);
}

function isWidth(value: unknown): value is number {
	return typeof value === 'number' && value > 0 && value <= maxColumnWidthPx;
}
