/**
 * Makes one tab stop of several buttons: the arrows, Home and End move the focus among those that
 * are shown.
 */
export function rove(container: HTMLElement, onFocus?: (button: HTMLElement) => void): void {
	const buttons = () =>
		[...container.querySelectorAll<HTMLElement>('button')].filter(
			button => !button.hidden && button.offsetParent !== null,
		);
	container.addEventListener('keydown', event => {
		const shown = buttons();
		const here = shown.indexOf(document.activeElement as HTMLElement);
		if (here < 0) return;
		const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: shown.length - 1 }[
			event.key
		];
		if (to === undefined) return;
		const button = shown[(to + shown.length) % shown.length];
		event.preventDefault();
		button?.focus();
		if (button !== undefined) onFocus?.(button);
	});
	container.addEventListener('focusin', event => {
		for (const button of container.querySelectorAll<HTMLElement>('button')) {
			button.tabIndex = button === event.target ? 0 : -1;
		}
	});
	const [first, ...others] = container.querySelectorAll<HTMLElement>('button');
	if (first !== undefined) first.tabIndex = 0;
	for (const button of others) button.tabIndex = -1;
}
