import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../base/clock';
import { MutableDisposable, type Disposable } from '../../base/disposable';
import { demoFeed, type FeedStep } from './demoFeed';

const retryMs = 2000;
/** How long connections last, to show what a client makes of their end. */
const firstCutMs = 25_000;
const laterCutMs = 45_000;
/** Events that a client which comes back can still get. */
const memory = 1000;
/** A client that is that far behind is let go. */
const maxBehindBytes = 1_000_000;

/**
 * A stream to look at, on 127.0.0.1, for whoever knows its path. Goes on where a client left off, by
 * `Last-Event-ID`, and cuts the connection now and then so that one sees it.
 */
export class DemoServer implements Disposable {
	private readonly path = `/demo/${randomBytes(16).toString('hex')}`;
	private readonly nextStep = new MutableDisposable();
	private readonly feed: Generator<FeedStep, never>;
	/** Who listens, each with what will cut the connection. */
	private readonly clients = new Map<ServerResponse, Disposable>();
	/** The events that were sent last, in order. */
	private sent: FeedStep[] = [];
	/** Events since nobody listens. */
	private unheard = 0;
	private isFeeding = false;
	private connections = 0;

	private constructor(
		private readonly server: Server,
		private readonly clock: Clock,
	) {
		this.feed = demoFeed(clock.now());
		server.on('request', (request, response) => this.answer(request, response));
		// Nothing of a page that is refused is worth reading.
		server.on('clientError', (_error, socket) => socket.destroy());
	}

	/**
	 * Listens on a free port.
	 * @throws NodeJS.ErrnoException if there is none.
	 */
	static async start(clock: Clock): Promise<DemoServer> {
		const server = createServer();
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(0, '127.0.0.1', resolve);
		});
		return new DemoServer(server, clock);
	}

	/** Of the stream. */
	get url(): string {
		return `http://${this.host}${this.path}`;
	}

	/** Ends every connection and listens no more. */
	dispose(): void {
		this.nextStep.dispose();
		for (const cutting of this.clients.values()) cutting.dispose();
		this.server.close();
		this.server.closeAllConnections();
	}

	private get host(): string {
		return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	private answer(request: IncomingMessage, response: ServerResponse): void {
		response.on('error', () => response.destroy());
		const refusal = this.refusal(request);
		if (refusal === undefined) {
			this.open(request, response);
			return;
		}
		response.writeHead(refusal, { 'Content-Type': 'text/plain', Connection: 'close' });
		response.end('This stream is for Event Stream Inspector alone.\n');
	}

	/** The status for who is not the inspector: a page in a browser, by whatever name it knows us. */
	private refusal({ headers, method, url }: IncomingMessage): number | undefined {
		// A page whose name was made to mean 127.0.0.1 still sends that name.
		if (headers.host !== this.host) return 421;
		if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) return 403;
		if (url !== this.path) return 404;
		return method === 'GET' ? undefined : 405;
	}

	private open(request: IncomingMessage, response: ServerResponse): void {
		response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
		response.write(`retry: ${retryMs}\n\n`);
		const last = Number(request.headers['last-event-id'] ?? Number.NaN);
		const missed = this.sent.filter(({ id = 0 }) => id > last);
		const isKnown = this.sent.some(({ id }) => id === last);
		if (isKnown) response.write(missed.map(({ text }) => text).join(''));
		this.unheard = 0;
		const cutAfterMs = this.connections++ === 0 ? firstCutMs : laterCutMs;
		const cutting = this.clock.schedule(cutAfterMs, () => this.cut(response));
		this.clients.set(response, cutting);
		response.on('close', () => {
			cutting.dispose();
			this.clients.delete(response);
		});
		if (!this.isFeeding) this.goOn();
	}

	/** In the middle of an event, as a broken network would. The client gets it whole when it is back. */
	private cut(response: ServerResponse): void {
		this.clients.delete(response);
		response.write('event: trade\ndata: {"symbol":"ACME","pri');
		// A reset overtakes what the client has not read yet.
		const breaking = this.clock.schedule(200, () => response.socket?.resetAndDestroy());
		response.on('close', () => breaking.dispose());
	}

	/** Sends the next piece when it is due; stops when nobody could get what is sent any more. */
	private goOn(): void {
		const step = this.feed.next().value;
		this.isFeeding = true;
		this.nextStep.value = this.clock.schedule(step.delayMs, () => {
			this.send(step);
			this.isFeeding = this.clients.size > 0 || this.unheard < memory;
			if (this.isFeeding) this.goOn();
		});
	}

	private send(step: FeedStep): void {
		if (step.id !== undefined) {
			this.sent.push(step);
			if (this.sent.length > 2 * memory) this.sent = this.sent.slice(-memory);
			if (this.clients.size === 0) this.unheard++;
		}
		for (const client of this.clients.keys()) {
			client.write(step.text);
			if (client.writableLength > maxBehindBytes) client.destroy();
		}
	}
}
