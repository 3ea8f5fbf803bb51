import type { ConnectionDetails, Entry } from '../../domain/entry';
import { shortened } from '../../domain/words';
import { rowDataLength, type Row } from '../../protocol/row';
import { columnPlaces as column } from './columns';
import type { Page } from './page';
import { maxCarriedIdLength } from './pageLimits';

/** An entry as the grid shows it, but for what was said of it later, and the place of its type. */
export function rowAt(page: Page, i: number): Row {
	const id = page.id(i);
	const note = page.column(column.note)[i]!;
	const gap = page.gap[i]!;
	const retry = page.retry[i]!;
	const chunk = page.column(column.chunk)[i]!;
	return {
		seq: page.seq + i,
		kind: page.kindAt(i),
		time: page.time[i]!,
		type: shortened(page.typeAt(i), rowDataLength),
		// No character has more than four bytes; what is cut through is beyond the length.
		data: page
			.dataBytes(i, rowDataLength * 4)
			.toString()
			.slice(0, rowDataLength),
		size: page.size[i]!,
		...(id !== undefined && { id: shortened(id, rowDataLength) }),
		...(note !== 0 && { note: page.texts[note]! }),
		...(!Number.isNaN(gap) && { gap }),
		...(retry !== -1 && { retry }),
		...(chunk !== 0 && { chunk }),
		...(chunk !== 0 && lastEventIdAt(page, i) !== '' && { canResume: true }),
	};
}

/** An entry with all that is known of it, but for what was said of it later. */
export function entryAt(page: Page, i: number): Entry {
	const id = page.id(i);
	const note = page.column(column.note)[i]!;
	const gap = page.gap[i]!;
	const retry = page.retry[i]!;
	const chunk = page.column(column.chunk)[i]!;
	const offset = page.offset[i]!;
	const cutBytes = page.column(column.cut)[i]!;
	const details = page.column(column.details)[i]!;
	return {
		seq: page.seq + i,
		kind: page.kindAt(i),
		time: page.time[i]!,
		type: page.typeAt(i),
		data: page.data(i),
		lastEventId: lastEventIdAt(page, i),
		size: page.size[i]!,
		attempt: page.attempt[i]!,
		...(id !== undefined && { id }),
		...(retry !== -1 && { retry }),
		...(!Number.isNaN(gap) && { gap }),
		...(chunk !== 0 && { chunk }),
		...(offset !== -1 && { offset }),
		...(note !== 0 && { note: page.texts[note]! }),
		...(cutBytes !== 0 && { cutBytes }),
		...(details !== 0 && { details: JSON.parse(page.texts[details]!) as ConnectionDetails }),
	};
}

/** The last event ID after an entry. */
export function lastEventIdAt(page: Page, i: number): string {
	const setter = page.column(column.last)[i]!;
	if (setter <= 0) return page.texts[-setter]!;
	const id = page.id(setter - 1) ?? '';
	return setter === i + 1 ? id : shortened(id, maxCarriedIdLength);
}
