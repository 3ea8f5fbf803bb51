/**
 * The dialogs, and what else is seldom needed: bundled into a file of their own, which is read when
 * the first of them is wanted, so that activation need not read it.
 */
export async function loadOnDemand() {
	return (await import('./onDemand')).onDemand;
}
