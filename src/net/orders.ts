/**
 * Carries out what a user orders, one order after the other, however fast they come and however
 * long the first part of each takes.
 */
export class Orders {
	private latest: Promise<void> = Promise.resolve();
	private newest = 0;

	/**
	 * `begun` is the first part, under way already; `carryOut` does the rest with its result, and is
	 * told whether no other order has come since.
	 */
	give<T>(begun: Promise<T>, carryOut: (result: T, isNewest: boolean) => void): Promise<void> {
		const number = ++this.newest;
		const done = this.latest.then(async () => carryOut(await begun, number === this.newest));
		// One that fails must not keep the next from being carried out.
		this.latest = done.catch(() => {});
		return done;
	}
}
