import { basename } from 'node:path';
import type { Clock } from '../base/clock';
import { HumanError } from '../base/errors';
import { sameEndpoint, toEndpoint, type Endpoint } from '../domain/endpoint';
import { redactUrl } from '../domain/redaction';
import type { Machine } from '../net/machine/machine';
import type { Capture } from '../store/capture';
import type { CaptureStore } from '../store/captureStore';
import type { InspectorApi, StreamSession } from './api';
import type { CaptureFolder } from './capture/captureFolder';
import { captureLimits } from './capture/captureSettings';
import { LiveStream } from './liveStream';
import { loadOnDemand } from './loadOnDemand';
import { liveSource, type PanelSource } from './panel/panelSource';
import type { Panels } from './panel/panels';
import type { Report } from './report';
import { Resolution, type ResolutionPorts } from './secret/resolution';

interface OpenStream {
	readonly stream: LiveStream;
	readonly source: PanelSource;
}

/** The streams of this window: connects, finds the one for an endpoint, and ends them all. */
export class Streams implements InspectorApi {
	private open: OpenStream[] = [];
	/** The user is being asked for what their endpoints lack: who connects meanwhile waits as well. */
	private starting: { readonly endpoint: Endpoint; readonly opened: Promise<OpenStream> }[] = [];
	/** Ended and without a panel: their captures can be queried until the window closes. */
	private readonly retired: LiveStream[] = [];

	constructor(
		private readonly store: CaptureStore,
		private readonly folder: CaptureFolder,
		private readonly panels: Panels,
		private readonly clock: Clock,
		private readonly machine: Machine,
		private readonly report: Report,
		private readonly resolving: ResolutionPorts,
	) {
		panels.onDidClose(source => this.panelClosed(source));
		resolving.secrets.onDidChange(id => {
			for (const { stream } of this.open) report.guard(stream.secretChanged(id));
		});
	}

	get sessions(): readonly StreamSession[] {
		return this.open
			.filter(({ stream, source }) => !stream.isEnded || this.panels.has(source))
			.map(({ stream }) => stream);
	}

	/** As in the API: a session that has ended stays as it is, and a new one begins. */
	async connect(
		endpoint: string | Endpoint,
		{ reveal = true }: { reveal?: boolean } = {},
	): Promise<StreamSession> {
		const wanted = toEndpoint(endpoint);
		const running = this.find(wanted).find(({ stream }) => !stream.isEnded);
		const { stream, source } = running ?? (await this.startOnce(wanted));
		if (reveal) this.panels.show(source);
		return stream;
	}

	/** As the user means it: the panel that is there for the endpoint goes on. */
	async connectOrResume(endpoint: string | Endpoint): Promise<StreamSession> {
		const wanted = toEndpoint(endpoint);
		const shown = this.find(wanted).findLast(({ source }) => this.panels.has(source));
		if (shown === undefined || !shown.stream.isEnded) return this.connect(wanted);
		this.panels.show(shown.source);
		await shown.stream.reconnect();
		return shown.stream;
	}

	/** Ends every connection. Captures whose panel is open stay on disk, for the panel to come back to. */
	async end(): Promise<void> {
		const open = this.open;
		this.open = [];
		await Promise.all([
			...open.map(async ({ stream, source }) => {
				if (this.panels.has(source)) await stream.suspend();
				else await stream.discard();
			}),
			...this.retired.map(stream => stream.discard()),
		]);
	}

	private find(endpoint: Endpoint): OpenStream[] {
		return this.open.filter(({ stream }) => sameEndpoint(stream.endpoint, endpoint));
	}

	private startOnce(endpoint: Endpoint): Promise<OpenStream> {
		const found = this.starting.find(one => sameEndpoint(one.endpoint, endpoint));
		if (found !== undefined) return found.opened;
		const opened = this.start(endpoint).finally(() => {
			this.starting = this.starting.filter(one => one.opened !== opened);
		});
		this.starting.push({ endpoint, opened });
		return opened;
	}

	private async start(endpoint: Endpoint): Promise<OpenStream> {
		const resolution = new Resolution(endpoint, this.resolving);
		const resolved = await resolution.resolve();
		const file = this.folder.newFile();
		const about = {
			name: endpoint.name,
			url: redactUrl(endpoint.url),
			...(endpoint.method !== undefined && { method: endpoint.method }),
		};
		const capture = await this.store.create(file, about, captureLimits());
		const { Session } = await loadOnDemand();
		const session = new Session(resolved, capture, {
			clock: this.clock,
			machine: this.machine,
			report: error => this.report.show(error),
		});
		const stream = new LiveStream(endpoint, capture, session, resolution);
		this.reportWhenKeepingStops(capture);
		const opened = { stream, source: liveSource(stream, basename(file), this.clock) };
		this.open.push(opened);
		session.start();
		return opened;
	}

	/** A full disk cannot hold an entry that says so. The stream goes on, and so does the user's work. */
	private reportWhenKeepingStops(capture: Capture): void {
		const watching = capture.onDidProgress(({ keepingStopped }) => {
			if (keepingStopped === undefined) return;
			watching.dispose();
			this.report.show(new HumanError(keepingStopped));
		});
	}

	private panelClosed(source: PanelSource): void {
		const closed = this.open.find(one => one.source === source);
		if (closed === undefined) return;
		this.open = this.open.filter(one => one !== closed);
		this.report.guard(closed.stream.discard());
	}
}
