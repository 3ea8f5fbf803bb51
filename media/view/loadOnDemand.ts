/** What the page does without at first: a file of its own, which is read when the first of it is wanted. */
export async function loadOnDemand() {
	return (await import('./onDemand')).onDemand;
}
