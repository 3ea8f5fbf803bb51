import { connectionKinds, type Entry, type EntryKind } from '../../../src/domain/entry';
import { blockOf, wireOf, type Captured } from './capture';
import { at, seeded } from './clock';
import { request, response } from './marketFacts';

const types = ['tick', 'trade', 'news', 'snapshot', 'message'];

/** What a line of market data may set; the rest follows from the lines before. */
type Line = Partial<Entry> & { readonly kind: EntryKind };

/** Market data with everything in it that can happen on a stream: the pictures are taken of it. */
export function market(): Captured[] {
	return new Market().run();
}

class Market {
	private readonly found: Captured[] = [];
	private readonly random = seeded(7);
	private readonly prices: Record<string, number> = { ACME: 101.18, GLOBEX: 47.02, INITECH: 9.31 };
	private time = at(12, 3, 10, 100);
	private seq = 3355;
	private id = 88_187;
	private chunk = 1150;
	private lastEvent = at(12, 3, 10, 60);
	private offset = 0x6_0000;

	run(): Captured[] {
		for (let i = 0; i < 8; i++) {
			this.tick(12 + i * 5, i % 2 === 0 ? 'ACME' : 'GLOBEX');
			this.trade(9 + i * 4, i % 3 === 0 ? 'ACME' : 'INITECH');
		}
		this.time = at(12, 3, 10, 850);
		this.lastEvent = this.time;
		this.tick(21, 'ACME');
		this.tick(19, 'GLOBEX');
		this.trade(41, 'ACME');
		this.tick(0, 'ACME', true);
		this.tick(63, 'INITECH');
		this.push(8, { kind: 'comment', data: 'heartbeat', size: 15 });
		this.tick(27, 'GLOBEX');
		this.event(
			44,
			'news',
			'{"headline":"ACME raises full-year guidance, names new CFO","source":"Newswire","symbols":["ACME"],"lang":"en"}',
		);
		this.trade(4, 'ACME');
		this.tick(12, 'ACME');
		this.push(96, { kind: 'ignored', data: 'evnt: trade', note: 'unknown field “evnt”', size: 13 });
		this.event(
			0,
			'message',
			'{"symbol":"GLOBEX","price":47.05,"size":100,"side":"sell","venue":"XNAS"}',
		);
		this.push(31, {
			kind: 'retry',
			data: 'retry: 2000',
			note: 'reconnection time, was 3 s',
			size: 15,
			retry: 2000,
		});
		this.tick(22, 'ACME');
		this.push(20, {
			kind: 'closed',
			data: 'by the server after 2\u202f187 events in 1 min 24 s',
		});
		this.push(0, {
			kind: 'waiting',
			data: '2 s before reconnecting, as the server asked',
			details: { delayMs: 2000 },
		});
		this.push(2003, {
			kind: 'connecting',
			data: `attempt 3 · sends Last-Event-ID ${this.id - 1}`,
			details: request(this.id - 1),
		});
		this.push(26, {
			kind: 'open',
			data: '200 · HTTP/1.1 · text/event-stream · first byte after 24 ms',
			details: { ...request(this.id - 1), ...response },
		});
		this.event(
			3,
			'snapshot',
			'{"book":{"ACME":{"bids":[[101.18,1200],[101.17,800],[101.16,2100],[101.15,400]],"asks":[[101.22,300],[101.23,950]]}}}',
			false,
			48_214,
		);
		this.tick(0, 'ACME', true);
		this.trade(0, 'ACME', true);
		this.tick(38, 'GLOBEX');
		this.tick(17, 'INITECH');
		this.picked();
		for (const [dt, symbol] of [
			[9, 'ACME'],
			[28, 'GLOBEX'],
		] as const)
			this.tick(dt, symbol);
		this.push(15, { kind: 'comment', data: 'heartbeat', size: 15 });
		const rest =
			'trade 33 GLOBEX,tick 11 ACME,tick 54 INITECH,trade 2 ACME,tick 19 GLOBEX,tick 36 ACME,tick 21 ACME,trade 44 INITECH,tick 5 GLOBEX,tick 31 ACME';
		for (const [kind, dt, symbol] of rest.split(',').map(line => line.split(' '))) {
			if (kind === 'tick') this.tick(Number(dt), symbol!);
			else this.trade(Number(dt), symbol!);
		}
		return this.found;
	}

	private walk(symbol: string): number {
		const price = (this.prices[symbol] ?? 0) + (this.random() - 0.48) * 0.06;
		return (this.prices[symbol] = Math.round(price * 100) / 100);
	}

	private lots(most: number): number {
		return 100 * (1 + Math.floor(this.random() * most));
	}

	private tick(dt: number, symbol: string, sameChunk = false): void {
		const price = this.walk(symbol);
		const [bid, ask] = [(price - 0.02).toFixed(2), (price + 0.02).toFixed(2)];
		this.event(
			dt,
			'tick',
			`{"symbol":"${symbol}","bid":${bid},"ask":${ask},"bidSize":${this.lots(18)},"askSize":${this.lots(18)}}`,
			sameChunk,
		);
	}

	private trade(dt: number, symbol: string, sameChunk = false): void {
		const price = this.walk(symbol).toFixed(2);
		const side = this.random() > 0.5 ? 'buy' : 'sell';
		this.event(
			dt,
			'trade',
			`{"symbol":"${symbol}","price":${price},"size":${this.lots(9)},"side":"${side}","venue":"XNAS"}`,
			sameChunk,
		);
	}

	/** The trade that is selected in the pictures: it came in two chunks. */
	private picked(): void {
		const data =
			'{"symbol":"ACME","price":101.2,"size":300,"side":"buy","venue":"XNAS","conditions":["@","F"],"seq":4410291,"book":{"bid":101.18,"ask":101.22}}';
		this.event(326, 'trade', data);
		const { entry, typeIndex } = this.found.pop()!;
		const block = blockOf(entry);
		const wire = wireOf(block, 0x6_61ac, entry, block.indexOf('"venue"'));
		this.found.push({ entry: { ...entry, size: 177 }, typeIndex, wire });
	}

	private event(dt: number, type: string, data: string, sameChunk = false, size?: number): void {
		if (sameChunk) this.chunk--;
		const time = this.time + dt;
		const id = String(this.id++);
		const own: Line = { kind: 'event', type, data, id, gap: time - this.lastEvent };
		this.lastEvent = time;
		this.push(dt, { ...own, size: size ?? blockOf({ ...own } as Entry).length });
	}

	private push(dt: number, line: Line): void {
		this.time += dt;
		this.chunk++;
		const isConnection = (connectionKinds as readonly string[]).includes(line.kind);
		const entry: Entry = {
			seq: this.seq++,
			time: this.time,
			type: '',
			data: '',
			size: 0,
			lastEventId: String(this.id - 1),
			attempt: this.time < at(12, 3, 13, 0) ? 2 : 3,
			...(!isConnection && { chunk: this.chunk, offset: this.offset }),
			...line,
		};
		this.offset += entry.size;
		const typeIndex = line.kind === 'event' ? types.indexOf(entry.type) : undefined;
		const isOpen = line.kind === 'open';
		this.found.push({ entry, typeIndex, ...(isOpen && { firstEventMs: 26.6 }) });
	}
}
