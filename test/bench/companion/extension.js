// @ts-check
// Takes orders over HTTP on 127.0.0.1, one after the other, and answers in JSON. The port is in the environment.
'use strict';
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');
/** What `require` calls: VS Code has put its own in its place, and so can we. */
const loading = '_load';
/** @type {{ [loading](...args: any[]): any }} */
const Module = /** @type {any} */ (require('node:module'));
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');
const { extensions } = require('vscode');

/** @typedef {import('../../../src/workbench/api').InspectorApi} InspectorApi */
/** @typedef {import('../../../src/workbench/api').StreamSession} StreamSession */

const now = () => performance.timeOrigin + performance.now();

const inspector = () => {
	const extension = extensions.getExtension('sse-tools.event-stream-inspector');
	if (extension === undefined) throw new Error('The inspector is not installed.');
	return extension;
};

/** @type {StreamSession | undefined} */
let latest;

const orders = {
	/**
	 * Ms that activating takes, once the host has nothing else to do: in all, of that loading our files, and our
	 * `activate()`. The rest is VS Code's, which fetches what the extension has stored from its main process, among
	 * other things.
	 */
	async activate() {
		await idle();
		const own = { loadMs: 0, activateMs: 0 };
		const { main } = inspector().packageJSON;
		const file = join(inspector().extensionPath, main);
		const load = Module[loading];
		Module[loading] = function (/** @type {any[]} */ ...args) {
			const began = performance.now();
			const loaded = load.apply(this, args);
			if (!isFile(args[0], file)) return loaded;
			own.loadMs = performance.now() - began;
			return { ...loaded, activate: timed(loaded.activate, own) };
		};
		const began = performance.now();
		await inspector().activate();
		Module[loading] = load;
		return { activationMs: performance.now() - began, ...own };
	},

	/**
	 * Connects and waits for the end of the stream.
	 *
	 * @param {{ url: string; reveal: boolean }} order
	 */
	async read({ url, reveal }) {
		/** @type {InspectorApi} */
		const api = await inspector().activate();
		const delay = monitorEventLoopDelay({ resolution: 1 });
		const rssBefore = process.memoryUsage.rss();
		let rssMax = rssBefore;
		const sampling = setInterval(() => {
			rssMax = Math.max(rssMax, process.memoryUsage.rss());
		}, 100);
		delay.enable();
		const before = threadTimes();
		// Ended, a session is not taken up again: each order makes one of its own.
		const session = await api.connect({ name: url, url, reconnect: 'never' }, { reveal });
		latest = session;
		await ended(session);
		// Resolves once everything that has arrived can be found.
		await session.query('', { limit: 1 });
		const queryableAt = now();
		delay.disable();
		const after = threadTimes();
		clearInterval(sampling);
		const [open] = (await session.query('kind:open')).entries;
		const [closed] = (await session.query('kind:closed')).entries;
		return {
			openedAt: open?.time,
			closedAt: closed?.time,
			queryableAt,
			counts: session.counts,
			loopDelayP99Ms: delay.percentile(99) / 1e6,
			loopDelayMaxMs: delay.max / 1e6,
			memoryGrowthBytes: rssMax - rssBefore,
			workedMs: after.workedMs - before.workedMs,
			waitedMs: after.waitedMs - before.waitedMs,
		};
	},

	/**
	 * How long the latest stream takes to answer a filter exactly.
	 *
	 * @param {{ filter: string }} order
	 */
	async query({ filter }) {
		if (latest === undefined) throw new Error('No stream has been read.');
		const began = performance.now();
		const { total } = await latest.query(filter, { limit: 50 });
		return { total, exactMs: performance.now() - began };
	},
};

/**
 * @param {unknown} asked As VS Code asks for it, with or without its ending.
 * @param {string} file
 */
const isFile = (asked, file) =>
	typeof asked === 'string' && (asked === file || `${asked}.js` === file || asked === `${file}.js`);

/**
 * @param {(...args: unknown[]) => unknown} activate
 * @param {{ activateMs: number }} own
 */
const timed =
	(activate, own) =>
	(/** @type {unknown[]} */ ...args) => {
		const began = performance.now();
		const api = activate(...args);
		own.activateMs = performance.now() - began;
		return api;
	};

/** Ms that this thread has run, and that it was ready to run but had no processor; 0 where the system does not tell. */
function threadTimes() {
	try {
		const [ran = 0, waited = 0] = readFileSync('/proc/thread-self/schedstat', 'utf8')
			.split(' ')
			.map(Number);
		return { workedMs: ran / 1e6, waitedMs: waited / 1e6 };
	} catch {
		return { workedMs: 0, waitedMs: 0 };
	}
}

/** Resolves when the host's main thread has done next to nothing for a second: VS Code has started. */
async function idle() {
	for (;;) {
		const before = performance.eventLoopUtilization();
		await new Promise(resolve => setTimeout(resolve, 1000));
		if (performance.eventLoopUtilization(before).utilization < 0.05) return;
	}
}

/** @param {StreamSession} session */
function ended(session) {
	return new Promise(resolve => {
		const isOver = () => session.state === 'closed' || session.state === 'failed';
		if (isOver()) return resolve(undefined);
		const listening = session.onDidChangeState(() => {
			if (!isOver()) return;
			listening.dispose();
			resolve(undefined);
		});
	});
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function obey(request, response) {
	try {
		let text = '';
		for await (const chunk of request) text += chunk;
		const name = /** @type {keyof typeof orders} */ (request.url?.slice(1));
		response.end(JSON.stringify(await orders[name](JSON.parse(text))));
	} catch (error) {
		response.writeHead(500).end(String(error));
	}
}

exports.activate = () => {
	const server = createServer((request, response) => void obey(request, response));
	server.listen(Number(process.env.EVENT_STREAM_BENCH_PORT), '127.0.0.1');
};
