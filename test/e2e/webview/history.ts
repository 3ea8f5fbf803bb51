import type { Captured } from './capture';
import { at, seeded } from './clock';

const types = ['tick', 'trade', 'news', 'snapshot', 'message'];
const shares = [0.65, 0.92, 0.96, 0.965, 0.98];
const begin = at(12, 0, 58, 0);
const outage = { from: at(12, 1, 41, 0), to: at(12, 1, 47, 200) };

/** What came before the rows of the market: only the overview knows of it. Up to 12:03:10. */
export function history(): Captured[] {
	const random = seeded(42);
	const found: Captured[] = [];
	const push = (time: number, kind: Captured['entry']['kind'], type: string, data: string) => {
		const typeIndex = kind === 'event' ? types.indexOf(type) : undefined;
		const entry = { seq: found.length + 1, kind, time, type, data };
		found.push({ entry: { ...entry, lastEventId: '', size: 100, attempt: 1 }, typeIndex });
	};
	push(begin, 'connecting', '', '');
	push(begin + 30, 'open', '', '');
	push(begin + 40, 'event', 'tick', '{}');
	let time = begin + 40;
	let level = 1;
	while (found.length < 3354 && time < at(12, 3, 10, 80)) {
		if (random() < 0.02) level = 0.3 + random() * 2.2;
		time += (-Math.log(1 - random()) * 41.5) / level;
		if (time > outage.from && time < outage.to) {
			push(outage.from, 'closed', '', '');
			push(outage.from, 'waiting', '', '');
			push(outage.to - 20, 'connecting', '', '');
			push(outage.to, 'open', '', '');
			time = outage.to + 4;
		}
		const place = random();
		const type = types[shares.findIndex(share => place < share)];
		if (type === undefined) push(time, 'comment', '', 'heartbeat');
		else push(time, 'event', type, `{"price":${(99 + random() * 3).toFixed(2)}}`);
	}
	return found;
}
