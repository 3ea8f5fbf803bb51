import { isEverything } from '../../domain/query/query';
import { parseQuery } from '../../domain/query/parser';
import { matchingSeqs } from '../../store/captureQuery';
import type { Viewer } from '../../store/viewer';
import type { PanelSource } from '../panel/panelSource';

/** What a filter shows of a capture. */
export interface Shown {
	/** How many entries that are now. */
	readonly count: number;
	/** The filter as it was typed. */
	readonly filter: string;
	/** Their numbers, ascending. */
	seqs(): Promise<Uint32Array>;
}

/** What the filter in force shows; `undefined` if it shows everything. */
export function shownIn(
	viewer: Pick<Viewer, 'view' | 'lastSeen'>,
	{ capture }: Pick<PanelSource, 'capture'>,
	filter: string,
): Shown | undefined {
	const parsed = parseQuery(filter);
	if (!parsed.ok || isEverything(parsed.query)) return undefined;
	const { lastSeen } = viewer;
	return {
		count: viewer.view.total,
		filter,
		seqs: async () => {
			const seqs = await matchingSeqs(capture, parsed.query);
			// What came after the view was paused is not shown.
			return seqs.filter(seq => seq <= lastSeen);
		},
	};
}
