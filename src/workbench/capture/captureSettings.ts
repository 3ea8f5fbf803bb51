import * as vscode from 'vscode';
import type { CaptureLimits } from '../../store/file/captureLimits';
import { settingKeys } from '../ids';

const bytesPerMiB = 2 ** 20;

/** What a new capture may keep, by the settings. Whatever else stands there, the default holds. */
export function captureLimits(): CaptureLimits {
	return {
		maxEntries: positive(settingKeys.captureMaxEntries) ?? 5_000_000,
		maxSizeBytes: (positive(settingKeys.captureMaxSizeMiB) ?? 2048) * bytesPerMiB,
		whenFull: setting(settingKeys.captureWhenFull) === 'stop' ? 'stop' : 'dropOldest',
	};
}

function positive(key: string): number | undefined {
	const value = setting(key);
	return typeof value === 'number' && value >= 1 ? Math.floor(value) : undefined;
}

function setting(key: string): unknown {
	return vscode.workspace.getConfiguration().get<unknown>(key);
}
