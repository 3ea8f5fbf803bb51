import assert from 'node:assert/strict';
import { panelHtml } from '../../../src/workbench/panel/panelHtml';

describe('The page of the inspector', () => {
	const html = panelHtml({
		script: 'https://assets/webview.js',
		style: 'https://assets/webview.css',
		cspSource: 'https://assets',
		nonce: 'bm9uY2U=',
		language: 'zh-cn',
	});

	it('allows its own files alone', () => {
		const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
		assert.equal(
			policy,
			"default-src 'none'; style-src https://assets; font-src https://assets; script-src 'nonce-bm9uY2U='",
		);
	});

	it('says the language of its words', () => {
		assert.match(html, /^<!DOCTYPE html>\n<html lang="zh-cn">/);
	});

	it('holds one script, with the nonce, and nothing inline', () => {
		assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), [
			'<script type="module" nonce="bm9uY2U=" src="https://assets/webview.js">',
		]);
		assert.doesNotMatch(html, /<style|style="|\son\w+=/);
	});
});
