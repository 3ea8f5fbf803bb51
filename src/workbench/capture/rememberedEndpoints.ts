import type * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { toEndpoint, type Endpoint } from '../../domain/endpoint';
import { redacted, redactUrl } from '../../domain/redaction';
import type { CaptureAbout } from '../../store/file/captureFile';

const key = 'captureEndpoints';
const maxEndpoints = 100;

/**
 * What captures can be connected to again: kept by VS Code on this machine, beside the captures and not in
 * them, since those are passed on. Without secrets, which are asked for again.
 */
export class RememberedEndpoints {
	constructor(
		private readonly memento: vscode.Memento,
		/** Those in settings that can be used. */
		private readonly saved: () => readonly Endpoint[],
	) {}

	/** @param endpoint Without literal secrets. */
	remember(capture: string, endpoint: Endpoint): void {
		const others = this.all.filter(([name]) => name !== capture);
		// What is lost if this fails is a convenience; VS Code logs it.
		void this.memento.update(key, [...others, [capture, endpoint]].slice(-maxEndpoints));
	}

	/**
	 * The endpoint of a capture: as it stands in settings now, else as it was, else its URL; `undefined` if
	 * that is not enough.
	 */
	find(capture: string, { name, url, method = 'GET' }: CaptureAbout): Endpoint | undefined {
		const isIt = (one: Endpoint) => redactUrl(one.url) === url && (one.method ?? 'GET') === method;
		const saved = this.saved().find(one => one.name === name && isIt(one));
		if (saved !== undefined) return saved;
		const remembered = this.all.find(([file]) => file === capture)?.[1];
		const isWhole = method === 'GET' && !url.includes(redacted);
		try {
			if (remembered !== undefined) return toEndpoint(remembered);
			return isWhole ? toEndpoint({ name, url }) : undefined;
		} catch (error) {
			if (error instanceof HumanError) return undefined;
			throw error;
		}
	}

	private get all(): readonly (readonly [string, unknown])[] {
		const stored = this.memento.get<unknown>(key);
		return Array.isArray(stored) ? (stored as [string, unknown][]) : [];
	}
}
