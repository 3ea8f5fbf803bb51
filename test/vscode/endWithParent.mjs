// @ts-check
// Loaded into the VS Code server with --import, and so into its extension hosts: none of them outlives a test run
// that was killed.
import { parentEnded } from './parent.mjs';

void parentEnded().then(() => process.exit());
