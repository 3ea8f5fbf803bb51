/** Follows the pointer until its button is let go, or Escape is pressed. */
export function followPointer(
	element: HTMLElement,
	{ move, end }: { move(clientX: number): void; end(isCancelled: boolean): void },
): void {
	const over = new AbortController();
	const finish = (isCancelled: boolean) => {
		over.abort();
		end(isCancelled);
	};
	const { signal } = over;
	const onMove = (event: PointerEvent) => {
		// It was let go before anybody listened, or outside.
		if (event.buttons === 0) return finish(false);
		if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
		move(event.clientX);
	};
	window.addEventListener('pointermove', onMove, { signal });
	window.addEventListener('pointerup', () => finish(false), { signal });
	window.addEventListener('pointercancel', () => finish(true), { signal });
	const onKey = (event: KeyboardEvent) => {
		if (event.key !== 'Escape') return;
		event.preventDefault();
		event.stopPropagation();
		finish(true);
	};
	window.addEventListener('keydown', onKey, { signal, capture: true });
}
