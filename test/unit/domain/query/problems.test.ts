import assert from 'node:assert/strict';
import { fieldNames } from '../../../../src/domain/query/fields';
import { parseQuery } from '../../../../src/domain/query/parser';

/** What is wrong with a filter: the part that is marked, the message, and what the hint says. */
const problems: readonly (readonly [filter: string, at: string, message: string, hint: RegExp])[] =
	[
		[
			'type:trade prise:>100',
			'prise',
			'“prise” is not a field.',
			/^For a value inside the JSON, write data\.prise:>100\.$/,
		],
		['typ:tick', 'typ', '“typ” is not a field.', /^Did you mean type:tick\? .*"typ:tick"/],
		['tpye:tick', 'tpye', '“tpye” is not a field.', /Did you mean type:tick\?/],
		['types:tick', 'types', '“types” is not a field.', /Did you mean type:tick\?/],
		['event:tick', 'event', '“event” is not a field.', /Did you mean type:tick\?/],
		['localhost:80', 'localhost', '“localhost” is not a field.', /write "localhost:80"\.$/],
		['error: x', 'error', '“error” is not a field.', /^For the text, write "error:"\.$/],
		['foo.bar:1', 'foo.bar', '“foo.bar” is not a field.', /data\.foo\.bar:1/],
		['type.x:1', 'type.x', '“type.x” is not a field.', /data\.type\.x:1/],
		['not:1', 'not', '“not” is not a field.', /"not:1"/],
		['data..x:1', 'data..x', '“data..x” is not a path.', /data\.key/],
		['data[x]:1', 'data[x]', '“data[x]” is not a path.', /data\.list\[0\]/],
		['type: tick', 'type:', '“type:” has no value.', /for example type:tick\./],
		['size:>', 'size:>', '“size:>” has no value.', /for example size:>4k\./],
		['type:(a OR b)', '(a', 'A field cannot be asked for a group.', /\(type:a OR type:b\)/],
		['type:>5', '>5', 'type: cannot be compared with >.', /write type:">5"\./],
		['id:>x', 'x', '“x” is not a number.', /id:42/],
		['data.a:>x', 'x', '“x” is not a number.', /data\.price:>100/],
		['data:>4k', '4k', '“4k” is not a number.', /data\.price:>100/],
		['data.a:>/x/', '/x/', '“/x/” is not a number.', /./],
		['kind:foo', 'foo', '“foo” is not a kind.', /^Kinds: event, comment, .*failed; or connection/],
		['is:foo', 'foo', '“foo” is not a state.', /^States: bookmarked\.$/],
		['is:bookmarked,x', 'x', '“x” is not a state.', /^States: bookmarked\.$/],
		['is:*', '*', '“*” is not a state.', /^States: /],
		['is:>x', '>x', 'is: takes the name of a state.', /^States: /],
		['is:/b/', '/b/', 'is: takes the name of a state.', /^States: /],
		['is: x', 'is:', '“is:” has no value.', /for example is:x/],
		['has:bookmarked', 'has', '“has” is not a field.', /Did you mean is:bookmarked\?/],
		['kind:event,foo', 'foo', '“foo” is not a kind.', /^Kinds: /],
		['kind:>event', '>event', 'kind: takes the name of a kind.', /^Kinds: /],
		['kind:/e/', '/e/', 'kind: takes the name of a kind.', /^Kinds: /],
		['kind:""', '""', '“” is not a kind.', /^Kinds: /],
		['size:>4x', '4x', '“4x” is not a size.', /size:>4k.*kB?/],
		['size:1,000', '1,000', '“1,000” is not a size.', /size:>4k/],
		['gap:soon', 'soon', '“soon” is not a duration.', /gap:>500ms.*ms/],
		['retry:1..x', '1..x', '“1..x” is not a duration.', /retry:>1000/],
		['retry:/1/', '/1/', '“/1/” is not a duration.', /retry:>1000/],
		['attempt:2s', '2s', '“2s” is not a number.', /attempt:2/],
		['time:25:00', '25:00', '“25:00” is not a time.', /time:>10:30:00.*2026-01-31T10:30/],
		['time:2026-02-30', '2026-02-30', '“2026-02-30” is not a time.', /./],
		['time:10:30..2026-03-10', '10:30..2026-03-10', '“10:30..2026-03-10” is not a time.', /./],
		['a "b c', '"b c', 'The quotation mark is not closed.', /\\"/],
		['/a', '/a', 'The regular expression is not closed.', /Add \/.*"\/a"/],
		['/[/', '/[/', 'The regular expression is not closed.', /"\/\[\/"/],
		['//', '//', 'The regular expression is empty.', /"\/\/"/],
		['x /(/', '/(/', 'The regular expression is not valid: unterminated group.', /"\/\(\/"/],
		['type:/*/', '/*/', 'The regular expression is not valid: nothing to repeat.', /./],
		['/a: (/i', '/a: (/i', 'The regular expression is not valid: unterminated group.', /./],
		['/x/g', '/x/g', '“g” is not a flag for a regular expression, or is there twice.', /i \(any/],
		['/x/ii', '/x/ii', '“i” is not a flag for a regular expression, or is there twice.', /./],
		['(a', '(', 'The parenthesis is not closed.', /Add \)/],
		['a)', ')', 'There is no ( for this ).', /"\)"/],
		['a ()', '()', 'There is nothing between the parentheses.', /"\(\)"/],
		['OR a', 'OR', '“OR” needs a term before it.', /"OR"/],
		['a or', 'or', '“or” needs a term after it.', /"or"/],
		['a OR OR b', 'OR', '“OR” needs a term after it.', /./],
		['(and b)', 'and', '“and” needs a term before it.', /./],
		['NOT', 'NOT', '“NOT” needs a term after it.', /"NOT"/],
		['(NOT)', 'NOT', '“NOT” needs a term after it.', /./],
	];

describe('A filter that cannot be understood', () => {
	for (const [filter, at, message, hint] of problems) {
		it(filter, () => {
			const result = parseQuery(filter);
			assert.ok(!result.ok);
			const { problem } = result;
			assert.equal(problem.message, message);
			assert.equal(filter.slice(problem.from, problem.to), at);
			assert.match(problem.hint ?? '', hint);
			assert.equal(problem.fields !== undefined, message.endsWith('is not a field.'));
		});
	}

	it('lists the fields there are', () => {
		const result = parseQuery('nope:1');
		assert.ok(!result.ok);
		assert.equal(
			result.problem.fields?.join(', '),
			'type, id, data, data.<path>, kind, size, gap, time, retry, attempt, is',
		);
		assert.equal(result.problem.fields, fieldNames);
	});

	for (const [name, filter, message] of [
		['too many parentheses', '('.repeat(10_000), 'The filter is too deeply nested.'],
		['too many negations', `${'-'.repeat(9_999)}a`, 'The filter is too deeply nested.'],
		['too many words', 'a '.repeat(1001), 'The filter has more than 1000 terms.'],
		['too long a word', 'a'.repeat(10_001), 'The filter is too long.'],
	] as const) {
		it(`has ${name}`, () => {
			const result = parseQuery(filter);
			assert.equal(result.ok ? undefined : result.problem.message, message);
		});
	}

	it('is found out in the end, whatever it is', () => {
		// What takes time by the square or worse would not come back within the limit of the test.
		for (const piece of ['{ ', '"', '[', '/ ', '( ', 'a" ', '[" ', 'data[', '\\', 'a.', '-']) {
			assert.equal(typeof parseQuery(piece.repeat(10_000 / piece.length)).ok, 'boolean');
		}
	}).timeout(120_000);
});
