import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { output } from '../fixtures/child';
import type { Figure } from './report';

const limits = { extension: 150_000, webview: 80_000, vsix: 400_000 };

/** Packages the extension, which leaves the production build in dist/. */
export async function sizes(): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'event-stream-bench-'));
	try {
		const vsix = join(folder, 'inspector.vsix');
		const vsce = 'node_modules/@vscode/vsce/vsce';
		await output(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix]);
		return [
			size('extension.js, with what it loads at once', atOnce('extension'), limits.extension),
			size('webview.js, with what it loads at once', atOnce('webview/webview'), limits.webview),
			size('.vsix', statSync(vsix).size, limits.vsix),
		];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Bytes: the entry, and what it shares with what is loaded on demand. */
function atOnce(entry: string): number {
	const files = [`dist/${entry}.js`, join('dist', dirname(entry), 'chunk.js')];
	return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function size(what: string, bytes: number, limit: number): Figure {
	return {
		what,
		measured: `${(bytes / 1000).toFixed(1)} kB`,
		values: { bytes },
		target: `≤ ${limit / 1000} kB`,
		isReached: bytes <= limit,
	};
}
