import assert from 'node:assert/strict';
import { maxScannedLength } from '../../../../src/domain/sourceCode/foundRequest';
import { scanMarkup, scanScript } from '../../../../src/domain/sourceCode/scriptScan';

const urls = (text: string) => scanScript(text).map(({ url }) => url);

describe('Streams in scripts', () => {
	for (const text of [
		`new EventSource('/a')`,
		`new EventSource("/a")`,
		'new EventSource(`/a`)',
		`const source = new EventSource('/a', { withCredentials: true });`,
		`new\n\tEventSource(\n\t\t'/a',\n\t)`,
		`new window.EventSource('/a')`,
		`new globalThis . EventSource('/a')`,
		`await fetchEventSource('/a', { onmessage })`,
		`fetchEventSource( '/a' )`,
		`if (a / b > 1) new EventSource('/a'); // c / d`,
		`const quote = /['"]/; new EventSource('/a')`,
		`return /\`/.test(x) ? new EventSource('/a') : y`,
		`const s = 'it\\'s'; new EventSource('/a')`,
		'const t = `a ${b ? `c ${"`"}` : "}"} d`; new EventSource(\'/a\')',
		'const t = `${new EventSource("/a")}`'.replace('`${', '(').replace('}`', ')'),
		`<p>Don't</p>;\nnew EventSource('/a')`,
		`/* one */ new EventSource('/a') /* two */`,
		`x = a ? /\\/\\*/ : 0; new EventSource('/a')`,
	]) {
		it(`finds ${text}`, () => assert.deepEqual(urls(text), ['/a']));
	}

	for (const text of [
		`// new EventSource('/a')`,
		`/* new EventSource('/a') */`,
		`/** @example new EventSource('/a') `,
		`'new EventSource("/a")'`,
		'`new EventSource("/a")`',
		`/new EventSource('a')/.test(x)`,
		`new EventSource(url)`,
		`new EventSource('/a' + id)`,
		'new EventSource(`/a/${id}`)',
		`new EventSource('/a'.concat(b))`,
		`new MyEventSource('/a')`,
		`new EventSourceMock('/a')`,
		`EventSource('/a')`,
		`api.fetchEventSource('/a')`,
		`renew EventSource('/a')`,
		`new EventSource('/a`,
		`new EventSource('\\u0041')`,
		'`',
		'`${',
		`'`,
		'/',
		'new EventSource(',
	]) {
		it(`passes over ${text}`, () => assert.deepEqual(urls(text), []));
	}

	it('says where each one stands', () => {
		const text = `a();\nnew EventSource('/a');\nfetchEventSource("/b", {});`;
		const places = scanScript(text).map(({ start, end }) => text.slice(start, end));
		assert.deepEqual(places, [`new EventSource('/a'`, `fetchEventSource("/b"`]);
	});

	for (const { options, method } of [
		{ options: `{ method: 'POST', body }`, method: 'POST' },
		{ options: `{ headers: { method: 'PUT' }, method: "post" }`, method: 'POST' },
		{ options: `{ method: 'GET' }`, method: undefined },
		{ options: `{ method }`, method: undefined },
		{ options: `{ /* method: 'POST' */ }`, method: undefined },
		{ options: `{}); other({ method: 'POST' }`, method: undefined },
		{ options: `options`, method: undefined },
	]) {
		it(`takes the method of ${options}`, () => {
			assert.equal(scanScript(`fetchEventSource('/a', ${options})`)[0]?.method, method);
		});
	}

	it('looks into the scripts of pages and components, and nowhere else', () => {
		const text = [
			`<p>It's new EventSource('/text')</p>`,
			`<!-- <script>new EventSource('/comment')</script> -->`,
			`<script setup lang="ts">`,
			`const s = new EventSource('/script')`,
			`</script>`,
			`<SCRIPT>fetchEventSource('/upper')</SCRIPT >`,
		].join('\n');
		const found = scanMarkup(text);
		assert.deepEqual(
			found.map(({ url }) => url),
			['/script', '/upper'],
		);
		assert.equal(text.slice(found[0]?.start, found[0]?.end), `new EventSource('/script'`);
	});

	it('leaves alone what nobody can have written', () => {
		const text = `new EventSource('/a');${' '.repeat(maxScannedLength)}`;
		assert.deepEqual(urls(text), []);
		assert.deepEqual(scanMarkup(`<script>${text}</script>`), []);
	});

	it('takes time in proportion to the length', () => {
		for (const piece of ['`${', '/*', '"', '/', 'new EventSource(', '<script>', '<!--', '(/[']) {
			const text = `new EventSource(x);${piece.repeat(100_000 / piece.length)}`;
			scanScript(text);
			scanMarkup(text);
		}
	});
});
