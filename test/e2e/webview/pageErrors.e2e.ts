import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { isOfInspector, PageErrors } from '../pageErrors';
import { launch } from './launch';
import { openPage } from './openPage';

describe('what goes wrong on a page', () => {
	let browser: Browser;
	before(async function () {
		this.timeout(300_000);
		browser = await launch();
	});
	after(() => browser?.close());

	const wrongs: Record<string, { act: () => void; said: RegExp }> = {
		'a style in the page': {
			act: () => document.head.append(document.createElement('style')),
			said: /Content Security Policy/,
		},
		'an address elsewhere': {
			act: () => {
				const image = new Image();
				image.src = 'http://127.0.0.1:9/pixel';
			},
			said: /Content Security Policy/,
		},
		'an error that is thrown': {
			act: () => {
				setTimeout(() => {
					throw new Error('torn');
				});
			},
			said: /torn/,
		},
		'a promise that nobody looks after': {
			act: () => void Promise.reject(new Error('lost')),
			said: /lost/,
		},
		'an error that is logged': { act: () => console.error('bent'), said: /bent/ },
	};
	for (const [name, { act, said }] of Object.entries(wrongs)) {
		it(`fails the test: ${name}`, async () => {
			let errors: PageErrors | undefined;
			const page = await openPage(browser, { scene: 'market' }, opened => {
				errors = new PageErrors(opened);
			});
			await page.locator('[data-state]').waitFor();
			errors!.assertNone();
			const heard = Promise.race([page.waitForEvent('pageerror'), page.waitForEvent('console')]);
			await page.evaluate(`(${act.toString()})()`);
			await heard;
			assert.throws(() => errors!.assertNone(), said);
			errors!.assertNone();
			await page.close();
		});
	}

	const origin = 'http://127.0.0.1:1234';
	const workbench = `${origin}/stable-1a2b/static/out/vs/code/browser/workbench/workbench.js`;
	const cases: [where: string, text: string, isOurs: boolean][] = [
		[
			`${origin}/stable-1a2b/static/out/vs/workbench/contrib/webview/browser/pre/fake.html`,
			'',
			true,
		],
		[`${origin}/x/dist/webview/webview.js`, 'TypeError', true],
		['', 'Refused to apply inline style', true],
		[workbench, 'Timed out waiting for authentication provider', false],
		[workbench, '[sse-tools.event-stream-inspector]: Menu item references a command', true],
		[workbench, 'TypeError at /home/me/x/dist/extension.js:1:20', true],
		[`${origin}/_static/src/browser/media/favicon.ico`, 'Failed to load resource', false],
		[`${origin}/favicon.ico`, 'Failed to load resource', true],
	];
	for (const [where, text, isOurs] of cases) {
		it(`${isOurs ? 'is' : 'is not'} about us: ${text} (${where})`, () => {
			assert.equal(isOfInspector({ where, text }), isOurs);
		});
	}
});
