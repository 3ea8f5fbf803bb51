import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { addressText } from './addressText';
import { serverCertificate, type ServerCertificate } from './tlsFacts';

/** Remembers who is at the other end of a socket: a socket that failed does not know any more. */
export class PeerWatch {
	private address: string | undefined;
	private shown: ServerCertificate | undefined;

	/** `address:port`, once connected. */
	get remoteAddress(): string | undefined {
		return this.address;
	}

	/** What the server showed, also if it did not verify. */
	get certificate(): ServerCertificate | undefined {
		return this.shown;
	}

	watch(socket: Socket, now: () => number): void {
		const noteAddress = () => {
			if (socket.remoteAddress === undefined) return;
			this.address = addressText(socket.remoteAddress, socket.remotePort);
		};
		noteAddress();
		socket.once('connect', noteAddress);
		if (!('getPeerCertificate' in socket)) return;
		// Node emits `secure` when the handshake is complete, then verifies, and a certificate that
		// does not verify is gone with the socket before `error`. So we look first. Node does not
		// document that event: should it go, the words of the failure lose the names, no more.
		socket.prependOnceListener('secure', () => {
			this.shown = serverCertificate(socket as TLSSocket, now());
		});
	}
}
