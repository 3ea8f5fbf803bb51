import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { isRecord } from '../../base/isRecord';
import type { Endpoint } from '../../domain/endpoint';
import type { LiveStream } from '../liveStream';
import type { SecretPorts } from '../secret/setSecret';
import { saveStepByStep } from '../connect/stepByStep/endStep';
import { saveDrafted, type SaveDraft } from '../connect/stepByStep/saveSteps';

/**
 * Saves the endpoint of a stream, and lets the stream go on as the saved one; `given`, an object with
 * `name` and `target` (`user` or `workspace`), says where to, else the user is asked.
 * @throws HumanError if there is no stream, or it cannot be saved.
 */
export async function saveStream(
	stream: LiveStream | undefined,
	ports: SecretPorts,
	given: unknown,
): Promise<Endpoint | undefined> {
	if (stream === undefined) {
		throw new HumanError(
			vscode.l10n.t('A capture from a file has no endpoint that could be saved.'),
		);
	}
	const where = givenPlace(given);
	const saved = await (where === undefined
		? saveStepByStep(stream.endpoint, ports)
		: saveDrafted(stream.endpoint, where, ports));
	if (saved !== undefined) stream.change(saved);
	return saved;
}

function givenPlace(given: unknown): SaveDraft | undefined {
	if (!isRecord(given) || typeof given.name !== 'string' || given.name.trim() === '') {
		return undefined;
	}
	return { name: given.name.trim(), target: given.target === 'workspace' ? 'workspace' : 'user' };
}
