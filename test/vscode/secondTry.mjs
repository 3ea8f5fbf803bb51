// @ts-check
// A test of the workbench that failed is tried once more, and named: on a busy machine another program can come
// in between. What fails twice fails; what passes at the second try has a race in it, and is to be mended.

export const mochaHooks = {
	/** @this {{ currentTest?: { state?: string; fullTitle(): string } }} */
	afterEach() {
		const test = /** @type {any} */ (this.currentTest);
		if (test?.state === 'passed' && test.currentRetry() > 0) {
			console.log(`PASSED AT THE SECOND TRY: ${test.fullTitle()}`);
		}
	},
};
