import type { AttemptFailure } from './attemptFailure';

/** The user has asked for a break, as a network makes them. */
export function droppedByUser(): AttemptFailure {
	return {
		words: 'connection dropped by you, to test',
		report: {
			type: 'dropped',
			title: 'You dropped the connection',
			advice: 'Reconnect to go on from the last event ID.',
			explanation: 'It was cut on this side, as a broken network would have cut it.',
			isFinal: false,
		},
	};
}

/** `address` was this end of the connection. */
export function addressGone(address: string): AttemptFailure {
	return {
		words: `the network address ${address} of this connection is gone`,
		report: {
			type: 'network-change',
			title: `The network address ${address} of this connection is gone`,
			advice: 'Check that this computer is online, and its VPN if it uses one.',
			explanation: 'The network has changed, and nothing more can arrive at that address.',
			isFinal: false,
		},
	};
}
