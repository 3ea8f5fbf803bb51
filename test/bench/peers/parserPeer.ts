/** Bare node:http and eventsource-parser, in a process of its own: prints the ms from the first byte to the last event. */
import { get } from 'node:http';
import { createParser } from 'eventsource-parser';

const [url = '', expected] = process.argv.slice(2);
get(url, response => {
	const decoder = new TextDecoder();
	let began = 0;
	let events = 0;
	const parser = createParser({ onEvent: () => events++ });
	response.on('data', (chunk: Buffer) => {
		began ||= performance.now();
		parser.feed(decoder.decode(chunk, { stream: true }));
	});
	response.on('end', () => {
		console.log(performance.now() - began);
		if (events !== Number(expected)) throw new Error(`${events} of ${expected} events`);
	});
});
