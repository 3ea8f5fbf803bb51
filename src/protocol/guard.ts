import { maxQueryLength } from '../domain/query/query';
import { isSecretName } from '../domain/variableText';
import { asColumnSettings, asStreamColumns } from './columnSettings';
import type { FromWebview } from './fromWebview';
import { maxRowsPerQuestion } from './questions';
import { maxTailRows } from './tick';
import { maxTalliedLength } from './overview';

/**
 * The page sends no more of a filter. Beyond what the parser takes, so that it is the parser that
 * says so. UTF-16 units.
 */
export const maxFilterLength = 2 * maxQueryLength;

/** Keys and places to a value: more than the page shows levels. */
export const maxPathSteps = 100;

/**
 * The message if it is of the protocol, else `undefined`. What comes from a webview is input: a
 * page that runs foreign text must not reach anything by it that is not named in the contract.
 */
export function asFromWebview(value: unknown): FromWebview | undefined {
	return isRecord(value) && isFromWebview(value) ? (value as unknown as FromWebview) : undefined;
}

function isFromWebview(message: Record<string, unknown>): boolean {
	switch (message.type) {
		case 'ready':
		case 'clear':
		case 'disconnect':
		case 'reconnect':
		case 'reconnectWith':
		case 'editLastEventId':
		case 'stopWaiting':
		case 'drop':
		case 'exportCapture':
		case 'copyAllAsJsonl':
		case 'copyAllAsMarkdown':
		case 'editEndpoint':
		case 'copyAsCode':
		case 'mendTls':
		case 'manageFilters':
			return true;
		case 'shown':
			return message.tail === undefined || isWantedTail(message.tail);
		case 'setFilter':
		case 'saveFilter':
			return isFilter(message.text);
		case 'setPaused':
			return typeof message.paused === 'boolean';
		case 'setSecret':
			return typeof message.name === 'string' && isSecretName(message.name);
		case 'copy':
			return (
				isCount(message.seq) &&
				(message.what === 'data' || message.what === 'raw' || message.what === 'json')
			);
		case 'copyValue':
			return isCount(message.seq) && isCount(message.from) && isCount(message.to);
		case 'copyPath':
			return isPath(message.path);
		case 'copyText':
			return isCount(message.seq) && (message.path === undefined || isPath(message.path));
		case 'toggleBookmark':
		case 'labelBookmark':
			return message.seq === undefined || isCount(message.seq);
		case 'stepBookmark':
			return (
				(message.seq === undefined || isCount(message.seq)) &&
				(message.step === -1 || message.step === 1)
			);
		case 'setColumns':
			return asColumnSettings(message.columns) !== undefined;
		case 'chooseColumnPath':
			return message.use === 'column' || message.use === 'data';
		case 'openData':
		case 'reconnectFrom':
			return isCount(message.seq);
		case 'saveBytes':
			return isCount(message.attempt);
		case 'ask':
			return isCount(message.id) && isQuestion(message);
		default:
			return false;
	}
}

function isQuestion(message: Record<string, unknown>): boolean {
	switch (message.about) {
		case 'rows':
			return (
				isCount(message.epoch) &&
				isCount(message.from) &&
				isCount(message.to) &&
				message.to >= message.from &&
				message.to - message.from <= maxRowsPerQuestion &&
				(message.wanted === undefined || asStreamColumns(message.wanted) !== undefined)
			);
		case 'entry':
		case 'changes':
			return isCount(message.seq);
		case 'text':
			return isCount(message.seq) && (message.path === undefined || isPath(message.path));
		case 'locate':
			return isCount(message.epoch) && isCount(message.seq);
		case 'filter':
			return isFilter(message.text);
		case 'complete':
			return isFilter(message.text) && isCount(message.caret);
		case 'find':
			return (
				isFilter(message.text) &&
				isCount(message.seq) &&
				(message.step === -1 || message.step === 0 || message.step === 1)
			);
		case 'editFilter':
			return isFilter(message.text) && isFilterEdit(message.edit);
		default:
			return false;
	}
}

function isWantedTail(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const { epoch, has, rows, wanted } = value;
	const isFit = wanted === undefined || asStreamColumns(wanted) !== undefined;
	return isFit && isCount(epoch) && isCount(has) && isCount(rows) && rows <= maxTailRows;
}

function isFilterEdit(value: unknown): boolean {
	if (!isRecord(value)) return false;
	if (value.type === 'time') return isTimeRange(value.range) && isTimeRange(value.whole);
	if (value.type === 'value') return isPath(value.path) && isScalar(value.json);
	const { choice, mode } = value;
	return (
		value.type === 'choose' &&
		(mode === 'only' || mode === 'not') &&
		isRecord(choice) &&
		(choice.field === 'type' || choice.field === 'kind') &&
		typeof choice.value === 'string' &&
		choice.value.length <= maxTalliedLength
	);
}

function isPath(value: unknown): boolean {
	if (!Array.isArray(value) || value.length > maxPathSteps) return false;
	return value.every(
		step => isCount(step) || (typeof step === 'string' && step.length <= maxFilterLength),
	);
}

/** A string, number or literal of JSON. */
function isScalar(value: unknown): boolean {
	if (!isFilter(value) || !/^["\-\dtfn]/.test(value)) return false;
	try {
		JSON.parse(value);
		return true;
	} catch {
		return false;
	}
}

function isTimeRange(value: unknown): boolean {
	return isRecord(value) && isTime(value.from) && isTime(value.to) && value.from <= value.to;
}

function isTime(value: unknown): value is number {
	// Beyond is no date.
	return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function isFilter(value: unknown): value is string {
	return typeof value === 'string' && value.length <= maxFilterLength;
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
