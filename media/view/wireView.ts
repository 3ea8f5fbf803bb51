import { isConnectionKind, type EntryKind } from '../../src/domain/entry';
import type { EntryInFull } from '../../src/protocol/entryInFull';
import type { WireBytes } from '../../src/protocol/wireBytes';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { clockText } from '../model/figures';
import { hexDump } from '../model/hexDump';
import { wireChunks, type WireChunk } from '../model/wireChunks';
import { div, el, span, textButton } from './dom';
import { wholeLink, type WholeActions } from './rawView';

const words = stringsOnDemand.raw;

/** From this width on a line has 16 bytes. */
const wideFromPx = 600;
/** Bytes laid out at first, and with each wish for more. */
const pageBytes = 8192;

/** The bytes on the wire, by the chunks they came in. */
export class WireView {
	#view: HTMLElement | undefined;
	#wire: WireBytes | undefined;
	#kind: EntryKind = 'event';
	#limitBytes = pageBytes;
	#perLine = 8;
	readonly #container: HTMLElement;
	readonly #actions: WholeActions;

	/** @param container in which it is shown, whose width decides on the bytes on a line. */
	constructor(container: HTMLElement, actions: WholeActions) {
		this.#container = container;
		this.#actions = actions;
		new ResizeObserver(() => {
			if (this.#view?.isConnected === true && this.#perLine !== this.#fittingBytes) this.#fill();
		}).observe(container);
	}

	render(full: EntryInFull): HTMLElement {
		const wire = full.received ?? full.wire;
		if (wire === undefined || wire.bytes.length === 0) {
			return el('p', { class: 'd-note dim' }, words.nothing());
		}
		this.#wire = wire;
		this.#kind = full.entry.kind;
		this.#limitBytes = pageBytes;
		this.#view = el('div', { class: 'wire', tabindex: 0 });
		this.#fill();
		return this.#view;
	}

	get #fittingBytes(): number {
		return this.#container.clientWidth >= wideFromPx ? 16 : 8;
	}

	#fill(): void {
		const view = this.#view;
		const wire = this.#wire;
		if (view === undefined || wire === undefined) return;
		this.#perLine = this.#fittingBytes;
		const chunks = wireChunks(wire).filter(chunk => chunk.from < this.#limitBytes);
		view.replaceChildren(...chunks.flatMap(chunk => this.#chunk(wire, chunk)));
		const shown = Math.min(this.#limitBytes, wire.bytes.length);
		if (shown === wire.length) return;
		const more = textButton(stringsOnDemand.data.showMore(), 'link', () => {
			this.#limitBytes *= 2;
			this.#fill();
		});
		const note = stringsOnDemand.data.cutBytes(shown, wire.length);
		const links: (string | Node)[] = shown < wire.bytes.length ? [' ', more] : [];
		if (isConnectionKind(this.#kind)) links.push(' ', wholeLink(this.#kind, this.#actions));
		view.append(el('p', { class: 'd-note dim' }, note, ...links));
	}

	#chunk(wire: WireBytes, chunk: WireChunk): HTMLElement[] {
		const to = Math.min(chunk.to, this.#limitBytes);
		const { offsets, hex, ascii } = hexDump(
			wire.bytes.subarray(chunk.from, to),
			wire.offset + chunk.from,
			this.#perLine,
		);
		const head = div(
			'chunk-head',
			el('b', {}, words.chunk(chunk.chunk)),
			span('dim', clockText(chunk.time, 4)),
			span('dim grow', words.bytesOf(chunk.sizeBytes, chunk.begins, chunk.ends)),
		);
		const dump = div(
			'hex',
			el('pre', { class: 'dim' }, offsets),
			el('pre', { class: this.#perLine === 16 ? 'is-wide' : undefined }, hex),
			el('pre', { class: 'dim' }, ascii),
		);
		if (chunk.laterMs === undefined) return [head, dump];
		return [div('boundary', words.later(chunk.laterMs)), head, dump];
	}
}
