const venues = ['XNAS', 'XNYS', 'BATS'] as const;
const headlines = [
	'ACME raises full-year guidance, names new CFO',
	'Globex opens its third plant in Cypress Creek',
	'Initech settles dispute over missing staplers',
	'Rates unchanged; markets shrug',
] as const;
/** Prices wander, but never far from these. */
const companies = [
	{ symbol: 'ACME', worth: 112.4 },
	{ symbol: 'GLOBEX', worth: 47.05 },
	{ symbol: 'INITECH', worth: 12.34 },
] as const;

/** What a server sends: an event, without its ID. */
export interface DemoEvent {
	/** Absent: `message`. */
	readonly type?: string;
	readonly data: object;
	/** A line before it that the standard says to ignore. */
	readonly slip?: string;
}

/** Quotes of three made-up companies. */
export class Market {
	private readonly prices = new Map<string, number>(
		companies.map(({ symbol, worth }) => [symbol, worth]),
	);
	private sequence = 4_410_000;

	/** @param random From 0 to 1, without 1. */
	constructor(private readonly random: () => number = Math.random) {}

	/** All that is offered and wanted at the moment. */
	snapshot(time: Date): DemoEvent {
		const book = Object.fromEntries(
			companies.map(({ symbol }) => [
				symbol,
				{ bids: this.side(symbol, -1), asks: this.side(symbol, 1) },
			]),
		);
		return { type: 'snapshot', data: { time: time.toISOString(), book } };
	}

	/** What happens next: mostly ticks, many trades, seldom news. */
	next(): DemoEvent {
		const { symbol, worth } = this.one(companies);
		const before = this.prices.get(symbol) ?? worth;
		const price = rounded(before * (1 + (this.random() - 0.5) / 250) + (worth - before) / 100);
		this.prices.set(symbol, price);
		const dice = this.random();
		if (dice < 0.66) {
			return {
				type: 'tick',
				data: { symbol, bid: rounded(price - 0.02), ask: rounded(price + 0.02) },
			};
		}
		if (dice < 0.69) {
			return {
				type: 'news',
				data: { headline: this.one(headlines), source: 'Newswire', lang: 'en' },
			};
		}
		const size = 100 * this.between(1, 9);
		const trade = { symbol, price, size, side: this.one(['buy', 'sell']), venue: this.one(venues) };
		const data = { ...trade, conditions: ['@', 'F'], seq: ++this.sequence };
		// A typing error that the server's authors never noticed: the line is ignored, the data counts.
		return dice < 0.7 ? { data, slip: 'evnt: trade' } : { type: 'trade', data };
	}

	/** Ms until the next event: waiting times of independent events, with a pause now and then. */
	waitMs(meanMs: number): number {
		const isQuiet = this.random() < 0.004;
		return isQuiet ? this.between(800, 2500) : -meanMs * Math.log(1 - this.random());
	}

	private side(symbol: string, sign: number): number[][] {
		const price = this.prices.get(symbol) ?? 0;
		return Array.from({ length: 20 }, (_, level) => [
			rounded(price + sign * (level + 1) * 0.01),
			100 * this.between(1, 40),
		]);
	}

	private between(low: number, high: number): number {
		return low + Math.floor(this.random() * (high - low + 1));
	}

	private one<T>(choices: readonly T[]): T {
		return choices[this.between(0, choices.length - 1)] as T;
	}
}

/** The event as it goes over the wire. */
export function block({ type, data, slip }: DemoEvent, id?: number): string {
	const line = (name: string, value: string | number | undefined) =>
		value === undefined ? '' : `${name}: ${value}\n`;
	const begin = slip === undefined ? '' : `${slip}\n`;
	return `${begin}${line('id', id)}${line('event', type)}data: ${JSON.stringify(data)}\n\n`;
}

function rounded(price: number): number {
	return Math.round(price * 100) / 100;
}
