import { isConnectionKind } from '../../src/domain/entry';
import type { Row } from '../../src/protocol/row';
import { bandEdges, chunkPlace } from '../model/rowLook';
import type { RowPlace } from './rowPlace';

/** How a row looks that shows this entry, or none yet. */
export function classesOf(row: Row | undefined, place: RowPlace): string {
	const classes = ['row'];
	if (place.isSelected) classes.push('selected');
	if (row === undefined) return [...classes, 'is-coming'].join(' ');
	if (place.bookmark !== undefined) classes.push('bookmarked');
	if (isConnectionKind(row.kind)) {
		classes.push('life');
		const { isFirst, isLast } = bandEdges(row, place);
		if (isFirst) classes.push('first');
		if (isLast) classes.push('last');
		if (place.index === 0) classes.push('top');
	}
	const chunk = chunkPlace(row, place);
	if (chunk !== undefined) classes.push('chunk', `chunk-${chunk}`);
	return classes.join(' ');
}
