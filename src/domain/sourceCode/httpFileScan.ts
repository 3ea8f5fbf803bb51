import { maxScannedLength, type FoundRequest } from './foundRequest';

const requestLine = /^(?:(?<method>[A-Z]+)\s+)?(?<url>\S.*?)(?:\s+HTTP\/[\d.]+)?\s*$/;
const fileVariable = /^@(?<name>[^\s=]+)\s*=\s*(?<value>.*?)\s*$/;
const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** A variable may stand for others; so deep nobody means it. */
const maxDepth = 10;

/**
 * The requests in a `.http` or `.rest` file that accept `text/event-stream`, with the `@variables` of the
 * file in their places. A body that is read from another file makes no request that could be sent.
 */
export function scanHttpFile(text: string): FoundRequest[] {
	if (text.length > maxScannedLength || !/event-stream/i.test(text)) return [];
	const lines = linesOf(text);
	const variables = new Map<string, string>();
	for (const { line } of lines) {
		const { name, value } = fileVariable.exec(line)?.groups ?? {};
		if (name !== undefined && value !== undefined) variables.set(name, value);
	}
	return blocksOf(lines).flatMap(block => requestIn(block, variables) ?? []);
}

interface Line {
	readonly line: string;
	readonly start: number;
}

function linesOf(text: string): Line[] {
	let start = 0;
	return text.split('\n').map(line => {
		const one = { line: line.replace(/\r$/, ''), start };
		start += line.length + 1;
		return one;
	});
}

/** What `###` separates. */
function blocksOf(lines: readonly Line[]): Line[][] {
	const blocks: Line[][] = [[]];
	for (const one of lines) {
		if (one.line.startsWith('###')) blocks.push([]);
		else blocks.at(-1)?.push(one);
	}
	return blocks;
}

function requestIn(
	block: readonly Line[],
	variables: ReadonlyMap<string, string>,
): FoundRequest | undefined {
	const isNote = ({ line }: Line) => /^\s*(?:#|\/\/)/.test(line);
	const first = block.findIndex(
		one => one.line.trim() !== '' && !isNote(one) && !fileVariable.test(one.line),
	);
	const begin = block[first];
	const { method, url } = requestLine.exec(begin?.line ?? '')?.groups ?? {};
	if (begin === undefined || url === undefined) return undefined;

	const rest = block.slice(first + 1);
	const blank = rest.findIndex(({ line }) => line.trim() === '');
	const head = (blank < 0 ? rest : rest.slice(0, blank)).filter(one => !isNote(one));
	const body = (blank < 0 ? [] : rest.slice(blank + 1))
		.map(({ line }) => line)
		.join('\n')
		.trim();
	if (/^<(?:@\S*)?\s+\S/.test(body)) return undefined;

	const missing = new Set<string>();
	const filled = (part: string) => fill(part, variables, missing);
	// A long query may go on in lines of its own.
	const isQuery = ({ line }: Line) => /^\s+[?&]/.test(line);
	const whole =
		url +
		head
			.filter(isQuery)
			.map(({ line }) => line.trim())
			.join('');
	const target = filled(whole);
	const headers: Record<string, string> = {};
	for (const { line } of head.filter(one => !isQuery(one))) {
		const [, name, value = ''] = /^([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
		if (name !== undefined) headers[name] = filled(value);
	}
	const accept = Object.entries(headers).find(([name]) => name.toLowerCase() === 'accept');
	if (accept === undefined || !/text\/event-stream/i.test(accept[1])) return undefined;
	return {
		start: begin.start,
		end: begin.start + begin.line.length,
		url: target,
		...(method !== undefined && method !== 'GET' && { method }),
		headers,
		...(body !== '' && { body: filled(body) }),
		missing: [...missing],
	};
}

/** `text` with the values of the file's variables; those that it does not know stay, and are told. */
function fill(
	text: string,
	variables: ReadonlyMap<string, string>,
	missing: Set<string>,
	depth = 0,
): string {
	return text.replace(placeholder, (whole, name: string) => {
		const value = variables.get(name);
		if (value !== undefined && depth < maxDepth) return fill(value, variables, missing, depth + 1);
		missing.add(name);
		return whole;
	});
}

/** `request` with values for what was missing. */
export function filledIn(request: FoundRequest, values: ReadonlyMap<string, string>): FoundRequest {
	const put = (text: string) =>
		text.replace(placeholder, (whole, name: string) => values.get(name) ?? whole);
	return {
		...request,
		url: put(request.url),
		...(request.headers && {
			headers: Object.fromEntries(
				Object.entries(request.headers).map(([name, value]) => [name, put(value)]),
			),
		}),
		...(request.body !== undefined && { body: put(request.body) }),
		missing: [],
	};
}
