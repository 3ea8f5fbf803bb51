import type { Uri } from 'vscode';
import { assertNever } from '../../base/assertNever';
import type { CopyAllAs, FromWebview } from '../../protocol/fromWebview';
import type { Ask } from '../../protocol/questions';
import type { WantedTail } from '../../protocol/tick';
import type { BytesWanted } from '../capture/saveBytes';
import { editEndpoints } from '../endpoint/savedEndpoints';
import type { SavedFilters } from '../filter/savedFilters';
import { loadOnDemand } from '../loadOnDemand';
import type { Bookmarking } from './bookmarking';
import type { PanelColumns } from './columns/panelColumns';
import type { PanelFilter } from './panelFilter';
import { copyEntry, copyPart } from './copyEntry';
import { openData } from './dataDocuments';
import type { PanelSource } from './panelSource';
import { reconnectFromEntry } from './resuming';

/** What a panel does at the word of its page. */
export interface ObedientPanel {
	readonly source: PanelSource;
	/** Where the user's settings may be. */
	readonly userSettings: Uri;
	readonly columns: PanelColumns;
	readonly filter: PanelFilter;
	ready(): void;
	shown(tail: WantedTail | undefined): void;
	setPaused(isPaused: boolean): void;
	clear(): void;
	reconnectWith(): Promise<void>;
	editLastEventId(): Promise<void>;
	setSecret(name: string): Promise<void>;
	saveBytes(wanted: BytesWanted): Promise<unknown>;
	readonly bookmarking: Bookmarking;
	readonly filters: SavedFilters;
	applySavedFilter(): Promise<void>;
	exportCapture(): Promise<unknown>;
	copyAll(as: CopyAllAs): Promise<void>;
}

/** Does what the page says, questions apart. */
export async function obeyPage(
	message: Exclude<FromWebview, Ask>,
	panel: ObedientPanel,
): Promise<void> {
	const { source } = panel;
	switch (message.type) {
		case 'ready':
			return panel.ready();
		case 'shown':
			return panel.shown(message.tail);
		case 'setFilter':
			return panel.filter.apply(message.text);
		case 'setPaused':
			return panel.setPaused(message.paused);
		case 'clear':
			return panel.clear();
		case 'disconnect':
			return source.stream?.close();
		case 'reconnect':
			return source.stream ? source.stream.reconnect() : source.reconnect?.();
		case 'reconnectFrom':
			return source.stream && reconnectFromEntry(source.stream, message.seq);
		case 'reconnectWith':
			return panel.reconnectWith();
		case 'editLastEventId':
			return panel.editLastEventId();
		case 'stopWaiting':
			return source.stream?.stopWaiting();
		case 'drop':
			return source.stream?.drop();
		case 'exportCapture':
			await panel.exportCapture();
			return;
		case 'copyAllAsJsonl':
			return panel.copyAll('jsonl');
		case 'copyAllAsMarkdown':
			return panel.copyAll('markdown');
		case 'saveBytes':
			await panel.saveBytes({ attempt: message.attempt });
			return;
		case 'setColumns':
			return panel.columns.take(message.columns);
		case 'chooseColumnPath':
			return panel.columns.choosePath(message.use);
		case 'editEndpoint':
			return editEndpoints();
		case 'copyAsCode':
			await (await loadOnDemand()).copyAsCode(source.stream);
			return;
		case 'mendTls':
			return source.stream && (await loadOnDemand()).mendTls(source.stream, panel.userSettings);
		case 'setSecret':
			return panel.setSecret(message.name);
		case 'copy':
			return copyEntry(source.capture, message.seq, message.what);
		case 'copyValue':
		case 'copyPath':
		case 'copyText':
			return copyPart(source.capture, message);
		case 'openData':
			return openData(source.capture, source.info.capture, message.seq);
		case 'toggleBookmark':
		case 'labelBookmark':
		case 'stepBookmark':
			return panel.bookmarking.obey(message);
		case 'saveFilter':
			await (await loadOnDemand()).saveFilter(panel.filters, message.text);
			return;
		case 'manageFilters':
			return panel.applySavedFilter();
		default:
			return assertNever(message);
	}
}
