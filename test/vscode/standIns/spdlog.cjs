// Stands in for the native module @vscode/spdlog in the VS Code server of the tests: the same interface,
// writing through node:fs. Without a logger the server runs, but output channels stay empty.
'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	#file;
	#level = 2;
	#isPlain = false;
	#isDropped = false;

	/**
	 * @param {string} _type
	 * @param {string} _name
	 * @param {string} file
	 */
	constructor(_type, _name, file) {
		this.#file = file;
	}

	trace = this.#writer(0);
	debug = this.#writer(1);
	info = this.#writer(2);
	warn = this.#writer(3);
	error = this.#writer(4);
	critical = this.#writer(5);

	getLevel() {
		return this.#level;
	}
	/** @param {number} level */
	setLevel(level) {
		this.#level = level;
	}
	setPattern() {
		this.#isPlain = false;
	}
	clearFormatters() {
		this.#isPlain = true;
	}
	flush() {}
	drop() {
		this.#isDropped = true;
	}

	/** @param {number} level */
	#writer(level) {
		return (/** @type {string} */ message) => {
			if (level < this.#level || this.#isDropped) return;
			const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
			const line = this.#isPlain ? message : `${time} [${LEVELS[level]}] ${message}\n`;
			try {
				appendFileSync(this.#file, line);
			} catch {
				// A log that cannot be written must not end the server: its folder goes away while it shuts down.
			}
		};
	}
}

/**
 * @param {string} name
 * @param {string} file
 */
async function createLogger(name, file) {
	mkdirSync(path.dirname(file), { recursive: true });
	return new Logger('rotating', name, file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
