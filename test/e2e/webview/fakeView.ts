import { assertNever } from '../../../src/base/assertNever';
import { complete, type Seen } from '../../../src/domain/query/completion';
import { JsonShapes } from '../../../src/domain/query/jsonShape';
import { parseQuery } from '../../../src/domain/query/parser';
import type { Query } from '../../../src/domain/query/query';
import { aboutOf } from '../../../src/protocol/about/about';
import { shownChanges } from '../../../src/protocol/changeLines';
import { editedFilter, filterVerdict } from '../../../src/protocol/filterVerdict';
import type { Ask, Questions } from '../../../src/protocol/questions';
import { toFull, toRow, type Captured } from './capture';
import { Matching } from './matches';
import { changesIn, textIn } from './neighbours';
import type { Scene } from './scenes';

/** What the page is shown of a scene, and what it is answered. */
export class FakeView {
	epoch = 1;
	filter = '';
	query: Query | undefined;
	isPaused: boolean;
	/** Entries that have come so far. */
	length: number;
	textToFind = '';
	private frozenLength: number;
	private found: Matching | undefined;

	constructor(private readonly scene: Scene) {
		this.isPaused = scene.isPaused === true;
		this.length = scene.capture.length;
		this.frozenLength = this.length;
		this.setFilter(scene.filter ?? '');
	}

	/** Of the first entry. */
	get startTime(): number | undefined {
		return this.length > 0 ? this.at(0).entry.time : undefined;
	}

	/** Entries that came since the view was paused. */
	get beyond(): number {
		return this.isPaused ? this.length - this.frozenLength : 0;
	}

	get total(): number {
		return this.query === undefined
			? this.visibleLength
			: (this.scene.matching ?? this.matching.length);
	}

	/** Numbers of the matching entries that have the text, if one is looked for. */
	get withText(): number[] | undefined {
		const { textToFind: text } = this;
		if (text === '') return undefined;
		const matching = new Matching({ type: 'text', text, from: 0, to: 0 });
		const all = this.query === undefined ? undefined : new Set(this.matching);
		return matching
			.upTo(this.visibleLength, index => this.at(index).entry)
			.filter(index => all?.has(index) !== false)
			.map(index => this.at(index).entry.seq);
	}

	setFilter(text: string): void {
		this.filter = text;
		const parsed = parseQuery(text);
		this.query = text.trim() !== '' && parsed.ok ? parsed.query : undefined;
		this.epoch++;
	}

	setPaused(isPaused: boolean): void {
		this.isPaused = isPaused;
		this.frozenLength = this.length;
		this.epoch++;
	}

	clear(): void {
		this.length = 0;
		this.epoch++;
	}

	answerTo(ask: Ask): unknown {
		switch (ask.about) {
			case 'rows': {
				if (ask.epoch !== this.epoch) return { epoch: this.epoch, from: ask.from, rows: [] };
				const to = Math.min(ask.to, this.total);
				const rows = [];
				for (let i = ask.from; i < to; i++) rows.push(toRow(this.at(this.placeOf(i)), ask.wanted));
				return { epoch: this.epoch, from: ask.from, rows };
			}
			case 'entry': {
				const place = this.scene.capture.placeOf(ask.seq);
				const full = place < this.length ? toFull(this.at(place)) : undefined;
				return full && { ...full, about: aboutOf(full) };
			}
			case 'locate': {
				const place = this.scene.capture.placeOf(ask.seq);
				if (this.query === undefined) {
					return { index: place, isExact: this.at(place).entry.seq === ask.seq };
				}
				const index = this.matching.findIndex(candidate => candidate >= place);
				return index < 0
					? { index: Math.max(0, this.matching.length - 1), isExact: false }
					: { index, isExact: this.matching[index] === place };
			}
			case 'filter':
				return filterVerdict(ask.text);
			case 'find':
				return this.find(ask);
			case 'complete':
				return complete(ask.text, ask.caret, this.seen);
			case 'changes':
				return shownChanges(changesIn(this.scene.capture, this.length, ask.seq));
			case 'text':
				return textIn(this.scene.capture, this.length, ask.seq, ask.path);
			case 'editFilter':
				return editedFilter(ask.text, ask.edit, this.filter);
			default:
				return assertNever(ask);
		}
	}

	private get visibleLength(): number {
		return this.isPaused ? this.frozenLength : this.length;
	}

	/** Places of the entries that match. */
	private get matching(): readonly number[] {
		const { query } = this;
		if (query === undefined) return [];
		if (this.found?.query !== query) this.found = new Matching(query);
		return this.found.upTo(this.visibleLength, index => this.at(index).entry);
	}

	private get seen(): Seen {
		const shapes = new JsonShapes();
		const types = new Set<string>();
		for (let i = Math.max(0, this.length - 100); i < this.length; i++) {
			const { kind, type, data } = this.at(i).entry;
			if (kind !== 'event') continue;
			types.add(type);
			shapes.add(data);
		}
		return { types: [...types], shape: shapes.shape };
	}

	private find({ seq, step }: Questions['find']['question']): Questions['find']['answer'] {
		const found = this.withText;
		if (found === undefined) return undefined;
		const after = found.findIndex(other => other >= seq + Math.max(0, step));
		const next = after < 0 ? 0 : after;
		const place = step < 0 ? (after < 0 ? found.length : after) - 1 : next;
		return { seq: found.at(place), place: ((place + found.length) % found.length) + 1 };
	}

	private at(index: number): Captured {
		return this.scene.capture.at(index);
	}

	private placeOf(index: number): number {
		return this.query === undefined ? index : this.matching[index]!;
	}
}
