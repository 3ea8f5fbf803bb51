import { hasRedactedUrl, redactedHeaders } from '../../domain/detailsRedaction';
import type { Entry } from '../../domain/entry';
import type { LeftOut } from './exchangeMessages';

/** Notes what is left out of the entries that are written, because it is secret. */
export class RedactionTally {
	private readonly names = new Set<string>();
	private hasUrl = false;

	note({ details }: Entry): void {
		if (details === undefined) return;
		for (const name of redactedHeaders(details)) this.names.add(name);
		this.hasUrl ||= hasRedactedUrl(details);
	}

	get report(): LeftOut {
		return { redactedHeaders: [...this.names].sort(), hasRedactedUrl: this.hasUrl };
	}
}
