import assert from 'node:assert/strict';
import { phasesOf } from '../../../../src/protocol/about/phases';
import type { AttemptTimings } from '../../../../src/domain/entry';

/** Each phase in short: its name, from, to; and its bar in whole percents. */
function phases(timings: AttemptTimings, firstEventMs?: number): string[] {
	return phasesOf(timings, firstEventMs).map(
		({ name, fromMs, toMs, leftPercent, widthPercent }) =>
			`${name.replace('Ms', '')} ${fromMs}–${toMs} ${Math.round(leftPercent)}+${Math.round(widthPercent)}%`,
	);
}

describe('the phases of an attempt', () => {
	const cases: readonly [string, AttemptTimings, number | undefined, string[]][] = [
		['none', {}, undefined, []],
		['a name that is not found', { dnsMs: 12 }, undefined, ['dns 0–12 0+100%']],
		[
			'an address, without TLS',
			{ tcpMs: 5, sentMs: 5, headersMs: 20 },
			undefined,
			['tcp 0–5 0+25%', 'sent 5–5 25+0%', 'headers 5–20 25+75%'],
		],
		[
			'all, to the first event',
			{ dnsMs: 10, tcpMs: 20, tlsMs: 40, sentMs: 41, headersMs: 90 },
			100,
			[
				'dns 0–10 0+10%',
				'tcp 10–20 10+10%',
				'tls 20–40 20+20%',
				'sent 40–41 40+1%',
				'headers 41–90 41+49%',
				'firstEvent 90–100 90+10%',
			],
		],
		[
			'redirects, and a proxy',
			{ headersMs: 40, tlsMs: 30, tunnelMs: 20, redirectsMs: 10 },
			undefined,
			['redirects 0–10 0+25%', 'tunnel 10–20 25+25%', 'tls 20–30 50+25%', 'headers 30–40 75+25%'],
		],
		[
			'an answer before all was sent',
			{ tcpMs: 5, sentMs: 50, headersMs: 40 },
			undefined,
			['tcp 0–5 0+10%', 'sent 5–50 10+90%', 'headers 50–50 100+0%'],
		],
		[
			'no time at all',
			{ tcpMs: 0, headersMs: 0 },
			0,
			['tcp 0–0 0+0%', 'headers 0–0 0+0%', 'firstEvent 0–0 0+0%'],
		],
	];
	for (const [name, timings, firstEventMs, expected] of cases) {
		it(name, () => assert.deepEqual(phases(timings, firstEventMs), expected));
	}
});
