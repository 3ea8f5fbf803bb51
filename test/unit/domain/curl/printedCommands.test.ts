import assert from 'node:assert/strict';
import { parseCurl } from '../../../../src/domain/curl/curlCommand';
import { printedCommands } from './printedCommands';

describe('Command lines as they are printed by', () => {
	for (const { by, command, endpoint } of printedCommands) {
		it(by, () => {
			const parsed = parseCurl(command);
			if (!parsed.ok) assert.fail(parsed.problem.message);
			const { name, ...rest } = parsed.endpoint;
			assert.deepEqual(rest, endpoint);
			assert.ok(name.startsWith('http'), 'the URL');
		});

		it(`${by}, pasted into a field of one line`, () => {
			// Browsers put a space for each line end.
			const parsed = parseCurl(command.replace(/\r?\n/g, ' '));
			if (!parsed.ok) assert.fail(parsed.problem.message);
			const { url, method, headers } = parsed.endpoint;
			assert.deepEqual(
				{ url, method, headers },
				{ url: endpoint.url, method: endpoint.method, headers: endpoint.headers },
			);
		});
	}
});
