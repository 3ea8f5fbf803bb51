import { assertNever } from '../../base/assertNever';
import type { Overview } from '../../protocol/overview';
import { commitIntervalMs, type Batch, type CaptureNews } from '../captureMessages';
import type { CaptureWriter } from '../captureWriter';
import type { BodyFacts, Progress } from '../progress';

/** What is lost at most where the disk turns out to be full. */
const maxUncommittedBytes = 1_048_576;

/**
 * Feeds a writer, and decides when to commit: at once when little comes in, so that an entry is
 * seen without delay, and at most once per interval when much does, as each commit has its price.
 */
export class CommitSchedule {
	private timer: NodeJS.Timeout | undefined;
	private lastCommitTime = -Infinity;
	private uncommittedBytes = 0;

	constructor(
		private readonly capture: number,
		private readonly writer: CaptureWriter,
		private readonly post: (news: CaptureNews) => void,
	) {}

	take({ pieces, sizeBytes, steps }: Batch): void {
		let piece = 0;
		let at = 0;
		for (const step of steps) {
			switch (step.type) {
				case 'begin':
					this.writer.begin(step.attempt, step.lastEventId);
					break;
				case 'chunks':
				case 'coded':
					for (let i = 0; i < step.chunks.length; i += 2) {
						if (at === pieces[piece]!.length) {
							piece++;
							at = 0;
						}
						const end = at + step.chunks[i]!;
						const chunk = pieces[piece]!.subarray(at, end);
						if (step.type === 'coded') this.writer.writeCoded(chunk, step.chunks[i + 1]!);
						else this.writer.write(chunk, step.chunks[i + 1]!);
						at = end;
						this.commitIfDue(chunk.length);
					}
					break;
				case 'record':
					this.writer.record(step.entry);
					break;
				default:
					assertNever(step);
			}
		}
		// Nobody has a view of them any more, and the memory is for the next ones. The collector of garbage would come
		// for it later, in the whole extension host.
		for (const { buffer } of pieces) buffer.transfer(0);
		if (sizeBytes > 0) this.post({ type: 'taken', capture: this.capture, bytes: sizeBytes });
		this.schedule();
	}

	/** The body has ended. */
	end(time: number): BodyFacts {
		const facts = this.writer.end(time);
		this.schedule();
		return facts;
	}

	/** Commits within the interval. */
	private schedule(): void {
		if (this.timer !== undefined) return;
		const dueMs = Math.max(0, this.lastCommitTime + commitIntervalMs - performance.now());
		this.timer = setTimeout(() => this.commit(), dueMs);
	}

	/** Commits now, and tells how things stand. */
	commit(): Progress {
		const progress = this.writer.commit();
		this.tell(progress);
		return progress;
	}

	clear(): Progress {
		const progress = this.writer.clear();
		this.tell(progress);
		return progress;
	}

	bookmark(seq: number, label: string | undefined): void {
		this.writer.bookmark(seq, label);
		this.tell(this.writer.commit());
	}

	overview(): Overview {
		return this.writer.overview();
	}

	rename(title: string): void {
		this.writer.rename(title);
	}

	close(): void {
		clearTimeout(this.timer);
		this.writer.close();
	}

	private commitIfDue(sizeBytes: number): void {
		this.uncommittedBytes += sizeBytes;
		if (performance.now() >= this.lastCommitTime + commitIntervalMs) this.commit();
		else if (this.uncommittedBytes >= maxUncommittedBytes) {
			// Nobody is told: that would be too often.
			this.writer.commit();
			this.uncommittedBytes = 0;
		}
	}

	private tell(progress: Progress): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.lastCommitTime = performance.now();
		this.uncommittedBytes = 0;
		this.post({ type: 'progress', capture: this.capture, progress });
	}
}
