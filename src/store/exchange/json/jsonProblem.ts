/** What is wrong with a text that should be JSON, and where. */
export class JsonProblem extends Error {
	/** @param line from 1 */
	constructor(
		readonly line: number,
		what: string,
	) {
		super(what);
		this.name = 'JsonProblem';
	}
}
