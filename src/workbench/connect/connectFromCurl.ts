import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { isCurlCommand, parseCurl } from '../../domain/curl/curlCommand';
import type { Endpoint } from '../../domain/endpoint';
import type { ClipboardUrl } from './clipboardUrl';
import type { SecretPorts } from '../secret/setSecret';
import { askText } from './stepByStep/askText';
import { ended, endDraft, endSteps, type EndDraft } from './stepByStep/endStep';
import { runSteps, type Step } from './stepByStep/step';

interface CurlDraft extends EndDraft {
	/** As it was pasted: a field has no line ends, so this can be more than what the field shows. */
	command: string;
	readonly clipboard: ClipboardUrl;
}

/** What is longer is no command line that somebody typed or a browser printed. */
const maxLength = 200_000;

/**
 * The endpoint of a command line of curl: of `given`, or of what the user pastes, who is then asked
 * whether to save it.
 * @returns `undefined` if the user thought better of it.
 * @throws HumanError if `given` cannot be understood.
 */
export async function endpointFromCurl(
	ports: SecretPorts,
	clipboard: ClipboardUrl,
	given?: unknown,
): Promise<Endpoint | undefined> {
	if (typeof given === 'string') return understood(given);
	const draft: CurlDraft = { ...endDraft(''), command: '', clipboard };
	const isThrough = await runSteps<CurlDraft>(
		vscode.l10n.t('Connect from curl'),
		draft,
		current => [commandStep, ...endSteps(current)],
	);
	return isThrough ? ended(understood(draft.command), draft, ports) : undefined;
}

const commandStep: Step<CurlDraft> = async (draft, frame) => {
	const answer = await askText(frame, {
		prompt: vscode.l10n.t('A command line, as browsers and API documentation give it'),
		placeholder: "curl 'https://example.com/events' -H 'Authorization: Bearer …'",
		value: inOneLine(draft.command),
		...(draft.command === '' && { suggestion: clipboardCommand(draft) }),
		problem: typed => problemOf(whole(typed, draft.command)),
	});
	if (answer.type !== 'text') return answer.type;
	draft.command = whole(answer.text, draft.command);
	draft.name = understood(draft.command).name;
	return 'next';
};

/** What is typed, with the line ends that the field has taken from `pasted`. */
function whole(typed: string, pasted: string): string {
	const isSame = typed.replace(/\s+/g, '') === pasted.replace(/\s+/g, '');
	return isSame && typed !== '' ? pasted : typed;
}

function inOneLine(command: string): string {
	return command.trim().replace(/\r?\n/g, ' ');
}

function problemOf(command: string): string | undefined {
	const parsed = parseCurl(command);
	return parsed.ok ? undefined : parsed.problem.message;
}

function understood(command: string): Endpoint {
	const parsed = parseCurl(command);
	if (!parsed.ok) throw new HumanError(parsed.problem.message);
	return parsed.endpoint;
}

/** What is on the clipboard, if it is a command line of curl, as the field can show it. */
async function clipboardCommand(draft: CurlDraft): Promise<string | undefined> {
	const text = await draft.clipboard.readText();
	if (text.length > maxLength || !isCurlCommand(text)) return undefined;
	draft.command = text;
	return inOneLine(text);
}
