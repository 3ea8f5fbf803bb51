// @ts-check
// node test/vscode/onModernNode.mjs SCRIPT ARGS…: builds, then runs a script on a Node that it is made for.
import { modernNode } from './nodeRuntime.mjs';
import { run, withNodeFirst } from './processes.mjs';
import { build, installDependencies } from './setUp.mjs';

await installDependencies();
await build();
const node = await modernNode();
const { code } = await run(node, process.argv.slice(2), { env: withNodeFirst(node) });
process.exitCode = code;
