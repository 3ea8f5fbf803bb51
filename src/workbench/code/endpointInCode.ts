import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { toEndpoint, type Endpoint } from '../../domain/endpoint';
import { plainUrlProblem } from '../../domain/endpointUrl';
import { isSecretHeader, isSecretParameter } from '../../domain/secretNames';
import type { FoundRequest } from '../../domain/sourceCode/foundRequest';
import { filledIn } from '../../domain/sourceCode/httpFileScan';
import { hasVariables } from '../../domain/variableText';
import { streamsIn } from './codeStreams';

const baseKey = 'baseUrl';

/**
 * The stream that stands at a place in a file, or at the cursor; the user is asked for what its request
 * lacks: values, a body, and what a relative URL is relative to, which is remembered for the workspace.
 * @param start As in {@link FoundRequest}.
 * @returns `undefined` if the user thought better of it.
 * @throws HumanError if no stream stands there.
 */
export async function endpointInCode(
	memento: vscode.Memento,
	uri?: unknown,
	start?: unknown,
): Promise<Endpoint | undefined> {
	const found = await requestAt(uri, start);
	const request = await withValues(found);
	if (request === undefined) return undefined;
	const url = await absolute(request.url, memento);
	if (url === undefined) return undefined;
	const { method, headers } = request;
	const body =
		method !== undefined && request.body === undefined ? await askBody(method) : request.body;
	if (body === undefined && method !== undefined) return undefined;
	const endpoint = { url, method, headers, ...(body !== '' && method !== undefined && { body }) };
	// Somebody else may have written the file: it gets at no variable of the user's.
	if (hasVariables(JSON.stringify(endpoint))) {
		throw new HumanError(
			vscode.l10n.t('The request has a variable, ${…}, which only saved endpoints can use.'),
		);
	}
	return toEndpoint(endpoint);
}

async function requestAt(uri: unknown, start: unknown): Promise<FoundRequest> {
	const editor = vscode.window.activeTextEditor;
	const document =
		uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : editor?.document;
	const found = document === undefined ? [] : await streamsIn(document);
	const cursor = editor?.selection.active.line;
	const exact = found.find(one => one.start === start);
	const atCursor = found.find(one => {
		const [first, last] = [one.start, one.end].map(at => document?.positionAt(at).line ?? 0);
		return (
			cursor !== undefined && first !== undefined && cursor >= first && cursor <= (last ?? first)
		);
	});
	const request = exact ?? (typeof start === 'number' ? undefined : atCursor);
	if (request === undefined) {
		throw new HumanError(
			vscode.l10n.t(
				"No stream stands here. Put the cursor on new EventSource('…'), or on a request that accepts text/event-stream.",
			),
		);
	}
	return request;
}

async function withValues(request: FoundRequest): Promise<FoundRequest | undefined> {
	const values = new Map<string, string>();
	for (const name of request.missing) {
		const value = await vscode.window.showInputBox({
			title: vscode.l10n.t('Inspect stream'),
			prompt: vscode.l10n.t('The value of {0}', `{{${name}}}`),
			password: isSecretHeader(name) || isSecretParameter(name),
			ignoreFocusOut: true,
		});
		if (value === undefined) return undefined;
		values.set(name, value);
	}
	return filledIn(request, values);
}

async function absolute(url: string, memento: vscode.Memento): Promise<string | undefined> {
	if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
	const typed = await vscode.window.showInputBox({
		title: vscode.l10n.t('Inspect stream'),
		prompt: vscode.l10n.t('“{0}” is relative. The URL of the page or the server:', url),
		value: memento.get<string>(baseKey, 'http://localhost:3000'),
		validateInput: text => plainUrlProblem(text),
		ignoreFocusOut: true,
	});
	if (typed === undefined) return undefined;
	await memento.update(baseKey, typed.trim());
	return new URL(url, typed.trim()).href;
}

function askBody(method: string): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: vscode.l10n.t('Inspect stream'),
		prompt: vscode.l10n.t(
			'The body of the {0} request, which the code does not tell; empty for none',
			method,
		),
		placeHolder: '{ "stream": true }',
		ignoreFocusOut: true,
	});
}
