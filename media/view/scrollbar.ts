import type { Thumb } from '../model/scrollbar';
import { el, on } from './dom';

/** The scroll bar of the list: over the rows, as in VS Code, and exact at any length. */
export class Scrollbar {
	readonly element: HTMLElement;
	readonly #thumbElement = el('i');
	#thumb: Thumb | undefined;
	/** Where in the thumb it was caught, in px. */
	#grip: number | undefined;
	readonly #onMove: (thumbTopPx: number) => void;

	/** @param onMove the thumb was moved so that it begins at that px of the track. */
	constructor(onMove: (thumbTopPx: number) => void) {
		this.#onMove = onMove;
		this.element = el('div', { class: 'scrollbar', 'aria-hidden': 'true' }, this.#thumbElement);
		on(this.element, 'pointerdown', event => this.#onDown(event));
		on(this.element, 'pointermove', event => {
			if (this.#grip !== undefined) this.#onMove(this.#placeOf(event) - this.#grip);
		});
		const drop = () => {
			this.#grip = undefined;
			this.element.classList.remove('is-held');
		};
		on(this.element, 'pointerup', drop);
		on(this.element, 'pointercancel', drop);
	}

	update(thumb: Thumb | undefined): void {
		this.#thumb = thumb;
		this.element.hidden = thumb === undefined;
		if (thumb === undefined) return;
		this.#thumbElement.style.transform = `translateY(${thumb.topPx}px)`;
		this.#thumbElement.style.height = `${thumb.heightPx}px`;
	}

	#onDown(event: PointerEvent): void {
		const thumb = this.#thumb;
		if (event.button !== 0 || thumb === undefined) return;
		// The focus stays where it is.
		event.preventDefault();
		const place = this.#placeOf(event);
		const isOnThumb = place >= thumb.topPx && place < thumb.topPx + thumb.heightPx;
		this.#grip = isOnThumb ? place - thumb.topPx : thumb.heightPx / 2;
		this.element.classList.add('is-held');
		this.element.setPointerCapture(event.pointerId);
		if (!isOnThumb) this.#onMove(place - this.#grip);
	}

	#placeOf(event: PointerEvent): number {
		return event.clientY - this.element.getBoundingClientRect().top;
	}
}
