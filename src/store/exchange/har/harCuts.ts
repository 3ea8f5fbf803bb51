import { cutJson, type Cut, type Path, type Want } from '../json/cutJson';
import { ownField } from './harEntry';

/** A value beyond that is none of an event stream's: an event has at most 16 MB. */
const maxValueBytes = 128_000_000;

const messagesField = '_eventSourceMessages';

/** What of an archive is wanted: what there is to an entry, its events, or what we wrote besides. */
export type Part = 'facts' | 'messages' | 'others';

/** A value of an entry of an archive. */
export interface HarCut extends Cut {
	/** The entry's place in the archive. */
	readonly index: number;
	/** The name of the value; of what is in a list the name of the list. */
	readonly field: string;
}

/**
 * Values of the entries of an archive, in the order of the file.
 * @param onMessages told of entries that have a list of events.
 * @throws JsonProblem if it is no JSON.
 */
export function* harCuts(
	chunks: Iterable<Uint8Array>,
	part: Part,
	onMessages: (index: number) => void = () => {},
): Generator<HarCut> {
	const want = (path: Path) => wantOf(path, part, onMessages);
	for (const cut of cutJson(chunks, want, maxValueBytes)) {
		yield { ...cut, index: Number(cut.path[2]), field: String(cut.path[3]) };
	}
}

function wantOf(path: Path, part: Part, onMessages: (index: number) => void): Want {
	const [log, entries, index, field, inner] = path;
	if (path.length === 0) return 'inside';
	if (log !== 'log' || (path.length > 1 && entries !== 'entries')) return 'skip';
	if (path.length <= 3) return 'inside';
	if (field === messagesField) {
		if (path.length === 4) return 'inside';
		onMessages(Number(index));
		return part === 'messages' ? 'whole' : 'skip';
	}
	if (field === ownField) {
		if (path.length === 4 || (path.length === 5 && inner === 'entries')) return 'inside';
		if (path.length === 5) return part === 'facts' ? 'whole' : 'skip';
		return part === 'others' ? 'whole' : 'skip';
	}
	return part === 'facts' ? 'whole' : 'skip';
}
