import { nameOf, type JsonDocument, type JsonValue } from '../../../src/domain/json/document';

/** Members shown at a time; more of them on request. */
const pageSize = 100;
/** Deeper than a person reads. */
const maxDepth = 60;

/** One line of the tree. */
export interface JsonNode {
	readonly kind: 'member';
	readonly depth: number;
	readonly key: string;
	/** Keys from the root, as one string. */
	readonly path: string;
	readonly value: JsonValue;
	readonly canExpand: boolean;
	isExpanded: boolean;
}

/** Stands at the end of a container of which not all is shown. */
interface JsonMore {
	readonly kind: 'more';
	readonly depth: number;
	readonly path: string;
	readonly container: JsonValue;
	/** Members that are shown. */
	readonly shown: number;
}

export type JsonLine = JsonNode | JsonMore;

/** Lines taken out and put in at a place. */
export interface TreeChange {
	readonly at: number;
	readonly removed: number;
	readonly added: readonly JsonLine[];
}

/** The lines of a JSON text that are unfolded, top to bottom. Reads a container when it is opened. */
export class JsonTree {
	readonly lines: JsonLine[];
	readonly #expanded: Set<string>;

	/** @param expanded paths that are open; kept up, so that the next event of a shape opens alike. */
	constructor(
		readonly document: JsonDocument,
		expanded: Set<string>,
	) {
		this.#expanded = expanded;
		this.lines = this.#page(document.root, 0, '', 0);
	}

	/** Opens or closes the container at `place`, or shows more of it; `undefined` if it is none. */
	toggle(place: number): TreeChange | undefined {
		const line = this.lines[place];
		if (line === undefined) return undefined;
		if (line.kind === 'more') {
			return this.#replace(place, 1, this.#page(line.container, line.depth, line.path, line.shown));
		}
		if (!line.canExpand) return undefined;
		line.isExpanded = !line.isExpanded;
		if (line.isExpanded) {
			this.#expanded.add(line.path);
			return this.#replace(place + 1, 0, this.#page(line.value, line.depth + 1, line.path, 0));
		}
		this.#expanded.delete(line.path);
		let end = place + 1;
		while ((this.lines[end]?.depth ?? -1) > line.depth) end++;
		return this.#replace(place + 1, end - place - 1, []);
	}

	/** The place of the container that a line is in; `undefined` on the first level. */
	parentOf(place: number): number | undefined {
		const depth = this.lines[place]?.depth ?? 0;
		for (let i = place - 1; i >= 0; i--) {
			if (this.lines[i]!.depth < depth) return i;
		}
		return undefined;
	}

	/** The keys from the root to the line. */
	pathOf(place: number): (string | number)[] {
		const line = this.lines[place];
		if (line === undefined) return [];
		const parent = this.parentOf(place);
		const path = parent === undefined ? [] : this.pathOf(parent);
		if (line.kind === 'more') return path;
		const within = parent === undefined ? undefined : this.lines[parent];
		const container = within?.kind === 'member' ? within.value : this.document.root;
		path.push(container.kind === 'array' ? Number(line.key) : nameOf(line.key));
		return path;
	}

	#replace(at: number, removed: number, added: JsonLine[]): TreeChange {
		this.lines.splice(at, removed, ...added);
		return { at, removed, added };
	}

	#page(container: JsonValue, depth: number, path: string, skip: number): JsonLine[] {
		const { members, hasMore } = this.document.members(container, skip, pageSize);
		const lines: JsonLine[] = [];
		for (const { key, value } of members) {
			const canExpand = depth < maxDepth && this.document.hasMembers(value);
			const own = `${path}/${key}`;
			const isExpanded = canExpand && this.#expanded.has(own);
			lines.push({ kind: 'member', depth, key, path: own, value, canExpand, isExpanded });
			if (isExpanded) lines.push(...this.#page(value, depth + 1, own, 0));
		}
		if (hasMore) {
			lines.push({ kind: 'more', depth, path, container, shown: skip + pageSize });
		}
		return lines;
	}
}
