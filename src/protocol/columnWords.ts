import { countText } from '../domain/words';

/** What the menu of the columns says, and what is read out of them. Apart, as the page begins without. */
export const columnWords = {
	menu: 'Columns',
	time: {
		absolute: 'Time of Day',
		sinceStart: 'Time Since Start',
		delta: 'Time Since Row Before',
	},
	allData: 'All of the Data',
	moveLeft: 'Move Left',
	moveRight: 'Move Right',
	wider: 'Wider',
	narrower: 'Narrower',
	fit: 'Fit to Content',
	hide: 'Hide Column',
	remove: 'Remove Column',
	add: 'Add Column from JSON Path…',
	reset: 'Reset Columns',
	moveLeftKey: 'Ctrl+Shift+←',
	moveRightKey: 'Ctrl+Shift+→',
	widerKey: 'Shift+→',
	narrowerKey: 'Shift+←',
	width: (name: string, px: number) => `${name}: ${countText(px)} pixels wide`,
	place: (name: string, place: number, count: number) =>
		`${name}: column ${countText(place)} of ${countText(count)}`,
} as const;
