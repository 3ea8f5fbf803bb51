import { slotOfType } from '../../protocol/overview';
import type { Page } from '../page/page';
import type { TypePlaces } from '../page/typePlaces';

/** Of what is no event. */
export const noSlot = 15;

/** The slots of a page's entries in an overview. */
export class Slots {
	private page: Page | undefined;
	private slots: number[] = [];

	constructor(private readonly types: TypePlaces) {}

	slotAt(page: Page, i: number): number {
		if (page !== this.page) {
			this.page = page;
			this.slots = [noSlot];
		}
		const place = page.type[i]!;
		return (this.slots[place] ??= slotOfType(this.types.placeOf(page.texts[place]!)));
	}
}
