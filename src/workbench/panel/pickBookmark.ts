import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import { HumanError } from '../../base/errors';
import { maxBookmarkLabelLength } from '../../domain/bookmark';
import { countText, shortened } from '../../domain/words';
import { kindWord } from '../../protocol/kindWords';
import type { Row } from '../../protocol/row';
import type { Capture } from '../../store/capture';

type Bookmarked = Pick<Capture, 'bookmarks' | 'rows'>;

interface Line extends vscode.QuickPickItem {
	readonly seq: number;
}

/** What the user calls the bookmark; `undefined` if the user thought better of it. */
export async function askBookmarkLabel(seq: number, label: string): Promise<string | undefined> {
	const typed = await vscode.window.showInputBox({
		title: vscode.l10n.t('Bookmark on Entry #{0}', countText(seq)),
		prompt: vscode.l10n.t('What to call it; may be left empty.'),
		value: label,
		ignoreFocusOut: true,
	});
	return typed?.trim().slice(0, maxBookmarkLabelLength);
}

/**
 * The bookmark that the user chooses of those of a capture, who can take them away meanwhile.
 * `undefined` if none was chosen.
 * @param rename asks for another label.
 * @throws HumanError if there is none.
 */
export async function pickBookmark(
	capture: Bookmarked,
	rename: (seq: number) => Promise<void>,
): Promise<number | undefined> {
	if (capture.bookmarks.all.length === 0) {
		throw new HumanError(
			vscode.l10n.t(
				'No entry of this capture has a bookmark. Select one, and run “Event Stream: Toggle Bookmark”.',
			),
		);
	}
	while (capture.bookmarks.all.length > 0) {
		const choice = await choose(capture);
		if (choice === undefined || choice.type === 'go') return choice?.seq;
		if (choice.type === 'delete') await capture.bookmarks.set(choice.seq, undefined);
		else await rename(choice.seq);
	}
	return undefined;
}

async function choose(
	capture: Bookmarked,
): Promise<{ readonly type: 'go' | 'label' | 'delete'; readonly seq: number } | undefined> {
	const labelButton = {
		iconPath: new vscode.ThemeIcon('edit'),
		tooltip: vscode.l10n.t('Edit Label'),
	};
	const deleteButton = {
		iconPath: new vscode.ThemeIcon('trash'),
		tooltip: vscode.l10n.t('Remove'),
	};
	const owned = new DisposableStore();
	const pick = owned.register(vscode.window.createQuickPick<Line>());
	pick.title = vscode.l10n.t('Bookmarks');
	pick.placeholder = vscode.l10n.t('Choose a bookmark to go there');
	pick.ignoreFocusOut = true;
	pick.matchOnDescription = pick.matchOnDetail = true;
	const { all } = capture.bookmarks;
	const rows = await capture.rows(all.map(({ seq }) => seq));
	const bySeq = new Map(rows.map(row => [row.seq, row]));
	pick.items = all.flatMap(({ seq, label }) => {
		const row = bySeq.get(seq);
		const buttons = [labelButton, deleteButton];
		return row === undefined ? [] : [{ seq, ...lineOf(row, label), buttons }];
	});
	try {
		return await new Promise(resolve => {
			owned.register(pick.onDidHide(() => resolve(undefined)));
			owned.register(
				pick.onDidTriggerItemButton(({ item: { seq }, button }) =>
					resolve({ type: button === labelButton ? 'label' : 'delete', seq }),
				),
			);
			owned.register(
				pick.onDidAccept(() => {
					const [chosen] = pick.selectedItems;
					if (chosen !== undefined) resolve({ type: 'go', seq: chosen.seq });
				}),
			);
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}

/** Icons within foreign text would be drawn. */
function plain(text: string): string {
	return text.replace(/\s+/g, ' ').replaceAll('$(', '$\u200b(');
}

function lineOf({ seq, time, kind, type, data }: Row, label: string): vscode.QuickPickItem {
	const name = kind === 'event' ? type : kindWord(kind);
	return {
		label: `#${countText(seq)}${label === '' ? '' : ` · ${plain(label)}`}`,
		description: plain(`${clockOf(time)} · ${name}`),
		detail: plain(shortened(data, 120)),
	};
}

/** Local, with milliseconds. */
function clockOf(time: number): string {
	const date = new Date(time);
	const two = (value: number) => String(value).padStart(2, '0');
	const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
	return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
