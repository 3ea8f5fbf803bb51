/** The npm package eventsource, in a process of its own: prints the ms from opening to the last event. */
import { EventSource } from 'eventsource';

const [url = '', expected] = process.argv.slice(2);
const source = new EventSource(url);
let began = 0;
let events = 0;
source.addEventListener('open', () => (began = performance.now()));
source.addEventListener('tick', () => {
	events++;
	if (events !== Number(expected)) return;
	console.log(performance.now() - began);
	source.close();
});
