import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { urlProblem } from '../../domain/endpointUrl';

const key = 'clipboardIsSilent';
/** Longer than reading takes on a busy machine, shorter than a warning stays. */
const promptMs = 5000;
const maxUrlLength = 2000;

/** What is on the clipboard: a URL, or other text that is looked for there unasked. */
export class ClipboardUrl {
	constructor(
		private readonly memento: vscode.Memento,
		private readonly clock: Clock,
	) {}

	/** The URL, if there is one. May take long, or for ever: nobody should wait for it. */
	async read(): Promise<string | undefined> {
		const text = (await this.readText()).trim();
		return text.length <= maxUrlLength && urlProblem(text) === undefined ? text : undefined;
	}

	/** The text; empty where it cannot be read. May take long, or for ever. */
	async readText(): Promise<string> {
		const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
		if (isWeb && this.memento.get<boolean>(key) === true) return '';
		// In a browser that does not grant it, VS Code warns, and answers when the warning is closed.
		// Then this was the last time that we asked.
		if (isWeb) await this.memento.update(key, true);
		const askedAt = this.clock.now();
		const text = await vscode.env.clipboard.readText();
		const wasGranted = text.trim() !== '' || this.clock.now() - askedAt < promptMs;
		if (isWeb && wasGranted) await this.memento.update(key, undefined);
		return text;
	}
}
