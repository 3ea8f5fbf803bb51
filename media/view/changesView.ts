import type { ShownChanges } from '../../src/protocol/changeLines';
import type { EntryInFull } from '../../src/protocol/entryInFull';
import type { Channel } from '../channel';
import { div, el, setLine, span } from './dom';

/** How the data differs from that of the event of its type before it. */
export class ChangesView {
	readonly #ask: Channel['ask'];

	constructor(ask: Channel['ask']) {
		this.#ask = ask;
	}

	/** What is asked for may come when another entry is shown: it is then filled in unseen. */
	render({ entry }: EntryInFull): HTMLElement {
		const view = div('changes');
		const note = (text: string) => view.append(el('p', { class: 'd-note dim' }, text));
		const show = ({ since, lines, more }: ShownChanges) => {
			note(since);
			if (lines.length > 0) view.append(el('ul', { tabindex: 0 }, ...lines.map(itemOf)));
			if (more !== '') note(more);
		};
		this.#ask('changes', { seq: entry.seq }).then(show, (error: Error) => note(error.message));
		return view;
	}
}

function itemOf(line: ShownChanges['lines'][number]): HTMLElement {
	const item = el('li');
	for (const { look, text } of line) {
		const part = span(look);
		setLine(part, text);
		item.append(part, ' ');
	}
	return item;
}
