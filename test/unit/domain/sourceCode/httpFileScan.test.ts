import assert from 'node:assert/strict';
import { maxScannedLength } from '../../../../src/domain/sourceCode/foundRequest';
import { filledIn, scanHttpFile } from '../../../../src/domain/sourceCode/httpFileScan';

const lines = (...all: string[]) => all.join('\n');
const accept = 'Accept: text/event-stream';

describe('Streams in .http files', () => {
	for (const { what, text, request } of [
		{
			what: 'a request',
			text: lines('GET https://a.example/events HTTP/1.1', accept),
			request: { url: 'https://a.example/events', headers: { Accept: 'text/event-stream' } },
		},
		{
			what: 'a URL alone, after notes',
			text: lines(
				'# Live',
				'// @name live',
				'',
				'https://a.example/x',
				'accept: */*, text/event-stream',
			),
			request: { url: 'https://a.example/x', headers: { accept: '*/*, text/event-stream' } },
		},
		{
			what: 'a body, and notes between headers',
			text: lines(
				'POST https://a.example',
				accept,
				'# Model',
				'X-A: b',
				'',
				'{',
				'  "a": 1',
				'}',
				'',
			),
			request: {
				url: 'https://a.example',
				method: 'POST',
				headers: { Accept: 'text/event-stream', 'X-A': 'b' },
				body: '{\n  "a": 1\n}',
			},
		},
		{
			what: 'a query in lines of its own',
			text: lines('GET https://a.example/x', '    ?a=b', '    &c=d', accept),
			request: { url: 'https://a.example/x?a=b&c=d', headers: { Accept: 'text/event-stream' } },
		},
		{
			what: 'variables of the file, also of each other',
			text: lines(
				'@host = a.example',
				'@base=https://{{host}}',
				`GET {{ base }}/{{id}}`,
				accept,
				'@id = 7',
			),
			request: { url: 'https://a.example/7', headers: { Accept: 'text/event-stream' } },
		},
		{
			what: 'line ends of Windows',
			text: lines('GET https://a.example', accept, '', '').replaceAll('\n', '\r\n'),
			request: { url: 'https://a.example', headers: { Accept: 'text/event-stream' } },
		},
	]) {
		it(`finds ${what}`, () => {
			const [{ start: _start, end: _end, missing, ...found } = never(), ...others] =
				scanHttpFile(text);
			assert.deepEqual(others, []);
			assert.deepEqual(found, request);
			assert.deepEqual(missing, []);
		});
	}

	for (const { what, text } of [
		{
			what: 'what accepts something else',
			text: lines('GET https://a.example', 'Accept: text/html'),
		},
		{ what: 'a note', text: lines('# GET https://a.example', `# ${accept}`) },
		{ what: 'a body that says so', text: lines('POST https://a.example', '', accept) },
		{
			what: 'a body from a file',
			text: lines('POST https://a.example', accept, '', '< ./body.json'),
		},
		{ what: 'nothing but variables', text: lines('@a = b', `@b = ${accept}`) },
		{ what: 'what is too long', text: lines('GET /', accept, ' '.repeat(maxScannedLength)) },
	]) {
		it(`passes over ${what}`, () => assert.deepEqual(scanHttpFile(text), []));
	}

	it('tells several apart, and where they stand', () => {
		const text = lines('GET /a', accept, '### B', '', 'GET /b', '###', 'GET /c', accept);
		const found = scanHttpFile(text);
		assert.deepEqual(
			found.map(({ start, end }) => text.slice(start, end)),
			['GET /a', 'GET /c'],
		);
	});

	it('names the variables that the file does not know, and takes values for them', () => {
		const text = lines(
			'POST {{base}}/x',
			accept,
			'X-Key: {{key}}',
			'',
			'{"k":"{{key}}","t":{{$timestamp}}}',
		);
		const [request = never()] = scanHttpFile(text);
		assert.deepEqual(request.missing, ['base', 'key', '$timestamp']);
		const values = new Map([
			['base', 'https://a.example'],
			['key', '{{base}}'],
			['$timestamp', '1'],
		]);
		const { url, headers, body } = filledIn(request, values);
		assert.equal(url, 'https://a.example/x');
		assert.equal(headers?.['X-Key'], '{{base}}', 'a value is no template');
		assert.equal(body, '{"k":"{{base}}","t":1}');
	});

	it('does not follow variables that stand for each other', () => {
		const [request = never()] = scanHttpFile(
			lines('@a = {{b}}', '@b = {{a}}', 'GET /{{a}}', accept),
		);
		assert.equal(request.missing.length, 1);
	});
});

function never(): never {
	throw new Error('Nothing was found.');
}
