import * as l10n from '@vscode/l10n';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { addressText } from '../failure/addressText';
import type { ProxyNews } from './proxyNews';
import { serverCertificate, type ServerCertificate } from '../tls/tlsFacts';

/** A connection that has been silent for so long, in ms, is asked whether it is still there. */
const keepAliveAfterMs = 30_000;

/**
 * Remembers who is at the two ends of a socket: a socket that failed does not know any more. Has the
 * system ask whether the other end is still there.
 */
export class PeerWatch {
	/** What stands between; absent where nothing does, or nobody said so. */
	proxy: ProxyNews | undefined;
	private address: string | undefined;
	private ownAddress: string | undefined;
	private shown: ServerCertificate | undefined;

	/** `address:port`, once connected. */
	get remoteAddress(): string | undefined {
		return this.address;
	}

	/** The other end as a failure names it. */
	get name(): string | undefined {
		return this.proxy === undefined ? this.address : l10n.t`proxy ${this.proxy.name}`;
	}

	/** The network address of this end, once connected. */
	get localAddress(): string | undefined {
		return this.ownAddress;
	}

	/** What the server showed, also if it did not verify. */
	get certificate(): ServerCertificate | undefined {
		return this.shown;
	}

	watch(socket: Socket, now: () => number): void {
		const connected = () => {
			if (socket.remoteAddress === undefined) return;
			this.address = addressText(socket.remoteAddress, socket.remotePort);
			this.ownAddress = socket.localAddress;
			// Then the system asks once a second, ten times, and gives the connection up. Set any earlier,
			// the time would be libuv's own, a minute.
			socket.setKeepAlive(true, keepAliveAfterMs);
		};
		if (socket.connecting) socket.once('connect', connected);
		else connected();
		if (!('getPeerCertificate' in socket)) return;
		// Node emits `secure` when the handshake is complete, then verifies, and a certificate that
		// does not verify is gone with the socket before `error`. So we look first. Node does not
		// document that event: should it go, the words of the failure lose the names, no more.
		socket.prependOnceListener('secure', () => {
			this.shown = serverCertificate(socket as TLSSocket, now());
		});
	}
}
