import { strings } from '../../src/protocol/strings';
import { isBuiltIn } from '../model/columns/sizes';
import { inertLine } from '../model/inert';

/** What a column is called. */
export function titleOf(name: string): string {
	return isBuiltIn(name) ? strings.grid.columns[name]() : inertLine(name);
}
