import type { Locator } from 'playwright-core';
import type { RealVSCode } from './realVSCode';

/**
 * A message of VS Code with the text, in the list of them that its bell opens: none pops up where a driver of
 * tests is allowed.
 */
export async function told({ page }: RealVSCode, text: string): Promise<Locator> {
	const list = page.locator('.notifications-center');
	const message = list.locator('.notification-list-item').filter({ hasText: text });
	// Opened before there is anything in it, the list does not show.
	await page.locator('.statusbar .codicon-bell-dot').or(list).first().waitFor();
	if (!(await list.isVisible())) await page.locator('[id="status.notifications"] a').click();
	await message.first().waitFor();
	return message.first();
}
