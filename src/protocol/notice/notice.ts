/** What is said below the last row: how things stand, and the one thing to do about it. */
export interface Notice {
	readonly title?: string;
	/** A sentence, and what is less important. Texts may be foreign. */
	readonly text: string;
	readonly dimText: string;
	/** What else there is to say, which changes all the time. */
	readonly changingText?: string;
	readonly excerpt?: Excerpt;
	/** The first one is the one to choose. */
	readonly buttons: readonly NoticeButton[];
}

/** The beginning of an answer that is no stream. */
export interface Excerpt {
	readonly lines: string;
	/** How much of it that is, and a button for the rest. */
	readonly caption: string;
	readonly button: NoticeButton;
}

export interface NoticeButton {
	readonly label: string;
	readonly look: 'button' | 'button secondary' | 'link';
	readonly act: NoticeAct;
	/** For `setSecret`: which one. */
	readonly name?: string;
}

/** What a button does: an order to the host, or something on the page. */
export type NoticeAct =
	| 'reconnect'
	| 'stopWaiting'
	| 'editLastEventId'
	| 'mendTls'
	| 'editEndpoint'
	| 'setSecret'
	| 'clearFilter'
	/** Opens the details of the latest entry. */
	| 'showLatest';
