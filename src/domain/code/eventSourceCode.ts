import * as l10n from '@vscode/l10n';
import type { Endpoint } from '../endpoint';
import { withoutLiteralSecrets } from '../literalSecrets';
import { codeRequest } from './codeRequest';
import type { GeneratedCode } from './curlCode';
import { fetchCode, urlText } from './fetchCode';
import { variableComments } from './scriptComments';
import { literalText } from './scriptText';
import { VariableNames } from './variableNames';

/**
 * JavaScript that reads the stream by `EventSource`, with a listener for each of the event types; by
 * `fetch`, with the reason, where `EventSource` cannot make the request.
 * @param types Those seen so far.
 */
export function eventSourceCode(endpoint: Endpoint, types: readonly string[]): GeneratedCode {
	const beyond = beyondEventSource(endpoint);
	if (beyond !== undefined) {
		const { text, variables } = fetchCode(endpoint);
		return {
			text: `// ${l10n.t`EventSource cannot send ${beyond}, so this uses fetch.`}\n${text}`,
			variables,
		};
	}
	const names = new VariableNames();
	const { url } = codeRequest(withoutLiteralSecrets(endpoint).endpoint, '');
	const listened = [...new Set(['message', ...types])].filter(type => !ownTypes.includes(type));
	const hidden = ownTypes.filter(type => types.includes(type));
	const source = `const source = new EventSource(${urlText(url, names)});`;
	const text = [
		...variableComments(names.all),
		source,
		"source.addEventListener('open', () => console.log('open'));",
		"source.addEventListener('error', () => {",
		"\tconsole.log(source.readyState === EventSource.CLOSED ? 'failed' : 'reconnecting');",
		'});',
		...hidden.map(
			type =>
				`// ${l10n.t`The server sends events of the type ${type} too: they reach the listener above.`}`,
		),
		`for (const type of [${listened.map(literalText).join(', ')}]) {`,
		'\tsource.addEventListener(type, ({ lastEventId, data }) => {',
		'\t\tconsole.log(type, lastEventId, data);',
		'\t});',
		'}',
		'',
	].join('\n');
	return { text, variables: names.all };
}

/** `EventSource` fires these itself. */
const ownTypes = ['open', 'error'];

/** What of the request `EventSource` has no means for, as part of a sentence. */
function beyondEventSource({ method, headers, auth, body }: Endpoint): string | undefined {
	const parts = [
		...((method ?? 'GET') === 'GET' ? [] : ['a method']),
		...(Object.keys(headers ?? {}).length > 0 ? ['headers'] : []),
		...(auth === undefined ? [] : ['credentials']),
		...(body === undefined ? [] : ['a body']),
	];
	return parts.length === 0 ? undefined : parts.join(' and ');
}
