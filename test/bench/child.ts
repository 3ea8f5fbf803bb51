import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The compiled file of a script of this folder. */
export const script = (name: string): string => join(process.cwd(), 'out/test/bench', `${name}.js`);

/**
 * Runs a program to its end.
 * @returns What it printed.
 * @throws Error with its exit code.
 */
export async function output(command: string, args: readonly string[]): Promise<string> {
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	let text = '';
	child.stdout.on('data', (chunk: Buffer) => (text += String(chunk)));
	const [code] = (await once(child, 'close')) as [number | null];
	if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
	return text.trim();
}

/** Starts a script that prints one line when it is ready, and goes on. */
export async function start(name: string): Promise<{ child: ChildProcess; line: string }> {
	const child = spawn(process.execPath, [script(name)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
	return { child, line: String(chunk).trim() };
}
