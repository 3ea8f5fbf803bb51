import { maxRowsPerQuestion, type FromWebview } from './messages';

/** No filter that a person types is longer. */
export const maxFilterLength = 10_000;

/**
 * The message if it is of the protocol, else `undefined`. What comes from a webview is input: a
 * page that runs foreign text must not reach anything by it that is not named in the contract.
 */
export function asFromWebview(value: unknown): FromWebview | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	return isFromWebview(value as Record<string, unknown>) ? (value as FromWebview) : undefined;
}

function isFromWebview(message: Record<string, unknown>): boolean {
	switch (message.type) {
		case 'ready':
		case 'clear':
		case 'disconnect':
		case 'reconnect':
		case 'exportCapture':
		case 'editEndpoint':
			return true;
		case 'setFilter':
			return typeof message.text === 'string' && message.text.length <= maxFilterLength;
		case 'setPaused':
			return typeof message.paused === 'boolean';
		case 'copy':
			return (
				isCount(message.seq) &&
				(message.what === 'data' || message.what === 'raw' || message.what === 'json')
			);
		case 'openData':
			return isCount(message.seq);
		case 'ask':
			return isCount(message.id) && isQuestion(message);
		default:
			return false;
	}
}

function isQuestion(message: Record<string, unknown>): boolean {
	switch (message.about) {
		case 'rows':
			return (
				isCount(message.epoch) &&
				isCount(message.from) &&
				isCount(message.to) &&
				message.to >= message.from &&
				message.to - message.from <= maxRowsPerQuestion
			);
		case 'entry':
			return isCount(message.seq);
		case 'locate':
			return isCount(message.epoch) && isCount(message.seq);
		default:
			return false;
	}
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
