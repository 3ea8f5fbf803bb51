import { BlockScanner } from './blocks';
import { FrameReader, type StreamBeginning } from './frames';
import type { FrameSink } from './frameSink';

/** Parses the body of one connection, from its first byte to its end. */
export class StreamParser {
	private readonly frames: FrameReader;
	private readonly scanner: BlockScanner;

	constructor(sink: FrameSink, begin: StreamBeginning, maxBlockBytes?: number) {
		this.frames = new FrameReader(sink, begin);
		this.scanner = new BlockScanner(this.frames, maxBlockBytes);
	}

	/** The last event ID string, all blocks so far considered. */
	get lastEventId(): string {
		return this.frames.lastEventId;
	}

	/** Takes the next bytes; frames complete in them go to the sink before it returns. */
	write(bytes: Uint8Array): void {
		this.scanner.write(bytes);
	}

	/** The body has ended: what is left becomes an `incomplete` frame. */
	end(): void {
		this.scanner.end();
	}
}
