import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const everything: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations'],
};

/** All that another theme can change. */
const colours: RunOptions = {
	runOnly: ['color-contrast', 'link-in-text-block'],
	resultTypes: ['violations'],
};

/** What axe cannot know, by rule and the beginning of the element. */
const accepted: readonly { readonly rule: string; readonly html: string; readonly why: string }[] =
	[
		{
			rule: 'scrollable-region-focusable',
			html: '<div class="rows" role="rowgroup"',
			why: 'The grid around it takes the focus, and its keys scroll.',
		},
		{
			rule: 'scrollable-region-focusable',
			html: '<div class="completions"',
			why: 'The focus stays in the box, whose arrow keys scroll.',
		},
	];

/**
 * What axe finds wrong with the page, by all rules or those about colours: rule, element and why.
 */
export async function violations(
	page: Page,
	rules: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	const results = await page.evaluate(
		options => {
			const { axe } = window as unknown as {
				axe: { run(options: RunOptions): Promise<AxeResults> };
			};
			return axe.run(options);
		},
		rules === 'colours' ? colours : everything,
	);
	return results.violations.flatMap(({ id, nodes }) =>
		nodes
			.filter(({ html }) => !accepted.some(each => each.rule === id && html.startsWith(each.html)))
			.map(({ html, failureSummary = '' }) =>
				[id, html.slice(0, 300), failureSummary.replace(/\s+/g, ' ')].join(' | '),
			),
	);
}
