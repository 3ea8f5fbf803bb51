import { isIP } from 'node:net';
import { checkServerIdentity, getCACertificates, type ConnectionOptions } from 'node:tls';
import type { TlsMaterial } from '../../domain/tlsFields';
import type { OutgoingRequest } from '../exchange/outgoingRequest';
import { hostOf } from '../failure/peerWords';

/**
 * A server without a name is known by its address. Through a tunnel Node has forgotten that, and would
 * be content with a certificate for `localhost`.
 */
export function addressIdentity({
	url,
	headers,
	tls,
}: Pick<OutgoingRequest, 'url' | 'headers' | 'tls'>): ConnectionOptions {
	const host = hostOf(url);
	// Node takes the name in that header for the server's.
	const isNamed = headers.some(([name, value]) => /^host$/i.test(name) && value !== url.host);
	if (isIP(host) === 0 || isNamed || tls?.serverName !== undefined) return {};
	return { checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate) };
}

/** They belong on the request itself: those of an agent are lost where VS Code puts its own in its place. */
export function tlsOptions(tls: TlsMaterial): ConnectionOptions {
	const { verify, ca, cert, key, passphrase, serverName } = tls;
	return {
		...(verify === false && { rejectUnauthorized: false }),
		// A server's own certificate, or one in the middle of its chain, can be trusted as well.
		...(ca && { ca: withTheUsual(ca), allowPartialTrustChain: true }),
		...(cert !== undefined && { cert, key }),
		...(passphrase !== undefined && { passphrase }),
		...(serverName !== undefined && { servername: serverName }),
	};
}

/**
 * Node takes `ca` in place of its own authorities, and VS Code adds those of the system only where
 * there is no `ca`. A person adds one to all of them.
 */
function withTheUsual(ca: readonly string[]): string[] {
	return [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...ca])];
}
