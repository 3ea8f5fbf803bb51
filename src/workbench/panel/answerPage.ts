import { assertNever } from '../../base/assertNever';
import { shownChanges } from '../../protocol/changeLines';
import { editedFilter, filterVerdict } from '../../protocol/filterVerdict';
import type { ShownEntry } from '../../protocol/about/about';
import type { Ask } from '../../protocol/questions';
import { shownText } from '../../protocol/textLines';
import type { Capture } from '../../store/capture';
import type { Finder } from '../../store/filter/finder';
import type { Viewer } from '../../store/viewer';
import { loadOnDemand } from '../loadOnDemand';
import type { FilterCompletion } from './filterCompletion';
import type { PanelFilter } from './panelFilter';

/** What a panel knows that its page asks for. */
export interface KnowingPanel {
	readonly source: { readonly capture: Capture };
	readonly viewer: Viewer;
	readonly finder: Finder;
	readonly completion: FilterCompletion;
	readonly filter: PanelFilter;
}

/** The answer to a question of the page. */
export function answerPage(ask: Ask, panel: KnowingPanel): Promise<unknown> {
	const { capture } = panel.source;
	switch (ask.about) {
		case 'rows':
			return panel.viewer.rows(ask.epoch, ask.from, ask.to, ask.wanted);
		case 'entry':
			return shownEntry(capture, ask.seq);
		case 'locate':
			return Promise.resolve(panel.viewer.locate(ask.epoch, ask.seq));
		case 'filter':
			// What is typed is in force as soon as nothing more is.
			capture.expectFilter();
			return Promise.resolve(filterVerdict(ask.text));
		case 'find':
			return panel.finder.find(ask);
		case 'complete':
			return panel.completion.complete(ask.text, ask.caret);
		case 'changes':
			return capture.changes(ask.seq).then(shownChanges);
		case 'text':
			return capture.text(ask.seq, ask.path).then(text => text && shownText(text));
		case 'editFilter':
			return Promise.resolve(editedFilter(ask.text, ask.edit, panel.filter.text));
		default:
			return assertNever(ask);
	}
}

async function shownEntry(capture: Capture, seq: number): Promise<ShownEntry | undefined> {
	const [full, { aboutOf }] = await Promise.all([capture.entry(seq), loadOnDemand()]);
	return full && { ...full, about: aboutOf(full) };
}
