// @ts-check

/** Long enough for a workbench on a busy machine to start, or to get round to a command. */
const LIMIT_MS = 120_000;

/**
 * Opens the workbench of a VS Code in a page and waits until it takes commands and has its colours.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ url: string }} vscode What `startVSCode` returned.
 */
export async function openWorkbench(page, vscode) {
	await page.goto(vscode.url);
	await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: LIMIT_MS });
	// The colours of the settings come with the extension that has the themes, some time after the rest.
	await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: LIMIT_MS });
}

/**
 * Runs a command as a person does: F1, its name, Enter. Waits for the command to exist, which takes a moment
 * after the workbench has opened.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} title With its category, as the palette shows it: `Event Stream: Connect…`.
 */
export const runCommand = (page, title) => choose(page, `>${title}`, title);

/**
 * Opens a file of the workspace by its name. It has to be there before the first is opened so: VS Code
 * remembers which files it has found.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name Of no other file a part.
 */
export async function openFile(page, name) {
	await choose(page, name, name);
	await page.getByRole('tab', { name }).waitFor();
}

/**
 * Chooses the first line in the list of the palette that has the name.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text What is typed into the palette: with a `>` before it, it looks among the commands.
 * @param {string} name
 */
async function choose(page, text, name) {
	const giveUpMs = Date.now() + LIMIT_MS;
	let timeout = 2_000;
	const row = quickInput(page).getByRole('option', { name }).first();
	for (;;) {
		await page.keyboard.press('F1');
		const box = quickInput(page).getByRole('textbox').or(quickInput(page).getByRole('combobox'));
		try {
			await box.first().fill(text, { timeout });
			await row.click({ timeout });
			return;
		} catch (error) {
			// A page that was too busy to say so has been clicked all the same: twice would be two commands.
			if (String(error).includes('performing click action')) return;
			// The list is made once, when it opens: a command that arrives later needs a new one. And it
			// closes when something takes the focus, as an editor does that has just loaded.
			if (Date.now() > giveUpMs) throw error;
			await page.keyboard.press('Escape');
			// On a busy machine the list itself takes longer.
			timeout *= 1.5;
		}
	}
}

/**
 * The quick input: the command palette, quick picks and input boxes are all this one widget.
 *
 * @param {import('playwright-core').Page} page
 */
export const quickInput = page => page.locator('.quick-input-widget:visible');

/**
 * Replaces the text in the quick input.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function typeInQuickInput(page, text) {
	await quickInput(page).locator('.quick-input-box input').fill(text);
}

/**
 * Inside of the inspector that is on screen. With several, the one of the given place among them.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} [index]
 */
export function inspectorFrame(page, index = 0) {
	return page
		.locator('iframe.webview[src*="extensionId=sse-tools.event-stream-inspector"]')
		.filter({ visible: true })
		.nth(index)
		.contentFrame()
		.locator('iframe#active-frame')
		.contentFrame();
}
