import { asksForBookmarks } from '../../domain/query/bookmarkTerm';
import { parseQuery } from '../../domain/query/parser';
import type { Query } from '../../domain/query/query';
import type { Finder } from '../../store/filter/finder';
import type { Viewer } from '../../store/viewer';
import type { PanelSource } from './panelSource';
import type { ViewMemory } from './viewMemory';

/** The filter of a panel: puts one into force, and remembers it. */
export class PanelFilter {
	private textInForce: string;
	private query: Query | undefined;

	constructor(
		private readonly source: PanelSource,
		private readonly viewer: Viewer,
		private readonly finder: Finder,
		private readonly memory: ViewMemory,
	) {
		this.textInForce = memory.filterOf(source.info);
		this.apply(this.textInForce);
	}

	get text(): string {
		return this.textInForce;
	}

	get isEmpty(): boolean {
		return this.textInForce.trim() === '';
	}

	/** An invalid filter leaves the last valid one in force; the page has asked what is wrong. */
	apply(text: string): void {
		const parsed = parseQuery(text);
		if (!parsed.ok) return;
		this.textInForce = text;
		this.query = parsed.query;
		this.memory.rememberFilter(this.source.info, text);
		this.viewer.setFilter(parsed.query);
		this.finder.setFilter(parsed.query);
	}

	/** What a filter for them lets through may have changed. */
	bookmarksChanged(): void {
		const { query } = this;
		if (query === undefined || !asksForBookmarks(query)) return;
		this.viewer.renewFilter(query);
		this.finder.setFilter(query);
	}
}
