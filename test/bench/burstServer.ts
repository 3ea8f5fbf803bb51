/**
 * The server of the benchmarks, a process of its own. It prints its port.
 *   /burst?events=N             N events as fast as they are read, then the end
 *   /steady?rate=R&seconds=S    R events a second, each with the time at which it was written, then the end
 *   …&held                      the head at once, the rest when /go is asked for
 *   /page                       an empty page, to run EventSource in
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { burst } from './burst';

const streamHead = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' };

function sendBurst(response: ServerResponse, events: number): void {
	// A reader that goes away before the end is no error here.
	pipeline(Readable.from(burst(events)), response, () => {});
}

function sendSteadily(response: ServerResponse, rate: number, seconds: number): void {
	const began = performance.now();
	let sent = 0;
	// Every 5 ms what is due by then: as even as a timer can be.
	const timer = setInterval(() => {
		const due = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1000) * rate));
		const at = performance.timeOrigin + performance.now();
		let text = '';
		for (; sent < due; sent++) text += `event: tick\nid: ${sent}\ndata: {"sentAt":${at}}\n\n`;
		if (text !== '') response.write(text);
		if (sent === rate * seconds) {
			clearInterval(timer);
			response.end();
		}
	}, 5);
	response.on('close', () => clearInterval(timer));
}

/** What waits for /go. */
let held: (() => void) | undefined;

const server = createServer((request, response) => {
	const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
	const number = (name: string) => Number(searchParams.get(name));
	const stream = (send: () => void) => {
		response.writeHead(200, streamHead);
		response.flushHeaders();
		if (searchParams.has('held')) held = send;
		else send();
	};
	if (pathname === '/burst') stream(() => sendBurst(response, number('events')));
	else if (pathname === '/steady') {
		stream(() => sendSteadily(response, number('rate'), number('seconds')));
	} else if (pathname === '/go') {
		response.end(String(performance.timeOrigin + performance.now()));
		held?.();
		held = undefined;
	} else if (pathname === '/page') {
		response
			.writeHead(200, { 'Content-Type': 'text/html' })
			.end('<!doctype html><title>Peer</title>');
	} else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
