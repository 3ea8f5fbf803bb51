/**
 * Fetches what is looked at now: one at a time and then the latest wish, so that a held arrow key
 * does not queue up what it went by.
 */
export class Latest<K, V> {
	#wish: K | undefined;
	#inFlight: K | undefined;
	#got: { readonly key: K; readonly value?: V } | undefined;
	readonly #fetch: (key: K) => Promise<V>;
	readonly #onFetched: () => void;

	constructor(fetch: (key: K) => Promise<V>, onFetched: () => void) {
		this.#fetch = fetch;
		this.#onFetched = onFetched;
	}

	/** What was fetched, without a value if it cannot be had; `undefined`: it is on its way. */
	get(key: K): { readonly value?: V } | undefined {
		if (this.#got?.key === key) return this.#got;
		this.#wish = key === this.#inFlight ? undefined : key;
		this.#pump();
		return undefined;
	}

	#pump(): void {
		const key = this.#wish;
		if (key === undefined || this.#inFlight !== undefined) return;
		this.#wish = undefined;
		this.#inFlight = key;
		const done = (value?: V) => {
			this.#inFlight = undefined;
			// What was wanted meanwhile will be here soon: the one in between would only flash.
			if (this.#wish === undefined) {
				this.#got = { key, value };
				this.#onFetched();
			}
			this.#pump();
		};
		this.#fetch(key).then(done, () => done());
	}
}
