import { isConnectionKind } from '../../src/domain/entry';
import type { Choice } from '../../src/domain/query/choice';
import type { CopyWhat } from '../../src/protocol/fromWebview';
import type { Row } from '../../src/protocol/row';
import { maxTalliedLength } from '../../src/protocol/overview';
import { strings } from '../../src/protocol/strings';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { openMenu, type MenuItem } from './menu';

const words = stringsOnDemand.menu;

/** What the menu of a row does. */
export interface RowMenuActions {
	toggleBookmark(seq: number): void;
	labelBookmark(seq: number): void;
	copy(what: CopyWhat): void;
	openData(): void;
	choose(choice: Choice, mode: 'only' | 'not'): void;
	reconnectFrom(seq: number): void;
}

/** What the menu is about. */
export interface MenuRow {
	readonly seq: number;
	/** Absent while it is not in sight. */
	readonly row: Row | undefined;
	readonly isBookmarked: boolean;
	readonly isLive: boolean;
}

/** Opens the menu of the selected entry. */
export function openRowMenu(
	{ seq, row, isBookmarked, isLive }: MenuRow,
	actions: RowMenuActions,
	at: { x: number; y: number },
): void {
	const copy = (label: string, what: CopyWhat, hint?: string): MenuItem => ({
		label,
		hint,
		run: () => actions.copy(what),
	});
	const marks = [
		{
			label: isBookmarked ? words.removeBookmark() : words.setBookmark(),
			hint: keys('F2'),
			run: () => actions.toggleBookmark(seq),
		},
		{ label: words.labelBookmark(), run: () => actions.labelBookmark(seq) },
	];
	const copies = [
		copy(strings.details.copyData(), 'data', keys('C')),
		copy(strings.details.copyRaw(), 'raw'),
		copy(strings.details.copyJson(), 'json'),
	];
	const opens = [{ label: words.openData(), run: () => actions.openData() }];
	const choice = row && choiceOf(row);
	const filters =
		choice === undefined
			? []
			: (['only', 'not'] as const).map(mode => ({
					label: strings.chips[mode](choice.value),
					run: () => actions.choose(choice, mode),
				}));
	const canResume = isLive && row?.canResume === true;
	const resumes = canResume
		? [{ label: words.reconnectFrom(), run: () => actions.reconnectFrom(seq) }]
		: [];
	openMenu(words.label(), [marks, copies, opens, filters, resumes], at);
}

/** The type of an event, the kind of anything else. One that is too long may have been shortened. */
function choiceOf({ kind, type }: Row): Choice | undefined {
	if (kind !== 'event') {
		return { field: 'kind', value: isConnectionKind(kind) ? 'connection' : kind };
	}
	return type.length > maxTalliedLength ? undefined : { field: 'type', value: type };
}

/** As VS Code writes them. */
function keys(key: string): string {
	return navigator.platform.startsWith('Mac') ? `⌘${key}` : `Ctrl+${key}`;
}
