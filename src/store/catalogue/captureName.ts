import { randomBytes } from 'node:crypto';

/** The name of a file for a capture, unlike all others. */
export function newCaptureName(): string {
	return `${randomBytes(8).toString('hex')}.sqlite`;
}

/** Whether a file of that name is one of ours: it holds no path. */
export function isCaptureName(name: string): boolean {
	return /^[0-9a-f]{16}\.sqlite$/.test(name);
}
