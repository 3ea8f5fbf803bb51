import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import type { SecretId } from './secrets';
import { secretUses, usersOf } from './secretUses';
import { givenParts, setSecret, type SecretPorts } from './setSecret';

interface Line extends vscode.QuickPickItem {
	/** Absent where there is none, and one can be set. */
	readonly id?: SecretId;
}

/** Without an ID: to set a new one. */
type Choice = { readonly type: 'set' | 'delete'; readonly id?: SecretId };

const replaceButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('edit'),
	tooltip: vscode.l10n.t('Replace'),
};
const deleteButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('trash'),
	tooltip: vscode.l10n.t('Delete'),
};
const addButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('add'),
	tooltip: vscode.l10n.t('Set Another Secret'),
};

/** Shows the names and origins of the secrets, never their values, to replace and delete them. */
export async function manageSecrets(ports: SecretPorts): Promise<void> {
	for (;;) {
		const choice = await choose(ports, 'set', vscode.l10n.t('Choose a secret to replace it'));
		if (choice === undefined) return;
		await carryOut(ports, choice);
	}
}

/**
 * Deletes a secret: the one that `given` names with `name` and `origin`, else one that the user chooses.
 * @throws HumanError if what is given cannot be.
 */
export async function deleteSecret(ports: SecretPorts, given: unknown): Promise<void> {
	const { name, origin } = givenParts(given);
	if (name !== undefined && origin !== undefined) return ports.secrets.delete(origin, name);
	const choice = await choose(ports, 'delete', vscode.l10n.t('Choose the secret to delete'), name);
	if (choice !== undefined) await carryOut(ports, choice);
}

async function carryOut(ports: SecretPorts, { type, id }: Choice): Promise<void> {
	if (type === 'delete' && id !== undefined) await deleteAfterAsking(ports, id);
	else await setSecret(ports, id);
}

async function deleteAfterAsking({ secrets }: SecretPorts, { origin, name }: SecretId) {
	const yes = vscode.l10n.t('Delete');
	const answer = await vscode.window.showWarningMessage(
		vscode.l10n.t('Delete the secret “{0}” for {1}?', name, origin),
		{ modal: true, detail: vscode.l10n.t('Its value cannot be brought back.') },
		yes,
	);
	if (answer === yes) await secrets.delete(origin, name);
}

async function choose(
	ports: SecretPorts,
	onEnter: Choice['type'],
	placeholder: string,
	name?: string,
): Promise<Choice | undefined> {
	const owned = new DisposableStore();
	const pick = owned.register(vscode.window.createQuickPick<Line>());
	pick.title = vscode.l10n.t('Secrets');
	pick.placeholder = placeholder;
	pick.matchOnDescription = true;
	pick.ignoreFocusOut = true;
	pick.buttons = [addButton];
	pick.items = await lines(ports, name);
	try {
		return await new Promise<Choice | undefined>(resolve => {
			owned.register(pick.onDidHide(() => resolve(undefined)));
			owned.register(pick.onDidTriggerButton(() => resolve({ type: 'set' })));
			owned.register(
				pick.onDidTriggerItemButton(({ item, button }) =>
					resolve({ type: button === deleteButton ? 'delete' : 'set', id: item.id }),
				),
			);
			owned.register(
				pick.onDidAccept(() => {
					const [chosen] = pick.selectedItems;
					if (chosen !== undefined) resolve({ type: onEnter, id: chosen.id });
				}),
			);
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}

async function lines({ secrets, resolving, endpoints }: SecretPorts, name?: string) {
	const uses = await secretUses(endpoints(), resolving);
	const found = (await secrets.list()).filter(id => name === undefined || id.name === name);
	if (found.length === 0) return [{ label: vscode.l10n.t('No secret is kept. Set one…') }];
	return found.map((id): Line => {
		const users = usersOf(id, uses).join(', ');
		return {
			id,
			label: id.name,
			description: id.origin,
			detail:
				users === '' ? vscode.l10n.t('Used by no endpoint') : vscode.l10n.t('Used by {0}', users),
			buttons: [replaceButton, deleteButton],
		};
	});
}
