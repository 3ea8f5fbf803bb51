import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';

/** What is wrong with a file that is read, and where. `what` begins in lower case, without a final stop. */
export function importProblem(name: string, line: number, what: string): HumanError {
	return new HumanError(l10n.t`${name}, line ${line}: ${what}. Nothing was imported.`);
}
