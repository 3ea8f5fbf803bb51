import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { commands } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { entries, inspectors, inspectorApi, inState, untilTabs } from './inspector';

const streamCount = 100;
const rate = 20;
const seconds = 60;
const perStream = rate * seconds;
const burstCount = 100_000;
const pageSize = 10_000;

describe('a hundred streams at once, for a minute', () => {
	let api: InspectorApi;
	let server: ChildProcess;
	let origin: string;
	const warnings: Error[] = [];
	const listen = (warning: Error) => {
		if (warning.name === 'MaxListenersExceededWarning') warnings.push(warning);
	};

	before(async () => {
		api = await inspectorApi();
		server = fork(join(__dirname, '../fixtures/serverProcess.js'), {
			env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
		});
		origin = `http://127.0.0.1:${(await answer<{ port: number }>(server)).port}`;
		process.on('warning', listen);
	});
	after(async () => {
		process.off('warning', listen);
		await Promise.all(api.sessions.map(session => session.close()));
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		server.disconnect();
	});

	it('each is complete and in order, and the rest of VS Code goes on', async () => {
		const delay = monitorEventLoopDelay({ resolution: 10 });
		delay.enable();
		const connect = (path: string, reveal: boolean): Promise<StreamSession> =>
			api.connect({ name: path, url: `${origin}${path}`, reconnect: 'never' }, { reveal });
		const steady: StreamSession[] = [];
		for (let n = 1; n <= streamCount; n++) {
			steady.push(await connect(`/ticks?rate=${rate}&n=${perStream}&stream=${n}`, n === 1));
		}
		const burst = await connect(`/burst?n=${burstCount}&size=100`, true);
		await untilTabs(() => inspectors().length === 2);

		let areOver = false;
		const over = Promise.all(steady.map(session => inState(session, 'closed'))).then(() => {
			areOver = true;
		});
		let answered = 0;
		while (!areOver) {
			// What a person does meanwhile, about once a second.
			const one = steady[answered % streamCount]!;
			await entries(one, 'type:tick', 1);
			assert.ok((await commands.getCommands(true)).includes(commandIds.connect));
			answered++;
			await Promise.race([pause(1000), over]);
		}
		await entries(burst, `id:${burstCount}`, 1);
		delay.disable();
		const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map(ns =>
			(ns / 1e6).toFixed(1),
		);
		console.log(
			`      event loop of the extension host: p50 ${p50} ms, p99 ${p99} ms, max ${max} ms; ` +
				`${answered} rounds of queries and commands`,
		);
		assert.ok(answered > 0);

		for (const session of steady) await assertComplete(session, perStream);
		await assertComplete(burst, burstCount);
		assert.deepEqual(warnings, []);
	}).timeout(600_000);

	it('leave nothing behind when they are closed', async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		let open: number;
		do {
			server.send('count');
			open = (await answer<{ openSockets: number }>(server)).openSockets;
		} while (open > 0);
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		assert.deepEqual(api.sessions, []);
	});
});

async function answer<T>(child: ChildProcess): Promise<T> {
	const [message] = (await once(child, 'message')) as [T];
	return message;
}

/** All events that the server sent, once each, in the order in which it sent them. */
async function assertComplete(session: StreamSession, count: number): Promise<void> {
	const { url } = session.endpoint;
	let seen = 0;
	for (let offset = 0; ; offset += pageSize) {
		// Without a filter, which would cost a thread each time.
		const { entries: page } = await session.query('', { offset, limit: pageSize });
		if (page.length === 0) break;
		for (const { kind, id } of page) {
			if (kind === 'event') assert.equal(id, String(++seen), url);
		}
	}
	assert.equal(seen, count, url);
	const { received, kept, dropped } = session.counts;
	assert.deepEqual({ kept, dropped }, { kept: received, dropped: 0 }, url);
}
