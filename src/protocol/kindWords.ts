import * as l10n from '@vscode/l10n';
import type { ConnectionState } from '../domain/connectionState';
import { isConnectionKind, type EntryKind } from '../domain/entry';

/**
 * What an entry is called that tells of the connection, and the state of it. What came over the wire
 * is called as it is in a filter.
 */
export function kindWord(kind: EntryKind): string {
	return isConnectionKind(kind) ? stateWords[kind]() : kind;
}

const stateWords: Readonly<Record<ConnectionState, () => string>> = {
	connecting: () => l10n.t('Connecting'),
	// The word alone is that of what one does with a file, too.
	open: () => l10n.t({ message: 'Open', comment: ['The state of a connection'] }),
	waiting: () => l10n.t('Waiting'),
	closed: () => l10n.t('Closed'),
	failed: () => l10n.t('Failed'),
};
