import * as vscode from 'vscode';
import type { Endpoint } from '../../../domain/endpoint';
import { isSavedIn, saveEndpoint, type SettingsTarget } from '../../endpoint/saveEndpoint';
import { separateSecrets } from '../../endpoint/keepSecrets';
import type { SecretPorts } from '../../secret/setSecret';
import { askChoice } from './askChoice';
import { askText } from './askText';
import type { Step } from './step';

/** Where an endpoint is to be saved, while that is asked. */
export interface SaveDraft {
	name: string;
	target: SettingsTarget;
}

/** Those that ask for a name, for whose settings, and whether to replace what stands there. */
export function saveSteps(draft: SaveDraft): readonly Step<SaveDraft>[] {
	return [
		nameStep,
		...(workspaceCanSave() ? [targetStep] : []),
		...(isSavedIn(draft.name, draft.target) ? [replaceStep] : []),
	];
}

/**
 * Writes `endpoint` to the settings, by the name and to the place in `draft`; its secrets go to VS Code's
 * secret storage.
 * @returns what stands in the settings now.
 * @throws HumanError if it cannot be written.
 */
export async function saveDrafted(
	endpoint: Endpoint,
	{ name, target }: SaveDraft,
	ports: SecretPorts,
): Promise<Endpoint> {
	const separated = await separateSecrets({ ...endpoint, name }, ports);
	await saveEndpoint(separated.endpoint, target, {
		replace: true,
		userSettings: ports.userSettings,
	});
	for (const { origin, name: secret, value } of separated.secrets) {
		await ports.secrets.store(origin, secret, value);
	}
	return separated.endpoint;
}

const nameStep: Step<SaveDraft> = async (draft, frame) => {
	const answer = await askText(frame, {
		prompt: vscode.l10n.t('A name for the endpoint'),
		value: draft.name,
		problem: typed =>
			typed.trim() === '' ? vscode.l10n.t('Type a name that is not empty.') : undefined,
	});
	if (answer.type !== 'text') return answer.type;
	draft.name = answer.text.trim();
	return 'next';
};

const targetStep: Step<SaveDraft> = async (draft, frame) => {
	const { l10n } = vscode;
	const answer = await askChoice<SettingsTarget>(frame, {
		placeholder: l10n.t('Where to save it'),
		choices: [
			{
				label: l10n.t('User Settings'),
				description: l10n.t('offered in every window'),
				value: 'user',
			},
			{
				label: l10n.t('Workspace Settings'),
				description: l10n.t('may be shared with others; secrets are not in it'),
				value: 'workspace',
			},
		],
		active: target => target === draft.target,
	});
	if (answer.type !== 'chosen') return answer.type;
	draft.target = answer.value;
	return 'next';
};

const replaceStep: Step<SaveDraft> = async (draft, frame) => {
	const { l10n } = vscode;
	const answer = await askChoice(frame, {
		placeholder: l10n.t('An endpoint named “{0}” is saved there already', draft.name),
		choices: [
			{ label: l10n.t('Replace It'), value: 'next' },
			{ label: l10n.t('Go Back to Rename'), value: 'back' },
		] as const,
	});
	if (answer.type !== 'chosen') return answer.type;
	return answer.value;
};

function workspaceCanSave(): boolean {
	const { workspace } = vscode;
	const isOpen = workspace.workspaceFile !== undefined || !!workspace.workspaceFolders?.length;
	return isOpen && workspace.isTrusted;
}
