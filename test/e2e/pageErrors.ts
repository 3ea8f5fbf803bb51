import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What went wrong on a page, and where: address, or stack. */
export interface PageError {
	readonly where: string;
	readonly text: string;
}

/**
 * What the scripts of a page, frames included, throw and log as errors. What a content security
 * policy refuses is among it: Chromium logs that as an error.
 */
export class PageErrors {
	private errors: PageError[] = [];

	/** @param isOurs whether an error is worth failing for. */
	constructor(page: Page, isOurs: (error: PageError) => boolean = () => true) {
		const add = (error: PageError) => {
			if (isOurs(error)) this.errors.push(error);
		};
		page.on('pageerror', ({ message, stack = '' }) => add({ text: message, where: stack }));
		page.on('console', message => {
			if (message.type() !== 'error') return;
			add({ text: message.text(), where: message.location().url });
		});
	}

	/** What went wrong since it was asserted before that nothing did. */
	get texts(): readonly string[] {
		return this.errors.map(({ text, where }) => `${text} (${where})`);
	}

	/** @throws AssertionError with what went wrong since it was asked before, if anything did. */
	assertNone(): void {
		const { texts } = this;
		this.errors = [];
		assert.deepEqual(texts, [], 'errors on the page');
	}
}

/** Files and questions of the workbench that the server from npm lacks. */
const missingFiles = /\/(_static|static\/node_modules\/vsda|update\/check|mint-key)\b/;
/** Scripts of the workbench, whatever they have to say. */
const workbenchScripts = /\/static\/out\/vs\/(?!workbench\/contrib\/webview)/;
/** What tells that it is about us all the same: our files, our names. */
const us = /event-?stream-?inspector|sse-tools|\/dist\/(extension|chunk|onDemand|webview\/)/i;

/** Leaves out what the workbench says of itself; all that comes from the frames of a webview counts. */
export function isOfInspector({ where, text }: PageError): boolean {
	if (us.test(where) || us.test(text)) return true;
	// The script of its service worker is one of the missing files; that error has no address.
	const isServiceWorker = where === '' && text.startsWith('A bad HTTP response code (404)');
	return !isServiceWorker && !missingFiles.test(where) && !workbenchScripts.test(where);
}
