import { cpus, platform, release, totalmem } from 'node:os';

/** What has been measured, in the order of the table. */
export interface Figure {
	readonly what: string;
	/** As it is printed, with its unit. */
	readonly measured: string;
	/** The numbers behind it, for whoever reads the JSON. */
	readonly values: Readonly<Record<string, number>>;
	/** What is to be reached; absent where a figure only informs. */
	readonly target?: string;
	readonly isReached?: boolean;
}

export interface Report {
	readonly date: string;
	readonly machine: string;
	readonly versions: Readonly<Record<string, string>>;
	readonly events: number;
	readonly runs: number;
	readonly figures: readonly Figure[];
}

/** Where the figures were taken. */
export function machine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, ${platform()} ${release()}`;
}

/** The table in Markdown, as it can stand in a README. */
export function markdown({ figures }: Report): string {
	const rows = figures.map(({ what, measured, target = '', isReached }) => [
		what,
		measured,
		target,
		isReached === undefined ? '' : isReached ? 'yes' : '**no**',
	]);
	const table = [['what', 'measured', 'to reach', 'reached'], ...rows];
	const widths = [0, 1, 2, 3].map(column => Math.max(...table.map(row => row[column]!.length)));
	const lines = table.map(
		row => `| ${row.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`,
	);
	lines.splice(1, 0, `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`);
	return lines.join('\n');
}

/**
 * A line for each target that was missed: what the README has to say of it, in its list of reasons,
 * where a line begins with a part of the figure's name.
 */
export function whyMissed({ figures }: Report, readme: string): string[] {
	const reasons = [...readme.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)];
	return figures
		.filter(({ isReached }) => isReached === false)
		.map(({ what }) => {
			const reason = reasons.find(([, name]) => what.includes(name!))?.[2];
			return `- ${what}: ${reason ?? 'no profile says why yet.'}`;
		});
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** @param part From 0 to 1. */
export function quantile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * part;
	const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
	return below + (above - below) * (place % 1);
}

export function ms(value: number): string {
	return value >= 1000
		? `${(value / 1000).toFixed(2)} s`
		: `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
