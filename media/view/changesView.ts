import type { Change } from '../../src/domain/json/changes';
import type { Changes, EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import type { Channel } from '../channel';
import { div, el, setLine, span } from './dom';

const words = strings.changes;

/** How the data differs from that of the event of its type before it. */
export class ChangesView {
	constructor(private readonly ask: Channel['ask']) {}

	/** What is asked for may come when another entry is shown: it is then filled in unseen. */
	render({ entry }: EntryInFull): HTMLElement {
		const view = div('changes');
		this.ask('changes', { seq: entry.seq }).then(
			answer => view.append(...nodesOf(answer)),
			(error: Error) => view.append(note(error.message)),
		);
		return view;
	}
}

function nodesOf({ previous, changes, hasMore }: Changes): HTMLElement[] {
	if (previous === undefined) return [note(words.none)];
	const nodes = [note(words.since(previous))];
	if (changes.length === 0) nodes.push(note(words.same));
	else nodes.push(el('ul', { tabindex: 0 }, ...changes.map(itemOf)));
	if (hasMore) nodes.push(note(words.cut(changes.length)));
	return nodes;
}

function itemOf({ path, old, next, difference }: Change): HTMLElement {
	const item = el('li');
	const add = (look: string, text: string | undefined) => {
		if (text === undefined || text === '') return;
		const part = span(look);
		setLine(part, text);
		item.append(part, ' ');
	};
	add('k', path);
	if (old !== undefined) add(`${lookOf(old)} old`, old);
	if (old !== undefined && next !== undefined) add('dim', '→');
	if (next !== undefined) add(lookOf(next), next);
	add('dim', old === undefined ? words.added : next === undefined ? words.removed : difference);
	return item;
}

/** The look that the tree gives to such a value. */
function lookOf(json: string): string {
	if (/^…?"/.test(json)) return 's';
	if (/^-?\d/.test(json)) return 'n';
	return /^(true|false|null)$/.test(json) ? 'b' : 'x';
}

function note(text: string): HTMLElement {
	return el('p', { class: 'd-note dim' }, text);
}
