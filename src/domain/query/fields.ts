import * as l10n from '@vscode/l10n';
/** What is written after the colon, and so what a value can be tested for. */
export type ValueType =
	'word' | 'text' | 'kind' | 'state' | 'sizeBytes' | 'durationMs' | 'time' | 'count';

/** A name that can stand before the colon in a filter. */
export interface Field {
	readonly name: string;
	readonly valueType: ValueType;
	/** Whether a path into the JSON may follow the name. */
	readonly hasPath?: true;
	/** Whether the values compare as numbers although they are words. */
	readonly isOrdered?: true;
	/** Whether values have fractions and are shown rounded, so that “equals” means “is shown as”. */
	readonly isRounded?: true;
	/** For a menu of completions: a phrase without a final stop. */
	readonly description: string;
	/** A term that can be typed as it is. */
	readonly example: string;
	/** What others call it; only for hints. */
	readonly alsoCalled?: readonly string[];
}

/** All fields, in the order in which they are listed to people. */
export const fields = [
	{
		name: 'type',
		valueType: 'word',
		get description() {
			return l10n.t('Event type; * stands for any characters');
		},
		example: 'type:tick',
		alsoCalled: ['event', 'name'],
	},
	{
		name: 'id',
		valueType: 'word',
		isOrdered: true,
		get description() {
			return l10n.t('ID that the event itself set; "" for none');
		},
		example: 'id:42',
		alsoCalled: ['lastEventId', 'last-event-id'],
	},
	{
		name: 'data',
		valueType: 'text',
		hasPath: true,
		get description() {
			return l10n.t('Text in the data, or with a path a value in its JSON');
		},
		example: 'data.price:>100',
		alsoCalled: ['body', 'json', 'text'],
	},
	{
		name: 'kind',
		valueType: 'kind',
		get description() {
			return l10n.t('Kind of entry; connection stands for all that happened to it');
		},
		example: 'kind:comment',
	},
	{
		name: 'size',
		valueType: 'sizeBytes',
		get description() {
			return l10n.t('Bytes on the wire; B, k, M, G');
		},
		example: 'size:>4k',
		alsoCalled: ['length', 'bytes'],
	},
	{
		name: 'gap',
		valueType: 'durationMs',
		isRounded: true,
		get description() {
			return l10n.t('Time since the event before; ms, s, m, h');
		},
		example: 'gap:>500ms',
		alsoCalled: ['delay', 'delta'],
	},
	{
		name: 'time',
		valueType: 'time',
		get description() {
			return l10n.t('Time of arrival, of the day or with a date');
		},
		example: 'time:>10:30:00',
		alsoCalled: ['date', 'at', 'since', 'after', 'before'],
	},
	{
		name: 'retry',
		valueType: 'durationMs',
		get description() {
			return l10n.t('Reconnection time that the entry set; ms, s, m, h');
		},
		example: 'retry:>1000',
	},
	{
		name: 'attempt',
		valueType: 'count',
		get description() {
			return l10n.t('Number of the connection attempt, from 1');
		},
		example: 'attempt:2',
		alsoCalled: ['connection', 'try'],
	},
	{
		name: 'is',
		valueType: 'state',
		get description() {
			return l10n.t('Entries that you bookmarked');
		},
		example: 'is:bookmarked',
		alsoCalled: ['has'],
	},
] as const satisfies readonly Field[];

/** What an entry can be asked to be. */
export const entryStates = ['bookmarked'] as const;

export type FieldName = (typeof fields)[number]['name'];

/** The fields as a list for people: those that take a path stand in it twice. */
export const fieldNames: readonly string[] = fields.flatMap((field: Field) =>
	field.hasPath ? [field.name, `${field.name}.<path>`] : [field.name],
);

/** The field of that name, in any case. */
export function fieldNamed(name: string): (Field & { readonly name: FieldName }) | undefined {
	const wanted = name.toLowerCase();
	return fields.find(field => field.name === wanted);
}
