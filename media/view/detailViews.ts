import { assertNever } from '../../src/base/assertNever';
import type { Clock } from '../../src/base/clock';
import { isConnectionKind } from '../../src/domain/entry';
import type { JsonPath } from '../../src/domain/query/query';
import type { ShownEntry } from '../../src/protocol/about/about';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import type { DetailTab } from '../model/viewState';
import { ChangesView } from './changesView';
import { ConnectionView } from './connectionView';
import { DataView, type DataActions } from './dataView';
import type { DetailActions } from './detailActions';
import { RawView } from './rawView';
import { TextView } from './textView';
import { WireView } from './wireView';

/** What stands under the tabs of the details. */
export class DetailViews {
	readonly about = stringsOnDemand.aboutTabs;
	readonly #data: DataView;
	readonly #connection = new ConnectionView();
	readonly #changes: ChangesView;
	readonly #text: TextView;
	readonly #raw: RawView;
	readonly #wire: WireView;

	/** @param body What scrolls; `forgetPath` puts a text together as it is recognized again. */
	constructor(
		body: HTMLElement,
		actions: DetailActions,
		dataActions: DataActions,
		forgetPath: () => void,
		clock: Clock,
	) {
		this.#data = new DataView(dataActions);
		this.#changes = new ChangesView(actions.ask);
		this.#text = new TextView(body, actions.ask, forgetPath, clock);
		this.#raw = new RawView(actions);
		this.#wire = new WireView(body, actions);
	}

	/** So many entries have come by now. */
	grow(received: number): void {
		this.#text.grow(received);
	}

	/** The view of an entry under a tab; `path` is where the pieces of a text were said to be. */
	render(tab: DetailTab, full: ShownEntry, path: JsonPath | undefined): HTMLElement {
		switch (tab) {
			case 'data':
				return (isConnectionKind(full.entry.kind) ? this.#connection : this.#data).render(full);
			case 'changes':
				return this.#changes.render(full);
			case 'text':
				return this.#text.render(full, path);
			case 'raw':
				return this.#raw.render(full);
			case 'wire':
				return this.#wire.render(full);
			default:
				return assertNever(tab);
		}
	}
}
