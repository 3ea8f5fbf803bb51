import { megabytes, type Figure } from './report';
import type { Setting } from './throughput';

const counts = [10_000, 100_000, 1_000_000, 10_000_000];

/** Time per event and memory, from ten thousand events to ten million: both must stay flat. */
export async function growth({ origin, inspector, note }: Setting): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const count of counts) {
		note(`growth: ${count} events`);
		const facts = await inspector.read(`${origin}/burst?events=${count}&growth`, false);
		if (facts.counts.kept !== facts.counts.received) throw new Error('Entries were dropped.');
		const usPerEvent = ((facts.queryableAt - facts.openedAt) / count) * 1000;
		const bytes = facts.memoryGrowthBytes;
		figures.push({
			what: `Growth: ${count.toLocaleString('en').replaceAll(',', ' ')} events`,
			measured: `${usPerEvent.toFixed(2)} µs/event, memory + ${megabytes(bytes)}`,
			values: { usPerEvent, bytes },
		});
	}
	return figures;
}
