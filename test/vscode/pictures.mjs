// @ts-check
// npm run pictures: makes the pictures of the README from the real inspector and its demo stream, so that they show
// what there is. They are looked at from the repository, and do not ship.
import { mkdirSync } from 'node:fs';
import { launchBrowser } from './browser.mjs';
import { inProject, root } from './project.mjs';
import { startVSCode } from './server.mjs';
import { build, installDependencies } from './setUp.mjs';
import { inspectorFrame, openWorkbench, runCommand } from './workbench.mjs';

const FOLDER = inProject('media', 'pictures');
/** Of the stream, before a picture shows it: with an answer of the language model, and a connection that broke. */
const MIN_ENTRIES = 550;
const LIMIT_MS = 120_000;

await installDependencies();
await build();
mkdirSync(FOLDER, { recursive: true });
const vscode = await startVSCode({
	extensionPath: root,
	settings: {
		'workbench.colorTheme': 'Default Dark Modern',
		'window.title': '${activeEditorShort}',
		'workbench.activityBar.location': 'hidden',
		'window.commandCenter': false,
		'workbench.layoutControl.enabled': false,
		'workbench.editor.showTabs': 'none',
	},
});
try {
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
		page.setDefaultTimeout(LIMIT_MS);
		await openWorkbench(page, vscode);
		await runCommand(page, 'View: Close Primary Side Bar');
		await runCommand(page, 'Event Stream: Start Demo Stream');
		const inspector = inspectorFrame(page);
		const grid = inspector.getByRole('grid', { name: 'Events' });
		/** @param {string} name */
		const picture = async name => {
			// Neither a tooltip nor a caret that blinks.
			await page.mouse.move(640, 4);
			await page.screenshot({
				path: `${FOLDER}/${name}.png`,
				caret: 'hide',
				animations: 'disabled',
			});
			console.log(`media/pictures/${name}.png`);
		};
		await entries(grid, MIN_ENTRIES);

		// A row that is to be hit must not move.
		await grid.hover();
		await page.mouse.wheel(0, -44);
		await grid.getByRole('row').filter({ hasText: 'trade' }).last().click();
		const details = inspector.getByRole('region', { name: 'Details' });
		await details.waitFor();
		await picture('timeline');

		const filter = inspector.getByRole('searchbox', { name: 'Filter' });
		await filter.fill('type:trade data.price:>100');
		await grid.getByText('tick', { exact: true }).first().waitFor({ state: 'detached' });
		await grid.getByRole('row').filter({ hasText: 'trade' }).first().click();
		await picture('filter');

		await filter.fill('-kind:event,comment,ignored');
		await grid.getByText('trade', { exact: true }).first().waitFor({ state: 'hidden' });
		await grid.getByRole('row').filter({ hasText: 'Failed' }).first().click();
		await details
			.getByText(/failed/i)
			.first()
			.waitFor();
		await picture('connection');
	} finally {
		await browser.close();
	}
} finally {
	await vscode.close();
}
process.exit();

/**
 * Waits until a grid has so many rows.
 *
 * @param {import('playwright-core').Locator} grid
 * @param {number} count
 */
async function entries(grid, count) {
	const giveUpMs = Date.now() + LIMIT_MS;
	while (Number(await grid.getAttribute('aria-rowcount')) <= count) {
		if (Date.now() > giveUpMs)
			throw new Error(`The demo stream does not come to ${count} entries.`);
		await grid.page().waitForTimeout(250);
	}
}
