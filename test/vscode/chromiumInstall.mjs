// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cached } from './cache.mjs';
import { mustRun } from './processes.mjs';
import { inProject } from './project.mjs';

/** Archives of the npm package: the browser, the libraries it links to, a software GPU, a font. */
const ARCHIVES = ['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br'];

/**
 * A Chromium that needs no packages of the system, unpacked from the npm package into the cache on first use.
 *
 * @returns {Promise<{ executable: string; env: Record<string, string> }>} The environment makes it find its
 *   libraries and at least one font.
 */
export async function bundledChromium() {
	const build = createRequire(inProject('package.json')).resolve('@sparticuz/chromium');
	const home = join(dirname(build), '..');
	const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
	const folder = await cached(`chromium-${version}`, `Chromium ${version}`, async target => {
		const unpack = `
			const { inflate } = await import(${JSON.stringify(pathToFileURL(build).href)});
			const archives = ${JSON.stringify(ARCHIVES.map(name => join(home, 'bin', name)))};
			await Promise.all(archives.map(inflate));`;
		// The package unpacks into the folder for temporary files, wherever that is.
		await mustRun(
			'Chromium could not be unpacked',
			process.execPath,
			['--input-type=module', '--eval', unpack],
			{ env: { TMPDIR: target } },
		);
	});
	const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH];
	return {
		executable: join(folder, 'chromium'),
		env: {
			LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
			FONTCONFIG_FILE: fontConfiguration(folder),
		},
	};
}

/**
 * The system's fonts, if it has any, and the one that came along.
 *
 * @param {string} folder
 * @returns {string} Path of the configuration file.
 */
function fontConfiguration(folder) {
	const file = join(folder, 'fonts.conf');
	if (!existsSync(file)) {
		writeFileSync(
			file,
			`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${join(folder, 'fonts')}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${join(folder, 'fontCache')}</cachedir>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`,
		);
	}
	return file;
}
