import type * as vscode from 'vscode';
import { displayUrl } from '../../domain/endpointUrl';
import { redactUrl } from '../../domain/redaction';

const key = 'recentUrls';
const maxUrls = 10;

/** URLs that were typed, latest first. Kept by VS Code on this machine, without user names and passwords. */
export class RecentUrls {
	constructor(private readonly memento: vscode.Memento) {}

	get all(): readonly string[] {
		const stored = this.memento.get<unknown>(key);
		return Array.isArray(stored) ? stored.filter(url => typeof url === 'string') : [];
	}

	/** A URL with a parameter that is named like a secret is not remembered. */
	async add(url: string): Promise<void> {
		const clean = displayUrl(url);
		if (redactUrl(clean) !== clean) return;
		const urls = [clean, ...this.all.filter(other => other !== clean)];
		await this.memento.update(key, urls.slice(0, maxUrls));
	}

	async remove(url: string): Promise<void> {
		await this.memento.update(
			key,
			this.all.filter(other => other !== url),
		);
	}
}
