import { on } from './dom';

/** The keys of buttons beside each other. */
export const horizontal = ['ArrowLeft', 'ArrowRight'] as const;

/**
 * Makes one tab stop of several buttons: two arrow keys, Home and End move the focus among those
 * that are shown, round the ends.
 */
export function rove(
	container: HTMLElement,
	[back, forward]: readonly [string, string],
	onFocus?: (button: HTMLElement) => void,
): void {
	const buttons = () => [...container.querySelectorAll<HTMLElement>('button')];
	const stop = (at: EventTarget | null | undefined) => {
		for (const button of buttons()) button.tabIndex = button === at ? 0 : -1;
	};
	on(container, 'keydown', event => {
		const shown = buttons().filter(button => button.offsetParent !== null);
		const here = shown.indexOf(document.activeElement as HTMLElement);
		const keys = { [back]: here - 1, [forward]: here + 1, Home: 0, End: -1 };
		const to = keys[event.key];
		if (here < 0 || to === undefined) return;
		const button = shown.at(to % shown.length);
		event.preventDefault();
		button?.focus();
		if (button !== undefined) onFocus?.(button);
	});
	on(container, 'focusin', event => stop(event.target));
	stop(buttons()[0]);
}
