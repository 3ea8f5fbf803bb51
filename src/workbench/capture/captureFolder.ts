import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import { isCaptureName, newCaptureName } from '../../store/catalogue/captureName';

/**
 * Where captures live, one SQLite file each: in one folder for all windows of this machine, whichever
 * workspace they have open. Where that cannot be written, in one that lasts as long as the window.
 */
export class CaptureFolder {
	private temporary: Promise<string> | undefined;

	/** @param tell Shows the user, once, that captures will not outlive the window, and why. */
	constructor(
		readonly path: string,
		private readonly tell: (error: HumanError) => void,
	) {}

	/**
	 * Makes a capture.
	 * @param make Makes it in a file that does not exist yet, and its folder with it.
	 * @throws HumanError if there is no place for it on this machine.
	 */
	async create<T>(make: (file: string) => Promise<T>): Promise<T> {
		if (this.temporary === undefined) {
			try {
				return await make(join(this.path, newCaptureName()));
			} catch (error) {
				if (!(error instanceof HumanError)) throw error;
				const folder = this.makeTemporary();
				await folder;
				this.tell(
					new HumanError(
						l10n.t(
							'Captures cannot be kept: {0} They are held in a temporary folder until this window closes.',
							error.message,
						),
						{ cause: error },
					),
				);
			}
		}
		return make(join(await this.makeTemporary(), newCaptureName()));
	}

	/** The file of a capture by its name, which comes from a webview: nothing outside the folder. */
	fileNamed(name: string): string | undefined {
		return isCaptureName(name) ? join(this.path, name) : undefined;
	}

	/** Whether it outlives the window, and is listed. */
	contains(file: string): boolean {
		return dirname(file) === this.path;
	}

	/** What was only held goes. */
	async end(): Promise<void> {
		const folder = await this.temporary?.catch(() => undefined);
		if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => {});
	}

	private makeTemporary(): Promise<string> {
		this.temporary ??= mkdtemp(join(tmpdir(), 'event-stream-captures-'));
		return this.temporary;
	}
}
