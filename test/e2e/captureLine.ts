import type { Locator } from 'playwright-core';
import type { RealVSCode } from './realVSCode';

/** Lines of the view of captures, which has to be on screen; `text` is a part of them. */
export function captureLine({ page }: RealVSCode, text: string | RegExp = ''): Locator {
	return page
		.locator('.pane')
		.filter({ has: page.getByRole('button', { name: 'Captures Section' }) })
		.getByRole('treeitem')
		.filter({ hasText: text });
}
