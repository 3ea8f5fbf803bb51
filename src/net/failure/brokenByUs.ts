import * as l10n from '@vscode/l10n';
import type { AttemptFailure } from './attemptFailure';

/** The user has asked for a break, as a network makes them. */
export function droppedByUser(): AttemptFailure {
	return {
		words: l10n.t('connection dropped by you, to test'),
		report: {
			type: 'dropped',
			title: l10n.t('You dropped the connection'),
			advice: l10n.t('Reconnect to go on from the last event ID.'),
			explanation: l10n.t('It was cut on this side, as a broken network would have cut it.'),
			isFinal: false,
		},
	};
}

/** `address` was this end of the connection. */
export function addressGone(address: string): AttemptFailure {
	return {
		words: l10n.t`the network address ${address} of this connection is gone`,
		report: {
			type: 'network-change',
			title: l10n.t`The network address ${address} of this connection is gone`,
			advice: l10n.t('Check that this computer is online, and its VPN if it uses one.'),
			explanation: l10n.t('The network has changed, and nothing more can arrive at that address.'),
			isFinal: false,
		},
	};
}
