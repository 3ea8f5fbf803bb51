// @ts-check
// npm run demo: the demo streams alone, to connect to from anywhere.
import { startDemo } from './demoStreams.mjs';
import { build, installDependencies } from './setUp.mjs';

await installDependencies();
await build();
const { endpoints } = await startDemo();
console.log('Demo streams, until Ctrl-C:\n');
for (const { name, url } of endpoints) console.log(`    ${url}  ${name}`);
