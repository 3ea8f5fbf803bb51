import * as l10n from '@vscode/l10n';
import { sizeText } from '../../domain/words';
import type { AttemptFacts } from '../../store/file/attemptFacts';

/** Endings of files with one coding; more than one has an ending each. */
const endings: Readonly<Record<string, string>> = {
	gzip: 'gz',
	'x-gzip': 'gz',
	deflate: 'zz',
	br: 'br',
	zstd: 'zst',
};

/** `market-attempt-2.sse`, or with the ending of what it came coded with. */
export function suggestedName(
	name: string,
	{ attempt, coding }: AttemptFacts,
	isDecoded: boolean,
): string {
	const codings = isDecoded ? [] : (coding?.split(', ') ?? []);
	return [`${name}-attempt-${attempt}.sse`, ...codings.map(one => endings[one] ?? one)].join('.');
}

/** Whether there is anything to save; an attempt that brought nothing has all of it. */
export function hasBytesLeft({ body, coded }: AttemptFacts): boolean {
	return [body, ...(coded === undefined ? [] : [coded])].some(
		({ sizeBytes, keptBytes }) => keptBytes > 0 || sizeBytes === 0,
	);
}

/** An attempt as an item of a list. */
export function describeAttempt({ attempt, opened, coding, ending, body, coded }: AttemptFacts): {
	label: string;
	description: string;
	detail: string;
} {
	const size = sizeText((coded ?? body).sizeBytes);
	const coder = coding === undefined ? size : `${size} ${coding}`;
	const sizes = coded === undefined ? coder : l10n.t`${coder}, ${sizeText(body.sizeBytes)} decoded`;
	return {
		label: l10n.t`Attempt ${attempt}`,
		description: opened === undefined ? sizes : `${l10n.t`opened ${timeText(opened)}`} · ${sizes}`,
		detail:
			ending ?? l10n.t('No end is known: it is open, or what was said of it has been cleared.'),
	};
}

/**
 * Why not all bytes of the attempt can be saved, as a sentence for a person; `undefined` if all can.
 * @param hasStopped Keeping has stopped, and the attempt was the latest.
 */
export function whatIsMissing(
	{ attempt, coding, body, coded }: AttemptFacts,
	isDecoded: boolean,
	hasStopped: boolean,
): string | undefined {
	if (coding !== undefined && coded === undefined && !isDecoded) {
		return l10n.t`Of attempt ${attempt} the bytes as received (${coding}) were not kept, only the decoded ones.`;
	}
	const { sizeBytes, keptBytes } = isDecoded ? body : (coded ?? body);
	if (keptBytes < sizeBytes) {
		const missing = sizeText(sizeBytes - keptBytes);
		return l10n.t`${missing} of the ${sizeText(sizeBytes)} of attempt ${attempt} are not in the capture: the capture was cleared, had to drop its oldest entries, or could not keep more.`;
	}
	return hasStopped
		? l10n.t`Keeping has stopped, and the end of attempt ${attempt} may be missing.`
		: undefined;
}

/** Local time, as the grid shows it. */
function timeText(ms: number): string {
	const date = new Date(ms);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
