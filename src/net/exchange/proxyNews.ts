import { isRecord } from '../../base/isRecord';

/** What is known of the way through a proxy. */
export interface ProxyNews {
	/** `host:port`, without user name and password. */
	readonly name: string;
	/** Why there is no connection to the proxy, or none through it. */
	readonly error?: unknown;
}

/**
 * What VS Code says on a request by the event `proxy`: `{ proxy: 'PROXY user:password@host:port',
 * error? }`, or `DIRECT`. It does not document that; without it, words lose the name of the proxy.
 * @returns `undefined` where there is no proxy.
 */
export function proxyNews(told: unknown): ProxyNews | undefined {
	if (!isRecord(told) || typeof told.proxy !== 'string') return undefined;
	const target = /^(?:PROXY|HTTPS?|SOCKS\w*)\s+(\S+)/i.exec(told.proxy.trim())?.[1];
	if (target === undefined) return undefined;
	const name = target.replace(/^.*@/, '').replace(/\/.*$/, '');
	return { name, ...(told.error !== undefined && { error: told.error }) };
}
