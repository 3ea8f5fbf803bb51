import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { MutableDisposable, type Disposable } from '../../base/disposable';
import type { StreamSession } from '../api';
import { loadOnDemand } from '../loadOnDemand';
import type { Panels } from '../panel/panels';
import type { Streams } from '../streams';
import type { DemoServer } from './demoServer';

/** The stream that is part of the extension, to try things with. Its server lives as long as its panel. */
export class DemoStream implements Disposable {
	private readonly server = new MutableDisposable<DemoServer>();
	private starting: Promise<StreamSession> | undefined;

	constructor(
		private readonly streams: Streams,
		private readonly clock: Clock,
		panels: Panels,
	) {
		panels.onDidClose(({ stream }) => {
			if (stream?.endpoint.url === this.server.value?.url) this.server.value = undefined;
		});
	}

	/** Shows the stream, and connects to it if it does not run. */
	start(): Promise<StreamSession> {
		this.starting ??= this.connect().finally(() => (this.starting = undefined));
		return this.starting;
	}

	/** Ends the server. */
	dispose(): void {
		this.server.dispose();
	}

	private async connect(): Promise<StreamSession> {
		const { DemoServer } = await loadOnDemand();
		this.server.value ??= await DemoServer.start(this.clock);
		const { url } = this.server.value;
		return this.streams.connectOrResume({ name: vscode.l10n.t('Demo Stream'), url });
	}
}
