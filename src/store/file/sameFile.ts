import { realpathSync } from 'node:fs';

/** Whether both names stand for one file that is there. */
export function isSameFile(a: string, b: string): boolean {
	try {
		return realpathSync(a) === realpathSync(b);
	} catch {
		// The target is not there yet.
		return false;
	}
}
