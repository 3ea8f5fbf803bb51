import * as l10n from '@vscode/l10n';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { HumanError } from '../../base/errors';
import type { TlsMaterial } from '../../domain/tlsFields';
import { failureOf } from '../failure/failures';
import { hostOf } from '../failure/peerWords';
import { proxyNews, type ProxyNews } from '../exchange/proxyNews';
import { dateText, distinguishedName } from './tlsFacts';
import { tlsOptions } from './tlsOptions';

/** Nobody waits longer for a certificate, in ms. */
const patienceMs = 20_000;

/** A certificate as it is shown to a person who is to decide about it. */
export interface ShownCertificate {
	/** Distinguished names and dates, in words. */
	readonly subject: string;
	readonly issuer: string;
	readonly validFrom: string;
	readonly validTo: string;
	/** SHA-256, in hexadecimal pairs with colons. */
	readonly fingerprint: string;
	/** Host names it is for, without patterns. */
	readonly hosts: readonly string[];
	readonly pem: string;
}

/**
 * The certificates that the server of `url` shows, its own first, each signed by the next; verified by
 * nobody. Goes the way that requests go, through a proxy if there is one, and sends no request.
 * @throws HumanError if there is no way to them.
 */
export function serverChain(
	url: URL,
	tls: TlsMaterial | undefined,
): Promise<readonly [ShownCertificate, ...ShownCertificate[]]> {
	return new Promise((resolve, reject) => {
		let proxy: ProxyNews | undefined;
		const request = https.request({
			hostname: hostOf(url),
			...(url.port !== '' && { port: Number(url.port) }),
			headers: { Host: url.host },
			agent: false,
			signal: AbortSignal.timeout(patienceMs),
			...tlsOptions({ ...tls, verify: false }),
		});
		const fail = (error: unknown) => {
			request.destroy();
			const { title, advice } = failureOf(error, { url, proxy, hasAnswered: false }).report;
			reject(new HumanError(l10n.t`${title}. ${advice}`, { cause: error }));
		};
		const take = (socket: TLSSocket) => {
			const chain = chainOf(socket.getPeerCertificate(true)).map(shown);
			const [own, ...others] = chain;
			if (own === undefined) return fail(new Error(l10n.t('the server showed no certificate')));
			request.destroy();
			resolve([own, ...others]);
		};
		request.on('proxy', (told: unknown) => (proxy = proxyNews(told)));
		request.on('error', fail);
		request.on('socket', (socket: Socket) => {
			// What is not encrypted brings the refusal of a proxy.
			if (!('getPeerCertificate' in socket))
				fail(new Error(l10n.t('the proxy made no connection')));
			else socket.once('secureConnect', () => take(socket as TLSSocket));
		});
	});
}

function chainOf(own: DetailedPeerCertificate): DetailedPeerCertificate[] {
	if (!own?.raw) return [];
	const chain = [own];
	for (let next = own.issuerCertificate; next?.raw; next = next.issuerCertificate) {
		if (chain.some(({ fingerprint256 }) => fingerprint256 === next.fingerprint256)) break;
		chain.push(next);
	}
	return chain;
}

function shown(certificate: DetailedPeerCertificate): ShownCertificate {
	const { subject, issuer, valid_from, valid_to, fingerprint256, subjectaltname, raw } =
		certificate;
	const lines = raw.toString('base64').match(/.{1,64}/g) ?? [];
	return {
		subject: distinguishedName(subject),
		issuer: distinguishedName(issuer),
		validFrom: dateText(valid_from),
		validTo: dateText(valid_to),
		fingerprint: fingerprint256,
		hosts: [...(subjectaltname ?? '').matchAll(/\bDNS:([\w.-]+)(?=,|$)/g)].map(
			([, name]) => name ?? '',
		),
		pem: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
	};
}
