import { parentPort } from 'node:worker_threads';
import { assertNever } from '../base/assertNever';
import { answer, type Ask } from './ask';
import { writeExport } from './exchange/exporters';
import type { ExchangeProgress, ExchangeQuestions } from './exchange/exchangeMessages';
import { readImport } from './exchange/importers';
import { speakAsStarted } from './translation';

/** Whoever waits is told this often, in ms. */
const progressIntervalMs = 100;

/** The program of a thread that writes one file, or reads one, and is ended then. */
const port = parentPort;
if (port === null) throw new Error('Only runs as a worker thread.');

speakAsStarted();

const progress = { toldAt: 0 };

function tell(done: number, total: number): void {
	const now = performance.now();
	if (now - progress.toldAt < progressIntervalMs) return;
	progress.toldAt = now;
	port?.postMessage({ type: 'progress', done, total } satisfies ExchangeProgress);
}

function reply(ask: Ask<ExchangeQuestions>): unknown {
	switch (ask.about) {
		case 'export':
			return writeExport(ask.order, tell);
		case 'import':
			return readImport(ask.order, tell);
		default:
			return assertNever(ask);
	}
}

port.on('message', (ask: Ask<ExchangeQuestions>) => {
	port.postMessage(answer(ask.id, () => reply(ask)));
});
