import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';

/** That `file` could not be written, and why. */
export function cannotWrite(file: string, error: unknown): HumanError {
	return new HumanError(l10n.t`${file} could not be written: ${reason(error)}.`, { cause: error });
}

function reason(error: unknown): string {
	switch (error instanceof Error && 'code' in error ? error.code : undefined) {
		case 'ENOSPC':
		case 'EDQUOT':
			return l10n.t('the disk is full');
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return l10n.t('writing there is not allowed');
		case 'ENOENT':
		case 'ENOTDIR':
			return l10n.t('its folder is not there');
		case 'EISDIR':
			return l10n.t('a folder has that name');
		default:
			return error instanceof Error ? error.message : String(error);
	}
}
