import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Captures that a crash or a closed window left behind are kept this long. */
const leftoverMs = 7 * 24 * 60 * 60 * 1000;

/** Where captures live: one SQLite file each, until their panel is closed. */
export class CaptureFolder {
	constructor(private readonly path: string) {}

	/** The path of a file that does not exist yet; its folder is made with it. */
	newFile(): string {
		return join(this.path, `${randomBytes(8).toString('hex')}.sqlite`);
	}

	/** The file of a capture by its name, which comes from a webview: nothing outside the folder. */
	fileNamed(name: string): string | undefined {
		return /^[0-9a-f]{16}\.sqlite$/.test(name) ? join(this.path, name) : undefined;
	}

	contains(file: string): boolean {
		return dirname(file) === this.path;
	}

	/** Deletes what nobody came back for. */
	async sweep(nowMs: number): Promise<void> {
		const names = await readdir(this.path).catch(() => []); // none was ever made
		for (const name of names) {
			const file = join(this.path, name);
			const info = await stat(file).catch(() => undefined);
			if (info?.isFile() === true && nowMs - info.mtimeMs > leftoverMs) {
				// One that cannot be deleted now is tried again in the next window.
				await rm(file, { force: true }).catch(() => {});
			}
		}
	}
}
