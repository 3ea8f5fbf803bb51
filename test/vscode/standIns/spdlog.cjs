// Stands in for the native module @vscode/spdlog in the VS Code server of the tests: the same interface,
// writing through node:fs. Without a logger the server runs, but output channels stay empty.
'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	#file;
	#level = 2;
	#isPlain = false;
	#isDropped = false;

	constructor(_type, _name, file) {
		this.#file = file;
	}

	trace(message) {
		this.#write(0, message);
	}
	debug(message) {
		this.#write(1, message);
	}
	info(message) {
		this.#write(2, message);
	}
	warn(message) {
		this.#write(3, message);
	}
	error(message) {
		this.#write(4, message);
	}
	critical(message) {
		this.#write(5, message);
	}
	getLevel() {
		return this.#level;
	}
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

	#write(level, message) {
		if (level < this.#level || this.#isDropped) return;
		const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
		try {
			appendFileSync(
				this.#file,
				this.#isPlain ? message : `${time} [${LEVELS[level]}] ${message}\n`,
			);
		} catch {
			// A log that cannot be written must not end the server: its folder goes away while it shuts down.
		}
	}
}

async function createLogger(name, file) {
	mkdirSync(dirname(file), { recursive: true });
	return new Logger('rotating', name, file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
