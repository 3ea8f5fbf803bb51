import { parentPort } from 'node:worker_threads';
import { assertNever } from '../base/assertNever';
import type { Overview } from '../protocol/overview';
import { answer, type Ask } from './ask';
import { openCaptureFile } from './file/captureFile';
import type { Batch, CaptureNews, CaptureQuestions } from './captureMessages';
import { CaptureReader } from './captureReader';
import {
	deleteCaptures,
	enforceRetention,
	listCaptures,
	lookAtCapture,
	renameCapture,
} from './catalogue/catalogue';
import { CaptureWriter } from './captureWriter';
import { CommitSchedule } from './file/commitSchedule';
import { readOverview } from './overview/readOverview';
import { speakAsStarted } from './translation';

/** The program of the threads that write and read captures. */
class CaptureWorker {
	private readonly writers = new Map<number, CommitSchedule>();
	private readonly readers = new Map<number, CaptureReader>();

	constructor(private readonly post: (news: CaptureNews) => void) {}

	take(batch: Batch): void {
		const { capture } = batch;
		try {
			// One may still be on its way when the capture is closed.
			this.writers.get(capture)?.take(batch);
		} catch (error) {
			// The other captures have nothing to do with it.
			const message = error instanceof Error ? error.message : String(error);
			this.post({ type: 'failed', capture, message });
		}
	}

	reply(ask: Ask<CaptureQuestions>): unknown {
		switch (ask.about) {
			case 'create': {
				const writer = new CaptureWriter(ask.file, ask.of, ask.limits);
				this.writers.set(ask.capture, new CommitSchedule(ask.capture, writer, this.post));
				return writer.commit();
			}
			case 'flush':
				return this.writer(ask.capture).commit();
			case 'end':
				return this.writer(ask.capture).end(ask.time);
			case 'clear':
				return this.writer(ask.capture).clear();
			case 'overview':
				return this.writer(ask.capture).overview();
			case 'open':
				this.readers.set(ask.capture, new CaptureReader(ask.file, ask.isHeld));
				return undefined;
			case 'summary':
				return this.reader(ask.capture).summary();
			case 'rows':
				return this.reader(ask.capture).rows(ask.seqs, ask.wanted);
			case 'entries':
				return this.reader(ask.capture).entries(ask.seqs);
			case 'entry':
				return this.reader(ask.capture).entry(ask.seq);
			case 'changes':
				return this.reader(ask.capture).changes(ask.seq);
			case 'text':
				return this.reader(ask.capture).text(ask.seq, ask.path);
			case 'wireBytes':
				return this.reader(ask.capture).wireBytes(ask.seq);
			case 'eventTypes':
				return this.reader(ask.capture).eventTypes(ask.limit);
			case 'jsonShape':
				return this.reader(ask.capture).jsonShape();
			case 'seqOfId':
				return this.reader(ask.capture).seqOfId(ask.eventId);
			case 'attempts':
				return this.reader(ask.capture).attempts();
			case 'attemptBytes':
				return this.reader(ask.capture).attemptBytes(ask.attempt, ask.range);
			case 'bookmarks':
				return this.reader(ask.capture).bookmarks();
			case 'bookmark':
				(this.writers.get(ask.capture) ?? this.reader(ask.capture)).bookmark(ask.seq, ask.label);
				return undefined;
			case 'rename':
				return (this.writers.get(ask.capture) ?? this.reader(ask.capture)).rename(ask.title);
			case 'close':
				this.writers.get(ask.capture)?.close();
				this.readers.get(ask.capture)?.close();
				this.writers.delete(ask.capture);
				this.readers.delete(ask.capture);
				return undefined;
			case 'readOverview':
				return overviewOf(ask.file);
			case 'listCaptures':
				return listCaptures(ask.folder);
			case 'lookAtCapture':
				return lookAtCapture(ask.file);
			case 'deleteCaptures':
				return deleteCaptures(ask.files);
			case 'enforceRetention':
				return enforceRetention(ask.folder, ask.limits, ask.nowMs);
			case 'renameCapture':
				return renameCapture(ask.file, ask.title);
			default:
				return assertNever(ask);
		}
	}

	private writer(capture: number): CommitSchedule {
		return present(this.writers.get(capture));
	}

	private reader(capture: number): CaptureReader {
		return present(this.readers.get(capture));
	}
}

function overviewOf(file: string): Overview {
	const database = openCaptureFile(file);
	try {
		return readOverview(database).snapshot();
	} finally {
		database.close();
	}
}

function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('The capture is closed.');
	return value;
}

const port = parentPort;
if (port === null) throw new Error('Only runs as a worker thread.');
speakAsStarted();
const worker = new CaptureWorker(news => port.postMessage(news));
port.on('message', (message: Batch | Ask<CaptureQuestions>) => {
	if (message.type === 'batch') worker.take(message);
	else port.postMessage(answer(message.id, () => worker.reply(message)));
});
