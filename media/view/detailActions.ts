import type { JsonPath } from '../../src/domain/query/query';
import type { CopyPart, CopyWhat } from '../../src/protocol/fromWebview';
import type { Channel } from '../channel';

/** What the details ask of the rest. */
export interface DetailActions {
	step(rows: number): void;
	close(): void;
	leave(): void;
	copy(what: CopyWhat): void;
	openData(): void;
	saveBytes(): void;
	copyPart(part: CopyPart): void;
	filterByValue(path: JsonPath, json: string): void;
	readonly ask: Channel['ask'];
	changed(): void;
}
