import * as l10n from '@vscode/l10n';
import { HumanError } from '../../../base/errors';
import { CaptureWriter } from '../../captureWriter';
import { importedWords } from '../captureBuilder';
import type { Progress } from '../../progress';
import type { CaptureAbout } from '../../file/captureFile';
import type { ImportOrder } from '../exchangeMessages';
import type { ImportSource } from '../importSource';

const bytesPerCommit = 4_194_304;
/** What is looked at to tell a text. */
const probeBytes = 65_536;

/**
 * Reads the body of a stream as if it came in now. No file says when it did: all of it is as old as the
 * file.
 * @throws HumanError if it is no event stream, or cannot be kept.
 */
export function importSse(
	{ name, modified, chunks }: ImportSource,
	{ to }: ImportOrder,
): CaptureAbout {
	const about = { name, url: '' };
	const writer = new CaptureWriter(to, about);
	try {
		writer.begin(1, '');
		let isFirst = true;
		let pendingBytes = 0;
		for (const chunk of chunks()) {
			if (isFirst && isBinary(chunk.subarray(0, probeBytes))) {
				throw new HumanError(l10n.t`${name} is not text. An event stream is text in UTF-8.`);
			}
			isFirst = false;
			writer.write(chunk, modified);
			pendingBytes += chunk.length;
			if (pendingBytes < bytesPerCommit) continue;
			pendingBytes = 0;
			throwIfStopped(writer.commit());
		}
		writer.end(modified);
		throwIfStopped(writer.complete(importedWords(name)));
		return about;
	} finally {
		writer.close();
	}
}

function throwIfStopped({ keepingStopped }: Progress): void {
	if (keepingStopped === undefined) return;
	throw new HumanError(l10n.t`The file could not be imported. ${keepingStopped}`);
}

/** A NUL alone may be part of a stream, and so may bytes that are no UTF-8. */
function isBinary(bytes: Uint8Array): boolean {
	if (!bytes.includes(0)) return false;
	// A character may be cut at the end.
	return new TextDecoder().decode(bytes).slice(0, -1).includes('\ufffd');
}
