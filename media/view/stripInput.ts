import { on } from './dom';
import type { Strip } from './strip';

/** From here on a click is a drag, in px. */
const dragFromPx = 4;

/** The hand at the strip: mouse and keys. */
export class StripInput {
	/** Where the mouse was pressed. */
	#pressedX: number | undefined;
	readonly #strip: Strip;

	constructor(strip: Strip) {
		this.#strip = strip;
		const { element, model } = strip;
		on(element, 'pointermove', event => this.#pointAt(event));
		on(element, 'pointerdown', event => this.#onDown(event));
		on(element, 'pointerup', event => this.#onUp(event));
		on(element, 'pointercancel', () => this.#leave());
		on(element, 'pointerleave', () => {
			if (this.#pressedX === undefined) this.#leave();
		});
		on(element, 'focus', () => {
			if (model.place < 0) model.move('End', false);
			strip.point();
		});
		on(element, 'blur', () => this.#leave());
		on(element, 'keydown', event => this.#onKey(event));
	}

	#onDown(event: PointerEvent): void {
		if (event.button !== 0) return;
		// The focus stays where it is.
		event.preventDefault();
		this.#pressedX = this.#xOf(event);
		this.#strip.element.setPointerCapture(event.pointerId);
	}

	#onUp(event: PointerEvent): void {
		if (this.#pressedX === undefined) return;
		this.#pointAt(event);
		this.#pressedX = undefined;
		this.#strip.act();
	}

	#pointAt(event: PointerEvent): void {
		const x = this.#xOf(event);
		const pressedX = this.#pressedX;
		const isDrag = pressedX !== undefined && Math.abs(x - pressedX) >= dragFromPx;
		this.#strip.model.point(x, isDrag ? pressedX : undefined);
		this.#strip.point();
	}

	#leave(): void {
		this.#pressedX = undefined;
		this.#strip.model.leave();
		this.#strip.point();
	}

	#onKey(event: KeyboardEvent): void {
		const strip = this.#strip;
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === 'Enter') strip.act();
		else if (event.key === 'Escape') strip.escape();
		else if (strip.model.move(event.key, event.shiftKey)) strip.point();
		else return;
		event.preventDefault();
	}

	#xOf(event: PointerEvent): number {
		return event.clientX - this.#strip.element.getBoundingClientRect().left;
	}
}
