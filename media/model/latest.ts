/**
 * Fetches what is looked at now: one at a time and then the latest wish, so that a held arrow key
 * does not queue up what it went by.
 */
export class Latest<K, V> {
	private wish: K | undefined;
	private inFlight: K | undefined;

	constructor(
		private readonly fetch: (key: K) => Promise<V>,
		/** Without a value it could not be fetched. */
		private readonly onFetched: (key: K, value?: V) => void,
	) {}

	want(key: K): void {
		if (key === this.inFlight) this.wish = undefined;
		else this.wish = key;
		this.pump();
	}

	private pump(): void {
		const key = this.wish;
		if (key === undefined || this.inFlight !== undefined) return;
		this.wish = undefined;
		this.inFlight = key;
		const done = (value?: V) => {
			this.inFlight = undefined;
			// What was wanted meanwhile will be here soon: the one in between would only flash.
			if (this.wish === undefined) this.onFetched(key, value);
			this.pump();
		};
		this.fetch(key).then(done, () => done());
	}
}
