import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { isRecord } from '../../base/isRecord';
import type { TlsRemedy } from '../../domain/failure';
import type { TlsFields } from '../../domain/tlsFields';
import { serverChain, type ShownCertificate } from '../../net/tls/serverChain';
import type { LiveStream } from '../liveStream';
import { editEndpoints, goodEndpoints } from '../endpoint/savedEndpoints';
import { updateSavedEndpoint } from '../endpoint/saveEndpoint';

type Way =
	| { readonly type: 'trust' }
	| { readonly type: 'rename'; readonly host: string }
	| { readonly type: 'skip' }
	| { readonly type: 'edit' };

/** A certificate can be for hundreds of hosts. */
const maxHosts = 10;

/**
 * Lets the user decide about a certificate that did not verify: what the endpoint's `tls` is to say of
 * it from now on. Then connects again.
 * @throws HumanError if the certificate cannot be fetched, or the settings cannot be written.
 */
export async function mendTls(stream: LiveStream, userSettings: vscode.Uri): Promise<void> {
	const put = (change: (tls: TlsFields) => TlsFields) => apply(stream, change, userSettings);
	const remedy = stream.session.failure?.tlsRemedy;
	const way = remedy && (await pickWay(stream, remedy));
	switch (way?.type) {
		case undefined:
			return;
		case 'trust': {
			const pem = await confirmed(stream, (await chainOf(stream)).at(-1));
			if (pem === undefined) return;
			return put(tls => ({ ...tls, ca: [...[tls.ca ?? []].flat(), pem] }));
		}
		case 'rename':
			return put(tls => ({ ...tls, serverName: way.host }));
		case 'skip':
			return put(tls => ({ ...tls, verify: false }));
		case 'edit':
			return editEndpoints();
		default:
			return assertNever(way);
	}
}

async function pickWay(stream: LiveStream, remedy: TlsRemedy): Promise<Way | undefined> {
	const { l10n } = vscode;
	const saved = isSaved(stream);
	const items: (vscode.QuickPickItem & { readonly way: Way })[] = [];
	if (remedy === 'trust') {
		items.push({
			label: l10n.t('Trust This Certificate…'),
			detail: l10n.t('Shows what it is, and whose, before it counts.'),
			way: { type: 'trust' },
		});
	}
	if (remedy === 'rename') {
		for (const host of (await chainOf(stream))[0].hosts.slice(0, maxHosts)) {
			items.push({
				label: l10n.t('Expect “{0}”', host),
				detail: l10n.t('The server is asked for that name, and its certificate must be for it.'),
				way: { type: 'rename', host },
			});
		}
	}
	items.push({
		label: l10n.t('Connect without Verifying'),
		detail: l10n.t('Anybody on the way can read and change what is sent, keys included.'),
		way: { type: 'skip' },
	});
	if (saved) items.push({ label: l10n.t('Edit Endpoint in Settings'), way: { type: 'edit' } });
	const picked = await vscode.window.showQuickPick(items, {
		title: l10n.t('Certificate of {0}', serverOf(stream).host),
		ignoreFocusOut: true,
		placeHolder: saved
			? l10n.t('Is written to the settings of “{0}”', stream.endpoint.name)
			: l10n.t('Holds until this stream is closed, because its endpoint is not saved'),
	});
	return picked?.way;
}

/** The certificate as PEM, if the user wants it to be trusted. */
async function confirmed(
	stream: LiveStream,
	certificate: ShownCertificate | undefined,
): Promise<string | undefined> {
	if (certificate === undefined) return undefined;
	const { l10n } = vscode;
	const { subject, issuer, validFrom, validTo, fingerprint, pem } = certificate;
	const trust = l10n.t('Trust');
	const detail = [
		l10n.t('Subject: {0}', subject),
		subject === issuer ? l10n.t('Issuer: itself') : l10n.t('Issuer: {0}', issuer),
		l10n.t('Valid: {0} to {1}', validFrom, validTo),
		l10n.t('SHA-256: {0}', fingerprint),
		'',
		l10n.t(
			'Compare this fingerprint with the one that whoever runs the server tells you. What the certificate vouches for is trusted for this endpoint alone.',
		),
	];
	const answer = await vscode.window.showWarningMessage(
		l10n.t('Trust this certificate for {0}?', serverOf(stream).host),
		{ modal: true, detail: detail.join('\n') },
		trust,
	);
	return answer === trust ? pem : undefined;
}

function chainOf(stream: LiveStream) {
	const { tlsMaterial } = stream.session.endpoint;
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Fetching the certificate') },
		() => serverChain(serverOf(stream), tlsMaterial),
	);
}

/** In the settings where the endpoint stands; else for this stream. */
async function apply(
	stream: LiveStream,
	change: (tls: TlsFields) => TlsFields,
	userSettings: vscode.Uri,
): Promise<void> {
	const { endpoint } = stream;
	if (isSaved(stream)) {
		await updateSavedEndpoint(
			endpoint.name,
			fields => ({
				...fields,
				tls: change(isRecord(fields.tls) ? fields.tls : {}),
			}),
			userSettings,
		);
	}
	stream.change({ ...endpoint, tls: change(endpoint.tls ?? {}) });
	await stream.reconnect();
}

function isSaved({ endpoint }: LiveStream): boolean {
	return goodEndpoints().some(({ name, url }) => name === endpoint.name && url === endpoint.url);
}

const serverOf = (stream: LiveStream) => new URL(stream.session.endpoint.url);
