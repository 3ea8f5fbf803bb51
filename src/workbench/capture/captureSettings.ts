import * as vscode from 'vscode';
import type { RetentionLimits } from '../../store/catalogue/retention';
import type { CaptureLimits } from '../../store/file/captureLimits';
import { settingKeys } from '../ids';

const bytesPerMiB = 2 ** 20;
const msPerDay = 24 * 60 * 60 * 1000;

/** What a new capture may keep, by the settings. Whatever else stands there, the default holds. */
export function captureLimits(): CaptureLimits {
	return {
		maxEntries: positive(settingKeys.captureMaxEntries) ?? 5_000_000,
		maxSizeBytes: (positive(settingKeys.captureMaxSizeMiB) ?? 2048) * bytesPerMiB,
		whenFull: setting(settingKeys.captureWhenFull) === 'stop' ? 'stop' : 'dropOldest',
	};
}

/** Which captures are kept, by the settings; 0 stands there for no limit. */
export function retentionLimits(): RetentionLimits {
	return {
		maxCaptures: limit(settingKeys.retentionMaxCaptures, 100),
		maxAgeMs: limit(settingKeys.retentionMaxAgeDays, 30) * msPerDay,
		maxTotalBytes: limit(settingKeys.retentionMaxTotalSizeMiB, 8192) * bytesPerMiB,
	};
}

function limit(key: string, otherwise: number): number {
	const value = setting(key);
	const given = typeof value === 'number' && value >= 0 ? value : otherwise;
	return given === 0 ? Infinity : given;
}

function positive(key: string): number | undefined {
	const value = setting(key);
	return typeof value === 'number' && value >= 1 ? Math.floor(value) : undefined;
}

function setting(key: string): unknown {
	return vscode.workspace.getConfiguration().get<unknown>(key);
}
