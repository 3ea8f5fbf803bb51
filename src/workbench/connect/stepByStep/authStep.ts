import * as vscode from 'vscode';
import { HumanError } from '../../../base/errors';
import { toAuth, type Auth } from '../../../domain/requestFields';
import { askChoice } from './askChoice';
import { askText, type TextAnswer } from './askText';
import type { EndpointDraft } from './draft';
import type { Frame, Step } from './step';

type AuthType = Auth['type'] | 'none';

/** None, a token, or user name and password, which are hidden as they are typed. */
export const authStep: Step<EndpointDraft> = async (draft, frame) => {
	const inner = { ...frame, canGoBack: true };
	for (;;) {
		const answer = await askChoice<AuthType>(frame, {
			placeholder: vscode.l10n.t('Credentials to send'),
			choices: choices(),
			active: type => type === (draft.auth?.type ?? 'none'),
		});
		if (answer.type !== 'chosen') return answer.type;
		if (answer.value === 'none') {
			delete draft.auth;
			return 'next';
		}
		const given = await (answer.value === 'bearer' ? askToken : askPassword)(inner, draft.auth);
		if (given === 'cancelled') return 'cancelled';
		if (given === 'back') continue;
		draft.auth = given;
		return 'next';
	}
};

type AuthAnswer = Auth | 'back' | 'cancelled';

async function askToken(frame: Frame, before: Auth | undefined): Promise<AuthAnswer> {
	const answer = await askText(frame, {
		prompt: vscode.l10n.t('The token, without the word “Bearer”'),
		value: before?.type === 'bearer' ? before.token : '',
		isHidden: true,
		problem: token => authProblem({ type: 'bearer', token }),
	});
	return answer.type === 'text' ? { type: 'bearer', token: answer.text } : answer.type;
}

async function askPassword(frame: Frame, before: Auth | undefined): Promise<AuthAnswer> {
	const known = before?.type === 'basic' ? before : { username: '', password: '' };
	let { username } = known;
	for (;;) {
		const named = await askText(frame, {
			prompt: vscode.l10n.t('The user name'),
			value: username,
			problem: typed => authProblem({ type: 'basic', username: typed, password: '' }),
		});
		if (named.type !== 'text') return named.type;
		username = named.text;
		const given: TextAnswer = await askText(frame, {
			prompt: vscode.l10n.t('The password of {0}', username),
			value: known.password,
			isHidden: true,
			problem: password => authProblem({ type: 'basic', username: '', password }),
		});
		if (given.type === 'text') return { type: 'basic', username, password: given.text };
		if (given.type === 'cancelled') return 'cancelled';
	}
}

function choices() {
	const { l10n } = vscode;
	return [
		{ label: l10n.t('None'), value: 'none' },
		{ label: l10n.t('Token'), description: 'Authorization: Bearer …', value: 'bearer' },
		{
			label: l10n.t('User Name and Password'),
			description: 'Authorization: Basic …',
			value: 'basic',
		},
	] as const;
}

function authProblem(auth: Auth): string | undefined {
	try {
		toAuth(auth);
		return undefined;
	} catch (error) {
		if (error instanceof HumanError) return error.message;
		throw error;
	}
}
