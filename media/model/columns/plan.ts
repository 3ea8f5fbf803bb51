import { builtInColumns, type ColumnSettings } from '../../../src/protocol/columns';
import { leaveOrder, leavesAtPx, minWidthPx, naturalWidthPx, type ContentLengths } from './sizes';

/** Which columns there are in a grid, and in what order. Another object only if something is other. */
export interface ColumnPlan {
	/** Those that are shown, each with its place among all, from 0. */
	readonly columns: readonly { readonly name: string; readonly place: number }[];
	/** Shown or not. */
	readonly count: number;
	/** The columns `from … to - 1` in whose place a sentence about the connection stands. */
	readonly sentence: { readonly from: number; readonly to: number };
	/** In a narrow list things stand closer. */
	readonly isCompact: boolean;
}

/** How wide they are. */
export interface ColumnWidths {
	/** In px; that of Data is what is left. */
	readonly px: ReadonlyMap<string, number>;
	/** For `grid-template-columns`. */
	readonly tracks: string;
	/** Where the sentences begin, in px. */
	readonly sentencePx: number;
}

const compactListPx = 560;
const goneIfCompact = ['seq', 'id', 'size', 'retry'];
const shownBesideSentences = ['seq', 'time', 'gap'];

/** All columns in the order in which they stand. */
export function orderOf({ order, paths }: ColumnSettings): string[] {
	const all: string[] = [...builtInColumns];
	all.splice(all.indexOf('data') + 1, 0, ...paths);
	const placed = order.filter(name => all.includes(name));
	all.forEach((name, place) => {
		// Beside the one that it stands beside by default.
		if (!placed.includes(name)) placed.splice(placed.indexOf(all[place - 1] ?? '') + 1, 0, name);
	});
	return placed;
}

/**
 * Finds room for the columns: in a list that is narrow those that nobody asked for go, one by one, and
 * then those that were made wide lose what they have too much.
 */
export function planColumns(
	settings: ColumnSettings,
	listPx: number,
	lengths: ContentLengths,
): { plan: ColumnPlan; widths: ColumnWidths } {
	const all = orderOf(settings);
	const isCompact = listPx <= compactListPx;
	const { shown, paths, time } = settings;
	const goes = (name: string) => isCompact && goneIfCompact.includes(name);
	const wanted = all.filter(name => name !== 'data' && (shown[name] ?? !goes(name)));
	const roomPx = listPx - (isCompact ? 10 : 14);
	const px = new Map(wanted.map(name => [name, naturalWidthPx(name, lengths, time, isCompact)]));
	const dataPx = () => roomPx - [...px.values()].reduce((sum, each) => sum + each, 0);
	// What a hand has made wide makes nothing else go.
	for (const name of [...leaveOrder, ...paths.toReversed()]) {
		if (shown[name] !== true && dataPx() <= leavesAtPx(name)) px.delete(name);
	}
	for (const [name, natural] of px) px.set(name, settings.widths[name] ?? natural);
	const names = all.filter(name => name === 'data' || px.has(name));
	narrow(px, minWidthPx('data') - dataPx());
	const sentence = sentenceIn(names, isCompact);
	const widthOf = (name: string) => px.get(name) ?? 0;
	return {
		plan: {
			columns: names.map(name => ({ name, place: all.indexOf(name) })),
			count: all.length,
			sentence,
			isCompact,
		},
		widths: {
			px,
			tracks: names.map(name => trackOf(px.get(name))).join(' '),
			sentencePx: names.slice(0, sentence.from).reduce((sum, name) => sum + widthOf(name), 0),
		},
	};
}

/** Takes `missingPx` from the columns, from each in proportion to what it can spare. */
function narrow(px: Map<string, number>, missingPx: number): void {
	const spare = (name: string, width: number) => Math.max(0, width - minWidthPx(name));
	const allSpare = [...px].reduce((sum, [name, width]) => sum + spare(name, width), 0);
	if (missingPx <= 0 || allSpare === 0) return;
	const share = Math.min(1, missingPx / allSpare);
	for (const [name, width] of px) px.set(name, Math.floor(width - share * spare(name, width)));
}

function sentenceIn(names: readonly string[], isCompact: boolean): ColumnPlan['sentence'] {
	const beside = isCompact ? shownBesideSentences.slice(0, 2) : shownBesideSentences;
	let from = names.indexOf('data');
	let to = from + 1;
	while (from > 0 && !beside.includes(names[from - 1]!)) from--;
	while (to < names.length && !beside.includes(names[to]!)) to++;
	return { from, to };
}

function trackOf(px: number | undefined): string {
	return px === undefined ? 'minmax(0, 1fr)' : `${px}px`;
}
