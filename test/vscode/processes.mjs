// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { root } from './project.mjs';

/** Signals that ask a program to end.
 *
 * @type {readonly NodeJS.Signals[]}
 */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] Folder to run in, by default the project's.
 * @property {Record<string, string>} [env] Added to the environment.
 * @property {boolean} [quiet] Keeps the output from the terminal.
 */

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number; output: string }>} What it printed on both channels, in order. A program that
 *   cannot be started ends with 127, as in a shell; one that a signal ended with 1.
 */
export function run(program, args, { cwd = root, env = {}, quiet = false } = {}) {
	return new Promise(resolve => {
		const child = spawn(program, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		/** @param {NodeJS.WritableStream} terminal */
		const relay = terminal => (/** @type {Buffer} */ chunk) => {
			output += chunk.toString();
			if (!quiet) terminal.write(chunk);
		};
		child.stdout.on('data', relay(process.stdout));
		child.stderr.on('data', relay(process.stderr));
		// Whoever ends us ends what we wait for, also when the signal was sent to us alone.
		/** @param {NodeJS.Signals} signal */
		const forward = signal => child.kill(signal);
		for (const signal of SIGNALS) process.on(signal, forward);
		/** @param {number} code */
		const finish = code => {
			for (const signal of SIGNALS) process.off(signal, forward);
			resolve({ code, output });
		};
		child.on('error', error => {
			output += `${error.message}\n`;
			finish(127);
		});
		child.on('close', code => finish(code ?? 1));
	});
}

/**
 * Runs a program whose output only matters when it fails.
 *
 * @param {string} purpose What fails without it, for the message.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} What it printed.
 * @throws {Error} With its output, when it exits with anything but 0.
 */
export async function mustRun(purpose, program, args, options = {}) {
	const { code, output } = await run(program, args, { ...options, quiet: true });
	if (code !== 0) {
		throw new Error(`${purpose}: ${[program, ...args].join(' ')} exited with ${code}\n${output}`);
	}
	return output;
}

/**
 * Environment in which `node` is the given one, for programs that start Node by name.
 *
 * @param {string} node Absolute path of a Node binary.
 */
export const withNodeFirst = node => ({
	PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
});

/**
 * Ends a process that was started detached, with all that it started, and waits for its exit.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endGroup(child) {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const exited = new Promise(resolve => child.once('exit', resolve));
	signalGroup(child.pid, 'SIGTERM');
	// VS Code's server waits for nobody once it is told to go; what is still there after this is stuck.
	const force = setTimeout(signalGroup, 3_000, child.pid, 'SIGKILL');
	await exited;
	clearTimeout(force);
	signalGroup(child.pid, 'SIGKILL');
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
	try {
		process.kill(-leader, signal);
	} catch {
		// Nobody is left in the group.
	}
}

/**
 * Kills the processes that a process has started with the given argument, on Linux.
 *
 * @param {import('node:child_process').ChildProcess} parent
 * @param {string} argument
 * @throws {Error} if there are none.
 */
export function killChildren(parent, argument) {
	const found = readdirSync('/proc').filter(name => {
		try {
			// The name of the program comes before, in brackets, and may have spaces and brackets in it.
			const [, ppid] =
				readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
			const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
			return Number(ppid) === parent.pid && args.includes(argument);
		} catch {
			// No process, or none any more.
			return false;
		}
	});
	if (found.length === 0) throw new Error(`No child has the argument ${argument}`);
	for (const pid of found) process.kill(Number(pid), 'SIGKILL');
}
