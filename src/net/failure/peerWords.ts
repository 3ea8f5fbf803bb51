import { addressText } from './addressText';

/** `host:port` of a URL, the port also where it is the scheme's own. */
export function hostAndPort(url: URL): string {
	return addressText(
		hostOf(url),
		url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
	);
}

/** The host of a URL, an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, '');
}
