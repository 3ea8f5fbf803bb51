import * as l10n from '@vscode/l10n';
import { createParser, type EventSourceParser } from 'eventsource-parser';
import { defaultReconnectionTimeMs } from '../domain/connectionState';
import { durationText, sizeText } from '../domain/words';
import type { Block, BlockSink } from './blocks';
import { fieldLines } from './fieldLines';
import type { FrameSink } from './frameSink';
import { reasonToIgnore } from './ignoredLine';
import { LatestId } from './latestId';
import { PlainEventReader } from './plainEvent';
import { isValidUtf8 } from './utf8';

/** What is in force as a connection begins. */
export interface StreamBeginning {
	/** Where the body begins among all body bytes of the capture. */
	readonly offset: number;
	/** The last event ID string. */
	readonly lastEventId: string;
	/** The reconnection time, in ms; absent: the default. */
	readonly reconnectionTime?: number;
}

/**
 * Makes frames of the blocks of one connection. The rules are eventsource-parser's. It is fed whole
 * blocks, one at a time, so that what it says can be pinned to bytes and never depends on chunks. Plain
 * events never get to it: measured, to read those from the bytes takes a fifth of the time.
 */
export class FrameReader implements BlockSink {
	private readonly parser: EventSourceParser;
	/** A BOM within the stream is part of its line, so the decoder must keep it. */
	private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	private readonly plain = new PlainEventReader();
	private readonly latestId: LatestId;
	private reconnectionTime: number;
	private isFirstBlock = true;

	// What the parser said about the block in hand.
	private event: { readonly type: string; readonly data: string } | undefined;
	private id: string | undefined;
	private retry: number | undefined;
	private hasAsides = false;

	constructor(
		private readonly sink: FrameSink,
		private readonly begin: StreamBeginning,
	) {
		this.latestId = new LatestId(begin.lastEventId, bytes => this.decoder.decode(bytes));
		this.reconnectionTime = begin.reconnectionTime ?? defaultReconnectionTimeMs;
		const aside = () => {
			this.hasAsides = true;
		};
		this.parser = createParser({
			onEvent: ({ event, data }) => {
				// [spec] "If the event type buffer has a value other than the empty string, change the type
				// of the newly created event to equal the value of the event type buffer."
				this.event = { type: event || 'message', data };
			},
			// Unlike `event.id`, also for a block without data.
			onId: id => {
				this.id = id;
			},
			onRetry: retry => {
				// Digits without end parse to Infinity, which no clock can wait for.
				this.retry = Math.min(retry, Number.MAX_SAFE_INTEGER);
			},
			onComment: aside,
			onError: aside,
		});
		// [spec] "strip the leading U+FEFF": one, and it is taken off here. The parser looks for a BOM
		// in the first text it gets, and must not take off a second.
		this.parser.feed('\n');
	}

	/** The last event ID string. */
	get lastEventId(): string {
		return this.latestId.text;
	}

	readPlain(chunk: Uint8Array, start: number, offset: number, maxBytes: number): number {
		const { plain } = this;
		if (!plain.read(chunk, start, maxBytes)) return 0;
		this.isFirstBlock = false;
		plain.offset = this.begin.offset + offset;
		if (plain.idStart !== -1) this.latestId.take(chunk, plain.idStart, plain.idEnd);
		if (plain.retry !== -1) this.reconnectionTime = plain.retry;
		this.sink.plainEvent(plain);
		return plain.end;
	}

	block(block: Block): void {
		// Its parts came in several chunks.
		if (block.cutBytes === 0 && this.readPlain(block.bytes, 0, block.offset, block.size) > 0)
			return;
		const bytes = this.withoutBom(block.bytes);
		const text = this.decoder.decode(bytes);
		// The limit may have taken its last line ends alone.
		this.read(withLineFeeds(block.bytes.length < block.size ? `${text}\n\n` : text));
		const isDispatched = this.event !== undefined;
		// An ID with NUL is passed over by the parser without a word.
		const setsSomething = isDispatched || this.retry !== undefined || this.id !== undefined;
		if (this.hasAsides || !setsSomething || text.includes('\0')) {
			this.asides(block, bytes, setsSomething);
		}
		// [spec] "Set the last event ID string of the event source to the value of the last event ID
		// buffer." That is done when a block ends, whether or not it dispatches an event.
		if (this.id !== undefined) this.latestId.text = this.id;
		if (setsSomething) this.ownFrame(block, bytes, text);
		if (this.retry !== undefined) this.reconnectionTime = this.retry;
	}

	extendLatest(): void {
		this.sink.extendLatest();
	}

	/** [spec] "Once the end of the file is reached, any pending data must be discarded." */
	rest(block: Block): void {
		const bytes = this.withoutBom(block.bytes);
		if (bytes.length === 0) return; // the BOM alone
		const text = this.decoder.decode(bytes);
		const lines = withLineFeeds(text);
		// `retry` takes effect when its line ends, not when its block does.
		this.read(lines.slice(0, lines.lastIndexOf('\n') + 1));
		const note = l10n.t('the stream ended before the blank line, so nothing is dispatched');
		this.sink.frame({
			kind: 'incomplete',
			type: '',
			data: lines.replace(/\n$/, ''),
			lastEventId: this.lastEventId,
			...(this.retry !== undefined && { retry: this.retry }),
			offset: this.begin.offset + block.offset,
			size: block.size,
			note: this.notes(block, bytes, text, [
				this.retry === undefined
					? note
					: l10n.t`${note}; its retry counts: reconnection time, was ${durationText(this.reconnectionTime)}`,
			]),
			...cut(block),
		});
	}

	private read(text: string): void {
		this.event = undefined;
		this.id = undefined;
		this.retry = undefined;
		this.hasAsides = false;
		this.parser.feed(text);
	}

	private ownFrame(block: Block, bytes: Uint8Array, text: string): void {
		const kind = this.event ? 'event' : this.retry !== undefined ? 'retry' : 'id';
		const was =
			kind === 'retry'
				? [l10n.t`reconnection time, was ${durationText(this.reconnectionTime)}`]
				: [];
		const note = this.notes(block, bytes, text, was);
		this.sink.frame({
			kind,
			type: this.event?.type ?? '',
			data: this.event?.data ?? withLineFeeds(text).replace(/\n+$/, ''),
			...(this.id !== undefined && { id: this.id }),
			lastEventId: this.lastEventId,
			...(this.retry !== undefined && { retry: this.retry }),
			offset: this.begin.offset + block.offset,
			size: block.size,
			...(note !== undefined && { note }),
			...cut(block),
		});
	}

	/** Comments, and the lines that the standard says to ignore, each with the reason. */
	private asides(block: Block, bytes: Uint8Array, hasOwnFrame: boolean): void {
		const skipped = block.bytes.length - bytes.length; // the BOM
		const lines = fieldLines(bytes, part => this.decoder.decode(part))
			.map(line => ({ line, reason: reasonToIgnore(line, hasOwnFrame) }))
			.filter(({ line, reason }) => line.field === undefined || reason !== undefined);
		lines.forEach(({ line, reason }, index) => {
			// A block that gives no frame of its own is shared out among its lines to the last byte.
			const isFirst = index === 0 && !hasOwnFrame;
			const isLast = index === lines.length - 1 && !hasOwnFrame;
			const start = isFirst ? 0 : skipped + line.start;
			const end = isLast ? block.size : skipped + line.start + line.size;
			const cutBlock = isLast && block.cutBytes > 0 ? block : undefined;
			const reasons = reason === undefined ? [] : [reason];
			const note = this.notes(cutBlock, line.bytes, line.text, reasons);
			this.sink.frame({
				kind: line.field === undefined ? 'comment' : 'ignored',
				type: '',
				data: line.field === undefined ? line.value : line.text,
				lastEventId: this.lastEventId,
				offset: this.begin.offset + block.offset + start,
				size: end - start,
				...(note !== undefined && { note }),
				...(cutBlock && cut(cutBlock)),
			});
		});
	}

	private notes(
		block: Block | undefined,
		bytes: Uint8Array,
		text: string,
		notes: string[],
	): string | undefined {
		if (block !== undefined && block.cutBytes > 0) {
			notes.push(l10n.t`cut: ${sizeText(block.cutBytes)} more are in the capture`);
		}
		if (text.includes('\ufffd') && !isValidUtf8(bytes)) {
			notes.push(l10n.t('not valid UTF-8: the invalid bytes are shown as \ufffd'));
		}
		return notes.length === 0 ? undefined : notes.join('; ');
	}

	/** [spec] "The UTF-8 decode algorithm strips one leading UTF-8 Byte Order Mark (BOM), if any." */
	private withoutBom(bytes: Uint8Array): Uint8Array {
		if (!this.isFirstBlock) return bytes;
		this.isFirstBlock = false;
		const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
		return hasBom ? bytes.subarray(3) : bytes;
	}
}

function cut(block: Block): { cutBytes?: number } {
	return block.cutBytes > 0 ? { cutBytes: block.cutBytes } : {};
}

/** The parser would have to wait after a CR that comes last, in case an LF follows. */
function withLineFeeds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
