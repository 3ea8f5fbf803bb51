/**
 * What comes with the first stream, and the dialogs: bundled into a file of their own, which is read
 * when the first of it is wanted, so that activation need not read it.
 */
export async function loadOnDemand() {
	return (await import('./onDemand')).onDemand;
}
