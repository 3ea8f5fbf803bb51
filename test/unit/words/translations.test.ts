import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { literalsOfProduct, type Literals } from '../../fixtures/literals';

type Sentences = Readonly<Record<string, string>>;

const folder = join('media', 'l10n');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Sentences;

/** The languages that there are, by what their files are called. */
const languages = readdirSync(folder).map(
	name => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? assert.fail(`${name} is no bundle`),
);

describe('the translations', () => {
	let literals: Literals;
	let sentences: readonly string[];
	before(async function () {
		this.timeout(120_000);
		literals = await literalsOfProduct();
		const translated = literals.all.filter(({ isTranslated }) => isTranslated);
		sentences = translated.map(({ text }) => text);
	});

	it('are where package.json says', () => {
		const { l10n } = JSON.parse(readFileSync('package.json', 'utf8')) as { l10n: string };
		assert.equal(join(l10n), folder);
		assert.ok(languages.includes('zh-cn'));
	});

	it('are of sentences that are known when they are made', () => {
		// The forms of a note, each a sentence elsewhere, are compared with what was said.
		const others = literals.computed.filter(place => !place.startsWith('src/domain/resumeNote.ts'));
		assert.deepEqual(others, []);
	});

	for (const language of languages) {
		const bundle = read(join(folder, `bundle.l10n.${language}.json`));

		it(`say in ${language} all that the code says, and nothing else`, () => {
			assert.deepEqual(missingIn(bundle, sentences), [], 'not translated');
			assert.deepEqual(
				missingIn(Object.fromEntries(sentences.map(one => [one, ''])), bundle),
				[],
				'no longer said',
			);
		});

		it(`put the same in the same places in ${language}`, () => {
			assert.deepEqual(
				misplaced(bundle, key => key),
				[],
			);
		});

		it(`say in ${language} all that the manifest says, and nothing else`, () => {
			const english = read('package.nls.json');
			const translated = read(`package.nls.${language}.json`);
			assert.deepEqual(Object.keys(translated), Object.keys(english));
			assert.deepEqual(linksAndCode(translated), linksAndCode(english));
		});
	}

	it('say in English what the manifest asks for, and nothing else', () => {
		const manifest = readFileSync('package.json', 'utf8');
		const asked = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);
		assert.deepEqual([...new Set(asked)].sort(), Object.keys(read('package.nls.json')).sort());
	});
});

function missingIn(bundle: Sentences, wanted: readonly string[] | Sentences): string[] {
	const keys = Array.isArray(wanted) ? (wanted as readonly string[]) : Object.keys(wanted);
	return [...new Set(keys)].filter(key => bundle[key] === undefined);
}

/** Sentences whose values would be left out, or said twice. */
function misplaced(bundle: Sentences, english: (key: string) => string): string[] {
	return Object.entries(bundle)
		.filter(([key, said]) => placesIn(english(key)) !== placesIn(said))
		.map(([, said]) => said);
}

/** As `l10n.t` finds them. */
function placesIn(sentence: string): string {
	return (sentence.match(/\{[^}]+\}/g) ?? []).sort().join();
}

/** What stays as it is in any language: commands, addresses and code. */
function linksAndCode(sentences: Sentences): Record<string, string> {
	const kept = Object.entries(sentences).map(([key, sentence]) => {
		const found = sentence.match(/\]\([^)]+\)|`[^`]+`/g) ?? [];
		return [key, found.sort().join(' ')] as const;
	});
	return Object.fromEntries(kept);
}
