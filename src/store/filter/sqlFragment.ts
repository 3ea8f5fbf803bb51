/** A condition or an expression with its parameters, in the order of the question marks. */
export interface SqlFragment {
	readonly sql: string;
	readonly params: readonly (string | number)[];
}

/** A piece of SQL of ours, with what belongs in its question marks. Nothing of a user's goes into the text. */
export function fragment(text: string, ...params: (string | number)[]): SqlFragment {
	return { sql: text, params };
}

/** Fragments one after the other, with our own words around them. */
export function sql(words: TemplateStringsArray, ...parts: SqlFragment[]): SqlFragment {
	return {
		sql: words.reduce((text, word, i) => `${text}${parts[i - 1]?.sql ?? ''}${word}`),
		params: parts.flatMap(part => part.params),
	};
}

/** Joins conditions as a balanced tree, because SQLite bounds the depth of an expression. */
export function join(operator: 'AND' | 'OR', conditions: readonly SqlFragment[]): SqlFragment {
	const [first] = conditions;
	if (first === undefined) return fragment(operator === 'AND' ? '1' : '0');
	if (conditions.length === 1) return first;
	const middle = conditions.length >> 1;
	const left = join(operator, conditions.slice(0, middle));
	const right = join(operator, conditions.slice(middle));
	return operator === 'AND' ? sql`(${left} AND ${right})` : sql`(${left} OR ${right})`;
}
