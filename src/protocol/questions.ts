import type { Completion } from '../domain/query/completionItem';
import type { JsonPath } from '../domain/query/query';
import type { ShownEntry } from './about/about';
import type { ShownChanges } from './changeLines';
import type { StreamColumns } from './columns';
import type { FilterEdit, FilterVerdict } from './filterVerdict';
import type { Row } from './row';
import type { ShownText } from './textLines';

/** Each question with its answer. */
export interface Questions {
	/** The rows `from … to - 1` of the epoch; at most {@link maxRowsPerQuestion}. */
	rows: {
		question: {
			readonly epoch: number;
			readonly from: number;
			readonly to: number;
			/** What is wanted of their data beside its beginning. */
			readonly wanted?: StreamColumns;
		};
		/**
		 * Fewer rows than asked for: that many there are, or, with `wanted`, that many could be read at a
		 * time. No rows and another epoch: the question came too late.
		 */
		answer: {
			readonly epoch: number;
			readonly from: number;
			readonly rows: readonly Row[];
		};
	};
	/** One entry in full. */
	entry: {
		question: { readonly seq: number };
		/** `undefined`: no longer in the capture. */
		answer: ShownEntry | undefined;
	};
	/** Where an entry stands among the matching ones, or the place of the nearest one after it. */
	locate: {
		question: { readonly epoch: number; readonly seq: number };
		answer: { readonly index: number; readonly isExact: boolean };
	};
	/** What to make of the text of a filter. Nothing comes into force by it. */
	filter: { question: { readonly text: string }; answer: FilterVerdict };
	/** The text with something asked for by hand; that of the filter in force, if the text is not valid. */
	editFilter: { question: { readonly text: string; readonly edit: FilterEdit }; answer: string };
	/**
	 * The next entry with a text among the matching ones, round the ends: after (1) or before (-1) the
	 * entry `seq`, or from it on (0). Without a text nothing is looked for any more.
	 */
	find: {
		question: { readonly text: string; readonly seq: number; readonly step: -1 | 0 | 1 };
		/** Its place among those that have the text, from 1; neither if none has. `undefined`: outdated. */
		answer: { readonly seq?: number; readonly place?: number } | undefined;
	};
	/** Ways to go on with the text of a filter at the caret. */
	complete: { question: { readonly text: string; readonly caret: number }; answer: Completion };
	/** How the data of an event differs from that of the event of its type before it. */
	changes: { question: { readonly seq: number }; answer: ShownChanges };
	/**
	 * The text that the event is a part of: at the path, else as the protocols of language models
	 * have it. `undefined`: of none.
	 */
	text: {
		question: { readonly seq: number; readonly path?: JsonPath };
		answer: ShownText | undefined;
	};
}

/** More than a screen of any size shows. */
export const maxRowsPerQuestion = 1000;

export type QuestionType = keyof Questions;

export type Ask = {
	[T in QuestionType]: {
		readonly type: 'ask';
		readonly id: number;
		readonly about: T;
	} & Questions[T]['question'];
}[QuestionType];

export type Reply =
	| { readonly type: 'reply'; readonly id: number; readonly answer: unknown }
	| { readonly type: 'reply'; readonly id: number; readonly error: string };
