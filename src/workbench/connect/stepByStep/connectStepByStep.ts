import * as vscode from 'vscode';
import type { Endpoint } from '../../../domain/endpoint';
import { redactUrl } from '../../../domain/redaction';
import type { SecretPorts } from '../../secret/setSecret';
import { authStep } from './authStep';
import { bodyStep } from './bodyStep';
import { draftedEndpoint, emptyDraft, hasBody, type EndpointDraft } from './draft';
import { ended, endDraft, endSteps, type EndDraft } from './endStep';
import { headersStep } from './headersStep';
import { methodStep } from './methodStep';
import { saveDrafted, saveSteps } from './saveSteps';
import { runSteps, type Step } from './step';
import { urlStep } from './urlStep';

type Draft = EndpointDraft & EndDraft;

/** Asks for an endpoint part by part; `undefined` if the user thought better of it. */
export async function askEndpoint(ports: SecretPorts): Promise<Endpoint | undefined> {
	const draft: Draft = { ...emptyDraft(), ...endDraft('') };
	const isThrough = await runSteps<Draft>(
		vscode.l10n.t('New Event Stream Connection'),
		draft,
		stepsFor,
	);
	return isThrough ? ended(draftedEndpoint(draft), draft, ports) : undefined;
}

/** The same to save it only, without connecting. */
export async function addEndpoint(ports: SecretPorts): Promise<Endpoint | undefined> {
	const draft: Draft = { ...emptyDraft(), ...endDraft('') };
	const isThrough = await runSteps<Draft>(vscode.l10n.t('Add Endpoint'), draft, given => [
		...requestSteps(given),
		...saveSteps(given),
	]);
	return isThrough ? saveDrafted(draftedEndpoint(draft), draft, ports) : undefined;
}

/** The name that is offered follows the URL, until the user chooses another one. */
const namingUrlStep: Step<Draft> = async (draft, frame) => {
	const isOwn = draft.name !== redactUrl(draft.url);
	const outcome = await urlStep(draft, frame);
	if (!isOwn) draft.name = redactUrl(draft.url);
	return outcome;
};

function stepsFor(draft: Draft): readonly Step<Draft>[] {
	return [...requestSteps(draft), ...endSteps(draft)];
}

function requestSteps(draft: Draft): readonly Step<Draft>[] {
	return [namingUrlStep, methodStep, headersStep, ...(hasBody(draft) ? [bodyStep] : []), authStep];
}
