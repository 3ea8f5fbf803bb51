import type { Disposable } from '../../base/disposable';
import { CodingError, maxExpansion } from '../failure/codingFailures';
import type { Coding } from './contentCoding';
import { DecodingStage, type Taker } from './decodingStage';

/** As much may come out of however little. */
const freeBytes = 64_000_000;

/** Undoes all codings of a body, the one applied last first. Methods as those of a stage. */
export class BodyDecoder implements Disposable {
	private readonly stages: DecodingStage[] = [];
	private codedBytes = 0;
	private decodedBytes = 0;

	/** @param codings In the order in which they were applied. */
	constructor(
		private readonly codings: readonly Coding[],
		take: Taker,
	) {
		let next: Taker = piece => {
			this.count(piece.length);
			return take(piece);
		};
		for (const coding of codings) {
			const stage = new DecodingStage(coding, next);
			next = piece => stage.write(piece);
			this.stages.unshift(stage);
		}
	}

	async write(bytes: Uint8Array): Promise<void> {
		this.codedBytes += bytes.length;
		await this.stages[0]?.write(bytes);
	}

	async end(): Promise<void> {
		for (const stage of this.stages) await stage.end();
	}

	dispose(): void {
		for (const stage of this.stages) stage.dispose();
	}

	private count(sizeBytes: number): void {
		this.decodedBytes += sizeBytes;
		const { codedBytes, decodedBytes } = this;
		if (decodedBytes <= freeBytes || decodedBytes <= codedBytes * maxExpansion) return;
		throw new CodingError(this.codings.join(', '), { type: 'bomb', codedBytes, decodedBytes });
	}
}
