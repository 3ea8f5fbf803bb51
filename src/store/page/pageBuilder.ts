import { entryKinds, type Entry } from '../../domain/entry';
import { shortened } from '../../domain/words';
import type { PlainEvent } from '../../parse/plainEvent';
import {
	columnNames,
	columnPlaces as column,
	dataInHeap,
	encodeColumns,
	hasId,
	idInHeap,
} from './columns';
import { Heap } from './heap';
import {
	enoughEntries,
	enoughTextBytes,
	maxCarriedIdLength,
	maxPageEntries,
	maxSpanBytes,
	maxTextBytes,
} from './pageLimits';
import type { Arrival, PageRow } from './pageRow';

const kinds = new Map(entryKinds.map((kind, place) => [kind, place]));
const eventKind = kinds.get('event')!;

/** Collects entries, side by side in their order, into a page. */
export class PageBuilder {
	private columns = columnNames.map(() => new Float64Array(64));
	private readonly heap = new Heap();
	private texts: string[] = [];
	private places = new Map<string, number>();
	private latestText = '';
	private latestPlace = 0;
	private textLength = 0;
	private first = 0;
	private used = 0;
	/** Where the bytes begin that it refers to. */
	private from = Infinity;
	/** The last event ID so far; `undefined` if a plain event has set it. */
	private lastId: string | undefined;
	/** As in the column `last`. */
	private setter = 0;

	/** The number of its first entry. */
	get seq(): number {
		return this.first;
	}

	get count(): number {
		return this.used;
	}

	/** No further entry should be added. */
	get isFull(): boolean {
		return this.used === maxPageEntries || this.heap.size + this.textLength >= maxTextBytes;
	}

	/** The event is too far from those whose texts the page has on the wire. */
	isFarFrom({ offset, start, end }: PlainEvent): boolean {
		return offset + end - start - this.from > maxSpanBytes;
	}

	/** To be written over and over with more entries would cost more than a new page does. */
	get isLarge(): boolean {
		return this.used >= enoughEntries || this.heap.size + this.textLength >= enoughTextBytes;
	}

	/** From now on the last event ID is another one, which no entry has set. */
	setLastEventId(text: string): void {
		if (this.used === 0) return;
		this.lastId = shortened(text, maxCarriedIdLength);
		this.setter = -this.addText(this.lastId);
	}

	add(entry: Entry): void {
		if (this.used === 0) this.begin(entry.seq, entry.lastEventId);
		const { id, lastEventId } = entry;
		const carried = shortened(lastEventId, maxCarriedIdLength);
		if (id !== undefined && id === lastEventId) {
			this.lastId = carried;
			this.setter = this.used + 1;
		} else if (this.lastId !== undefined && this.lastId !== carried) {
			this.setLastEventId(lastEventId);
		}
		const dataAt = this.heap.size;
		const dataSize = this.heap.add(entry.data);
		const c = this.columns;
		const i = this.used++;
		c[column.kind]![i] = kinds.get(entry.kind)!;
		c[column.type]![i] = this.textPlace(entry.type);
		c[column.time]![i] = entry.time;
		c[column.gap]![i] = entry.gap ?? NaN;
		c[column.offset]![i] = entry.offset ?? -1;
		c[column.size]![i] = entry.size;
		c[column.attempt]![i] = entry.attempt;
		c[column.chunk]![i] = entry.chunk ?? 0;
		c[column.place]![i] = dataInHeap + (id === undefined ? 0 : hasId + idInHeap);
		c[column.dataAt]![i] = dataAt;
		c[column.dataSize]![i] = dataSize;
		c[column.idAt]![i] = id === undefined ? 0 : this.heap.size;
		c[column.idSize]![i] = id === undefined ? 0 : this.heap.add(id);
		c[column.retry]![i] = entry.retry ?? -1;
		c[column.last]![i] = this.setter;
		c[column.cut]![i] = entry.cutBytes ?? 0;
		c[column.note]![i] = this.textPlace(entry.note ?? '');
		const details = entry.details === undefined ? '' : JSON.stringify(entry.details);
		c[column.details]![i] = this.textPlace(details);
		if (this.used === c[0]!.length) this.grow();
	}

	/** The event with the number `seq`: where its texts are is kept, not the texts. */
	addPlain(seq: number, event: PlainEvent, arrival: Arrival): void {
		if (this.used === 0) this.begin(seq, arrival.lastEventId());
		const { start, end, idStart, offset } = event;
		if (idStart !== -1) {
			this.lastId = undefined;
			this.setter = this.used + 1;
		}
		if (offset < this.from) this.from = offset;
		const c = this.columns;
		const i = this.used++;
		c[column.kind]![i] = eventKind;
		c[column.type]![i] = this.textPlace(event.type);
		c[column.time]![i] = arrival.time;
		c[column.gap]![i] = arrival.gap;
		c[column.offset]![i] = offset;
		c[column.size]![i] = end - start;
		c[column.attempt]![i] = arrival.attempt;
		c[column.chunk]![i] = arrival.chunk;
		c[column.place]![i] = idStart === -1 ? 0 : hasId;
		c[column.dataAt]![i] = event.dataStart - start;
		c[column.dataSize]![i] = event.dataEnd - event.dataStart;
		c[column.idAt]![i] = idStart === -1 ? 0 : idStart - start;
		c[column.idSize]![i] = idStart === -1 ? 0 : event.idEnd - idStart;
		c[column.retry]![i] = event.retry;
		c[column.last]![i] = this.setter;
		c[column.cut]![i] = 0;
		c[column.note]![i] = 0;
		c[column.details]![i] = 0;
		if (this.used === c[0]!.length) this.grow();
	}

	/** Whether the entry is in the page, and is one byte longer now. */
	extend(seq: number): boolean {
		const at = seq - this.first;
		if (at < 0 || at >= this.used) return false;
		this.columns[column.size]![at]!++;
		return true;
	}

	encode(): PageRow {
		return {
			seq: this.first,
			count: this.used,
			texts: JSON.stringify(this.texts),
			columns: encodeColumns(this.columns, this.used),
			heap: this.heap.snapshot(),
		};
	}

	clear(): void {
		this.used = 0;
		this.from = Infinity;
		this.heap.clear();
	}

	private begin(seq: number, lastEventId: string): void {
		this.first = seq;
		this.setter = 0;
		this.lastId = shortened(lastEventId, maxCarriedIdLength);
		this.texts = [this.lastId];
		this.places = new Map([['', 0]]);
		this.latestText = '';
		this.latestPlace = 0;
		this.textLength = this.lastId.length;
	}

	private textPlace(text: string): number {
		if (text === this.latestText) return this.latestPlace;
		let place = this.places.get(text);
		if (place === undefined) {
			place = this.addText(text);
			this.places.set(text, place);
		}
		this.latestText = text;
		this.latestPlace = place;
		return place;
	}

	private addText(text: string): number {
		this.textLength += text.length;
		return this.texts.push(text) - 1;
	}

	private grow(): void {
		const length = Math.min(this.used * 2, maxPageEntries + 1);
		this.columns = this.columns.map(values => {
			const larger = new Float64Array(length);
			larger.set(values);
			return larger;
		});
	}
}
