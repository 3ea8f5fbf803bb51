import { assertNever } from '../../base/assertNever';
import { connectionKinds, type EntryKind } from '../entry';
import { keyOf, type Choice, type Chosen } from './choice';
import { quoted } from './problem';
import type { Query } from './query';
import { changed, unitsOf, type Change, type Unit } from './units';

/** The choices of a valid filter. */
export function chosenIn(text: string): Chosen {
	const only: string[] = [];
	const not: string[] = [];
	for (const unit of unitsOf(text) ?? []) {
		(unit.isNegated ? not : only).push(...choicesOf(unit).map(keyOf));
	}
	return { only, not };
}

/**
 * The filter in which a choice is made, or no longer if it was: to see only this, or all but this. What
 * else is asked for stays.
 * @param text a valid filter.
 */
export function choose(text: string, choice: Choice, mode: 'only' | 'not'): string {
	const term = `${mode === 'not' ? '-' : ''}${termOf([choice])}`;
	const units = unitsOf(text);
	if (units === undefined) return `(${text.trim()}) ${term}`;
	const key = keyOf(choice);
	const of = (isNegated: boolean) =>
		units.filter(unit => unit.isNegated === isNegated && choicesOf(unit).length > 0);
	const holds = (unit: Unit) => choicesOf(unit).some(other => keyOf(other) === key);
	const without = (unit: Unit): Change => {
		const rest = choicesOf(unit).filter(other => keyOf(other) !== key);
		const sign = unit.isNegated ? '-' : '';
		return { unit, text: rest.length === 0 ? '' : sign + termOf(rest) };
	};
	const same = of(mode === 'not').filter(holds);
	if (same.length > 0) return changed(text, units, same.map(without), undefined);
	const opposite = of(mode === 'only')
		.filter(holds)
		.map(without);
	if (mode === 'not') return changed(text, units, opposite, term);
	// Only this: in the place of what was the only thing so far.
	const [first, ...others] = of(false);
	const changes = [...opposite, ...others.map(unit => ({ unit, text: '' }))];
	if (first === undefined) return changed(text, units, changes, term);
	return changed(text, units, [...changes, { unit: first, text: term }], undefined);
}

/** What a unit chooses; nothing if it asks for anything else. */
function choicesOf({ term }: Unit): Choice[] {
	return term === undefined ? [] : choicesIn(term);
}

function choicesIn(query: Query): Choice[] {
	switch (query.type) {
		case 'or': {
			const all = query.terms.map(choicesIn);
			return all.some(choices => choices.length === 0) ? [] : all.flat();
		}
		case 'field':
			if (query.test.type === 'kind') return kindChoices(query.test.kinds);
			return query.field === 'type' && query.test.type === 'equals'
				? [{ field: 'type', value: query.test.text }]
				: [];
		case 'and':
		case 'not':
		case 'text':
		case 'regex':
			return [];
		default:
			return assertNever(query);
	}
}

function kindChoices(kinds: readonly EntryKind[]): Choice[] {
	const isWhole = connectionKinds.every(kind => kinds.includes(kind));
	const others = kinds.filter(
		kind => !isWhole || !(connectionKinds as readonly string[]).includes(kind),
	);
	return [...others, ...(isWhole ? ['connection'] : [])].map(value => ({ field: 'kind', value }));
}

/** The term for choices of one field. */
function termOf(choices: readonly Choice[]): string {
	const values = choices.map(({ value }) =>
		/^[\p{L}\p{N}_][\p{L}\p{N}_.:@-]*$/u.test(value) ? value : quoted(value),
	);
	return `${choices[0]?.field ?? 'type'}:${values.join(',')}`;
}
