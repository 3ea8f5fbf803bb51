import * as vscode from 'vscode';
import type { Endpoint } from '../../../domain/endpoint';
import type { SecretPorts } from '../../secret/setSecret';
import { askChoice } from './askChoice';
import { saveDrafted, saveSteps, type SaveDraft } from './saveSteps';
import { runSteps, type Step } from './step';

/** What becomes of an endpoint that is complete. */
export interface EndDraft extends SaveDraft {
	/** Whether it is saved before it is connected to. */
	saves: boolean;
}

/** Whether to connect only, or to save it too, and then where. */
export function endSteps(draft: EndDraft): readonly Step<EndDraft>[] {
	return [endStep, ...(draft.saves ? saveSteps(draft) : [])];
}

/** @param name What is offered as its name. */
export function endDraft(name: string): EndDraft {
	return { saves: false, name, target: 'user' };
}

/** What to connect to: `endpoint`, or what it is once it is saved. */
export async function ended(
	endpoint: Endpoint,
	draft: EndDraft,
	ports: SecretPorts,
): Promise<Endpoint> {
	return draft.saves ? saveDrafted(endpoint, draft, ports) : endpoint;
}

/**
 * Saves an endpoint where the user wants it.
 * @returns what stands in the settings then; `undefined` if the user thought better of it.
 */
export async function saveStepByStep(
	endpoint: Endpoint,
	ports: SecretPorts,
): Promise<Endpoint | undefined> {
	const draft: SaveDraft = endDraft(endpoint.name);
	const isThrough = await runSteps(vscode.l10n.t('Save Endpoint'), draft, saveSteps);
	return isThrough ? saveDrafted(endpoint, draft, ports) : undefined;
}

const endStep: Step<EndDraft> = async (draft, frame) => {
	const { l10n } = vscode;
	const answer = await askChoice(frame, {
		placeholder: l10n.t('Ready'),
		choices: [
			{ label: `$(radio-tower) ${l10n.t('Connect')}`, value: false },
			{
				label: `$(save) ${l10n.t('Save and Connect')}`,
				description: l10n.t('secrets go to VS Code’s secret storage'),
				value: true,
			},
		],
		active: saves => saves === draft.saves,
	});
	if (answer.type !== 'chosen') return answer.type;
	draft.saves = answer.value;
	return 'next';
};
