import * as assert from 'node:assert/strict';
import { RawServer } from '../../fixtures/rawServer';
import { TestSession } from './setUp';

const length = 200_000;

describe('a header as long as may be, made to be slow to read', () => {
	let server: RawServer;
	let session: TestSession;

	const answer = async (...lines: string[]) => {
		server = await RawServer.start(connection => {
			connection.end([...lines, '', ''].join('\r\n'));
		});
		session = TestSession.of(server.url);
		return session.toFail();
	};

	afterEach(async () => {
		session.dispose();
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	// Each would keep the whole extension host busy for minutes, if a pattern tried every beginning.
	it('a Location of question marks', async () => {
		const { data } = await answer('HTTP/1.1 302 Found', `Location: ftp://h/${'?'.repeat(length)}`);
		assert.match(data, /^302 Found to ftp:\/\/h\/\?+… · 0 ms$/);
	});

	it('a Location to itself, in circles', async () => {
		const { data, details } = await answer(
			'HTTP/1.1 302 Found',
			`Location: /${'?'.repeat(length)}`,
		);
		assert.match(data, /^more than 20 redirects/);
		assert.equal(details.hops?.length, 20);
	});

	it('a Content-Type of spaces', async () => {
		const type = `a,${' '.repeat(length)}b c${' '.repeat(1000)}d`;
		const { data } = await answer('HTTP/1.1 200 OK', `Content-Type: ${type}`);
		assert.equal(data, '200 OK · no content type instead of text/event-stream · 0 ms');
	});

	it('a Content-Encoding of commas', async () => {
		const { data } = await answer(
			'HTTP/1.1 200 OK',
			'Content-Type: text/event-stream',
			`Content-Encoding: ${'x,'.repeat(length / 2)}`,
		);
		assert.match(data, /^200 OK · coded with x, x, .*…, which cannot be read here · 0 ms$/);
	});

	it('a status phrase of spaces', async () => {
		const { data } = await answer(`HTTP/1.1 500 a${' '.repeat(length)}b`);
		assert.match(data, /^500 a +… · 0 ms$/);
	});

	it('a WWW-Authenticate of one word', async () => {
		const { report } = await answer('HTTP/1.1 401 No', `WWW-Authenticate: ${'a'.repeat(length)}`);
		assert.ok(report.advice.length < 300);
	});

	it('an Allow of every method', async () => {
		const { report } = await answer('HTTP/1.1 405 No', `Allow: ${'GET, '.repeat(length / 5)}`);
		assert.ok(report.advice.length < 300);
	});
});
