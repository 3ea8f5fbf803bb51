import assert from 'node:assert/strict';
import { HumanError } from '../../../src/base/errors';
import { TestSession } from '../net/setUp';

describe('What is no URL of a stream', () => {
	// What is given, what is said of it.
	for (const [given, problem] of [
		['', /^Type the URL/],
		['http://no host has spaces/', /contains a space/],
		['http://[::1/', /is not a valid URL/],
		['ftp://files.example/', /^ftp: URLs cannot be opened/],
		['about:blank', /^about: URLs cannot be opened/],
		['mailto:someone@example.com', /^mailto: URLs cannot be opened/],
		["javascript:alert('no')", /^javascript: URLs cannot be opened/],
		[123, /^An endpoint is a URL, or an object/],
		[null, /^An endpoint is a URL, or an object/],
		[undefined, /^An endpoint is a URL, or an object/],
	] as const) {
		it(`is refused before anything is sent: ${JSON.stringify(given)}`, () => {
			assert.throws(
				() => TestSession.of(given),
				(error: unknown) => error instanceof HumanError && problem.test(error.message),
			);
		});
	}
});
