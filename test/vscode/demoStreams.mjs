// @ts-check
import { createRequire } from 'node:module';
import { inProject } from './project.mjs';

/**
 * Starts the demo SSE server of test/fixtures, as it was built.
 *
 * @returns {Promise<{ endpoints: { name: string; url: string }[]; close(): Promise<void> }>}
 */
export async function startDemo() {
	const load = createRequire(inProject('package.json'));
	return load('./out/test/fixtures/demoServer.js').startDemoServer();
}
