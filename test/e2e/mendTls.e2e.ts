import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { becomes } from './eventually';
import { makeCertificate, type Certificate } from '../fixtures/certificates';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

const key = 'eventStreamInspector.endpoints';

describe('a certificate that did not verify', () => {
	let vscode: RealVSCode;
	let certificate: Certificate;
	let server: SseServer;
	let elsewhere: SseServer;
	let named: Certificate;

	before(async function () {
		this.timeout(300_000);
		certificate = await makeCertificate({ authority: 'Corp Root', sendsChain: true });
		named = await makeCertificate({ authority: 'Other', names: ['live.example', '*.example'] });
		server = await SseServer.start({ tls: { key: certificate.key, cert: certificate.cert } });
		elsewhere = await SseServer.start({ tls: { key: named.key, cert: named.cert } });
		vscode = await RealVSCode.start({
			[key]: [
				{ name: 'Corp', url: server.url('/types'), headers: { 'X-Client': '${env:PATH}' } },
				{ name: 'Named', url: elsewhere.url('/types'), tls: { ca: named.ca } },
			],
		});
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
		await elsewhere?.close();
	});

	/** The user's, beside the folder that is open. */
	const settingsFile = () =>
		join(vscode.workspace, '..', 'server', 'data', 'User', 'settings.json');
	const saved = (name: string) => {
		const settings = JSON.parse(readFileSync(settingsFile(), 'utf8')) as Record<
			string,
			{ name: string; url: string; headers?: object; tls?: object }[]
		>;
		return settings[key]?.find(one => one.name === name);
	};
	const option = (name: string) =>
		vscode.quickInput.getByRole('option').filter({ hasText: name }).first();
	const connect = async (typed: string, label: string) => {
		await vscode.runCommand('Event Stream: Connect…');
		await vscode.type(typed);
		await option(label).click();
		await vscode.inspectorFocused();
		await vscode.inspector.getByRole('button', { name: 'Certificate Options…' }).click();
	};
	const row = (text: string | RegExp) =>
		vscode.inspector.getByRole('row').filter({ hasText: text }).first().waitFor();

	it('is trusted for an endpoint, once the user has seen whose it is', async function () {
		this.timeout(300_000);
		await connect('Corp', server.url('/types'));
		await option('Trust This Certificate…').click();
		const dialog = vscode.page.getByRole('dialog').filter({ hasText: 'Trust this certificate' });
		await dialog.getByText('Subject: CN=Corp Root').waitFor();
		await dialog.getByText(new X509Certificate(certificate.ca).fingerprint256).waitFor();
		assert.equal(server.requests.length, 0, 'nothing is sent before');
		await dialog.getByRole('button', { name: 'Trust', exact: true }).click();
		await row(/Open.*200/);
		const pem = new X509Certificate(certificate.ca).toString();
		await becomes(() => saved('Corp'), {
			name: 'Corp',
			url: server.url('/types'),
			headers: { 'X-Client': '${env:PATH}' },
			tls: { ca: [pem] },
		});
	});

	it('for another host is accepted under its name', async function () {
		this.timeout(300_000);
		await connect('Named', elsewhere.url('/types'));
		await option('Expect “live.example”').waitFor();
		assert.equal(await vscode.quickInput.getByRole('option').filter({ hasText: '*' }).count(), 0);
		await option('Expect “live.example”').click();
		await row(/Open.*200/);
		await becomes(() => saved('Named')?.tls, { ca: named.ca, serverName: 'live.example' });
	});

	it('of an endpoint that is not saved is let pass for this time, and the timeline says so', async function () {
		this.timeout(300_000);
		const before = readFileSync(settingsFile(), 'utf8');
		await connect(server.url('/basic'), 'Connect to');
		await option('Connect without Verifying').waitFor();
		assert.equal(await option('Edit Endpoint in Settings').count(), 0);
		await option('Connect without Verifying').click();
		await row('certificate not verified');
		assert.equal(readFileSync(settingsFile(), 'utf8'), before);
	});
});
