import { escapeRegex } from './filterFunctions';
import { fragment, join, sql, type SqlFragment } from './sqlFragment';

/*
 * Text is compared in any case: by SQLite for ASCII, which is several times faster than a call into
 * JavaScript, and by a regular expression with Unicode's case folding for the rest.
 */

/** A column or an expression, and whether its text can hold a NUL, at which LIKE stops. */
export interface TextSource {
	readonly text: SqlFragment;
	readonly mayHaveNul: boolean;
}

/** Whether `needle` is in one of the texts; never NULL. */
export function containsSql(needle: string, ...sources: TextSource[]): SqlFragment {
	const wanted = fragment('?', needle);
	const texts = sources.map(source => source.text);
	if (needle === '') return sql`(${join('OR', texts.map(isThere))})`;
	if (hasNoCase(needle)) {
		return sql`(${join(
			'OR',
			texts.map(text => sql`instr(${text}, ${wanted}) > 0`),
		)}) IS TRUE`;
	}
	if (!isPlain(needle)) {
		// Only a text that takes more bytes than characters can hold a character beyond ASCII.
		const found = texts.map(
			text =>
				sql`(length(${text}) <> octet_length(${text}) AND filter_contains(${wanted}, ${whole(text)}))`,
		);
		return sql`(${join('OR', found)}) IS TRUE`;
	}
	const pattern = likePattern(`%${escapeLike(needle)}%`);
	const found = texts.map(text => sql`${text} LIKE ${pattern}`);
	const beyondNul = sources
		.filter(source => source.mayHaveNul)
		.map(({ text }) => sql`(${hasNul(text)} AND filter_contains(${wanted}, ${whole(text)}))`);
	return sql`(${join('OR', [...found, ...beyondNul])}) IS TRUE`;
}

/** Whether the text is `wanted`, in any case; never NULL. */
export function equalsSql(wanted: string, text: SqlFragment): SqlFragment {
	const value = fragment('?', wanted);
	return isPlain(wanted) || hasNoCase(wanted)
		? sql`(${text} = ${value} COLLATE NOCASE) IS TRUE`
		: sql`filter_equals(${value}, ${whole(text)})`;
}

/** Whether the text is as `pattern` says, in which `*` stands for any characters; never NULL. */
export function wildcardSql(pattern: string, source: TextSource): SqlFragment {
	const { text, mayHaveNul } = source;
	const parts = pattern.split('*');
	const exact = regexSql(
		{ source: `^${parts.map(escapeRegex).join('.*')}$`, flags: 'isu' },
		source,
	);
	if (!isPlain(pattern)) return exact;
	const like = sql`${text} LIKE ${likePattern(parts.map(escapeLike).join('%'))}`;
	return mayHaveNul
		? sql`(${like} OR (${hasNul(text)} AND ${exact})) IS TRUE`
		: sql`(${like}) IS TRUE`;
}

/** Whether the regular expression finds something in one of the texts; never NULL. */
export function regexSql(
	{ source, flags }: { source: string; flags: string },
	...sources: TextSource[]
): SqlFragment {
	const all = sources
		.map(({ text, mayHaveNul }) =>
			mayHaveNul ? sql`CASE WHEN ${hasNul(text)} THEN ${whole(text)} ELSE ${text} END` : text,
		)
		.reduce((before, text) => sql`${before}, ${text}`);
	return sql`filter_regex(${fragment('?', `${flags}/${source}`)}, ${all})`;
}

/** The text as node:sqlite before Node 24 can hand it on: as text it would end at its first NUL. */
export function whole(text: SqlFragment): SqlFragment {
	return sql`CAST(${text} AS BLOB)`;
}

function hasNul(text: SqlFragment): SqlFragment {
	return sql`instr(${text}, char(0)) > 0`;
}

/** Whether SQLite's own comparisons in any case serve: ASCII without NUL. */
export function isPlain(text: string): boolean {
	return /^\p{ASCII}*$/u.test(text) && !text.includes('\0');
}

/** The right side of LIKE. */
export function likePattern(pattern: string): SqlFragment {
	return pattern.includes('\\') ? fragment("? ESCAPE '\\'", pattern) : fragment('?', pattern);
}

export function escapeLike(text: string): string {
	return text.replace(/[\\%_]/g, '\\$&');
}

function hasNoCase(text: string): boolean {
	return text.toLowerCase() === text.toUpperCase();
}

function isThere(text: SqlFragment): SqlFragment {
	return sql`${text} IS NOT NULL`;
}
