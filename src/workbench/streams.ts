import { basename } from 'node:path';
import type { Clock } from '../base/clock';
import { Emitter } from '../base/emitter';
import { HumanError } from '../base/errors';
import { sameEndpoint, toEndpoint, type Endpoint } from '../domain/endpoint';
import { redactUrl } from '../domain/redaction';
import type { Machine } from '../net/machine/machine';
import type { Capture } from '../store/capture';
import type { CaptureStore } from '../store/captureStore';
import type { InspectorApi, StreamSession } from './api';
import type { CaptureFolder } from './capture/captureFolder';
import type { CaptureLibrary } from './capture/captureLibrary';
import type { RememberedEndpoints } from './capture/rememberedEndpoints';
import { captureLimits } from './capture/captureSettings';
import type { LiveStream } from './liveStream';
import { loadOnDemand } from './loadOnDemand';
import { liveSource, type PanelSource } from './panel/panelSource';
import type { Panels } from './panel/panels';
import type { Report } from './report';
import { Resolution, type ResolutionPorts } from './secret/resolution';

/** A stream, and what a panel of it shows. */
export interface OpenStream {
	readonly stream: LiveStream;
	readonly source: PanelSource;
}

/** The streams of this window: connects, finds the one for an endpoint, and ends them all. */
export class Streams implements InspectorApi {
	private open: OpenStream[] = [];
	/** The user is being asked for what their endpoints lack: who connects meanwhile waits as well. */
	private starting: { readonly endpoint: Endpoint; readonly opened: Promise<OpenStream> }[] = [];
	private readonly changed = new Emitter<void>();
	/** One came or went, has another state, or another endpoint. */
	readonly onDidChange = this.changed.event;

	constructor(
		private readonly store: CaptureStore,
		private readonly folder: CaptureFolder,
		private readonly panels: Panels,
		private readonly clock: Clock,
		private readonly machine: Machine,
		private readonly report: Report,
		private readonly resolving: ResolutionPorts,
		private readonly library: CaptureLibrary,
		private readonly remembered: RememberedEndpoints,
	) {
		panels.onDidClose(source => this.panelClosed(source));
		resolving.secrets.onDidChange(id => {
			for (const { stream } of this.open) report.guard(stream.secretChanged(id));
		});
	}

	get sessions(): readonly StreamSession[] {
		return this.all.map(({ stream }) => stream);
	}

	/** Those whose panel is open, and those without a panel that still run. */
	get all(): readonly OpenStream[] {
		return this.open.filter(({ stream, source }) => !stream.isEnded || this.panels.has(source));
	}

	/** As in the API: a session that has ended stays as it is, and a new one begins. */
	async connect(
		endpoint: string | Endpoint,
		{ reveal = true }: { reveal?: boolean } = {},
	): Promise<StreamSession> {
		const wanted = toEndpoint(endpoint);
		const running = this.find(wanted).find(({ stream }) => !stream.isEnded);
		const { stream, source } = running ?? (await this.startOnce(wanted));
		if (reveal) await this.panels.show(source);
		return stream;
	}

	/** As the user means it: the panel that is there for the endpoint goes on. */
	async connectOrResume(endpoint: string | Endpoint): Promise<StreamSession> {
		const wanted = toEndpoint(endpoint);
		const shown = this.find(wanted).findLast(({ source }) => this.panels.has(source));
		if (shown === undefined || !shown.stream.isEnded) return this.connect(wanted);
		await this.panels.show(shown.source);
		await shown.stream.reconnect();
		return shown.stream;
	}

	/** Shows a stream: brings its panel to the front, or makes one. */
	async show({ source }: OpenStream): Promise<void> {
		await this.panels.show(source);
	}

	/**
	 * Connects to the endpoint of a capture that a panel shows, from an event ID on; the panel then shows the
	 * new stream. If the endpoint has one that runs, that is shown.
	 */
	async goOn(shown: PanelSource, endpoint: Endpoint, lastEventId: string): Promise<void> {
		const running = this.find(endpoint).find(({ stream }) => !stream.isEnded);
		const { source } = running ?? (await this.start(endpoint, lastEventId));
		await this.panels.replace(shown, source);
	}

	/** Ends a stream, closes its panel and deletes its capture. */
	async discard({ stream, source }: OpenStream): Promise<void> {
		this.open = this.open.filter(one => one.stream !== stream);
		this.panels.close(source);
		this.changed.fire();
		await stream.discard();
		this.library.noteChange();
	}

	/** Another endpoint takes the place of the one that a stream was asked for. */
	noteEndpointChange(): void {
		this.changed.fire();
	}

	/** Ends every connection. Captures stay on disk. */
	async end(): Promise<void> {
		const open = this.open;
		this.open = [];
		await Promise.all(open.map(({ stream }) => stream.suspend()));
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

	private async start(endpoint: Endpoint, lastEventId?: string): Promise<OpenStream> {
		const resolution = new Resolution(endpoint, this.resolving);
		const resolved = await resolution.resolve();
		const about = {
			name: endpoint.name,
			url: redactUrl(endpoint.url),
			...(endpoint.method !== undefined && { method: endpoint.method }),
		};
		const limits = captureLimits();
		const capture = await this.folder.create(file => this.store.create(file, about, limits));
		const name = basename(capture.file);
		const { LiveStream: Live, Session, withoutLiteralSecrets } = await loadOnDemand();
		this.remembered.remember(name, withoutLiteralSecrets(endpoint).endpoint);
		const session = new Session(resolved, capture, {
			clock: this.clock,
			machine: this.machine,
			report: error => this.report.show(error),
		});
		const stream = new Live(endpoint, capture, session, resolution);
		this.reportWhenKeepingStops(capture);
		const opened = { stream, source: liveSource(stream, name, this.clock) };
		this.open.push(opened);
		stream.onDidChangeState(() => this.changed.fire());
		if (lastEventId !== undefined) session.editLastEventId(lastEventId);
		session.start();
		this.changed.fire();
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
		this.changed.fire();
		const letGo = closed.stream.suspend().then(() => this.library.noteChange());
		this.report.guard(letGo);
	}
}
