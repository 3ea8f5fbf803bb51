import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import type { Entry } from '../../domain/entry';
import type { CaptureAbout } from '../file/captureFile';
import { Keeper } from '../file/keeper';

const entriesPerCommit = 4096;
const bytesPerCommit = 4_194_304;

/** Makes a capture of entries that come from elsewhere. Their bytes are not there. */
export class CaptureBuilder {
	private readonly keeper: Keeper;
	private attempt: number | undefined;
	private bodyEnd = 0;
	private pendingEntries = 0;
	private pendingBytes = 0;

	/** @throws HumanError if the file cannot be made. */
	constructor(
		file: string,
		private readonly about: CaptureAbout,
	) {
		this.keeper = new Keeper(file, about, {});
	}

	/**
	 * Adds an entry. Numbers have no holes: they begin with that of the first entry, and count on.
	 * @throws HumanError if it cannot be kept.
	 */
	add(entry: Entry): void {
		const { keeper } = this;
		if (this.attempt === undefined) keeper.startAt(entry.seq);
		if (entry.attempt !== this.attempt) keeper.begin(entry.attempt, this.bodyEnd);
		this.attempt = entry.attempt;
		if (entry.offset !== undefined) this.bodyEnd = entry.offset + entry.size;
		keeper.add({ ...entry, seq: keeper.nextSeq });
		this.pendingBytes += entry.data.length;
		if (++this.pendingEntries < entriesPerCommit && this.pendingBytes < bytesPerCommit) return;
		this.commit();
	}

	/** @throws HumanError if not all could be kept. */
	finish(): CaptureAbout {
		this.keeper.complete(importedWords(this.about.name));
		this.commit();
		return this.about;
	}

	/** Lets go of the file. */
	close(): void {
		this.keeper.close();
	}

	private commit(): void {
		this.keeper.commit();
		this.pendingEntries = 0;
		this.pendingBytes = 0;
		const { keepingStopped } = this.keeper;
		if (keepingStopped === undefined) return;
		throw new HumanError(l10n.t`The file could not be imported. ${keepingStopped}`);
	}
}

/** How a capture of a file with that name ended. */
export function importedWords(name: string): string {
	return l10n.t`imported from ${name}`;
}
