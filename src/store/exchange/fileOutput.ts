import { closeSync, openSync, writeSync } from 'node:fs';

const writeSizeBytes = 1_048_576;

/** A new file, written from its beginning to its end in large pieces. */
export class FileOutput {
	private readonly descriptor: number;
	private pending: Uint8Array[] = [];
	private pendingBytes = 0;
	private total = 0;

	/** @throws Error of the file system, also if the file exists. */
	constructor(path: string) {
		this.descriptor = openSync(path, 'wx');
	}

	/** Bytes so far. */
	get sizeBytes(): number {
		return this.total;
	}

	/** A text, as UTF-8, or bytes, which must not be changed afterwards. */
	write(part: string | Uint8Array): void {
		const bytes = typeof part === 'string' ? Buffer.from(part) : part;
		this.pending.push(bytes);
		this.pendingBytes += bytes.length;
		this.total += bytes.length;
		if (this.pendingBytes >= writeSizeBytes) this.flush();
	}

	/** Writes what is pending and lets go of the file. */
	close(): void {
		try {
			this.flush();
		} finally {
			closeSync(this.descriptor);
		}
	}

	private flush(): void {
		const bytes = Buffer.concat(this.pending);
		this.pending = [];
		this.pendingBytes = 0;
		for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at);
	}
}
