import type { Endpoint } from '../../../../src/domain/endpoint';

/** Values of the variables in {@link codeEndpoints}, by their names in generated code. */
export const environment: Readonly<Record<string, string>> = {
	CODE_HOST_PATH: 'echo',
	TOKEN: 't0ken',
	PASSWORD: 'pass:word $1',
	X_API_KEY: 'k3y',
	COOKIE: 'a=1; b="2"',
	KEY: 'p4rameter',
	WHO: 'Zoë',
};

/** The same by the texts of the variables, and the literal secrets. */
export const secrets = ['t0ken', 'pass:word $1', 'k3y', 'a=1; b="2"', 'p4rameter'];

/** Endpoints of all kinds, to be asked by generated code. `at` gives the address of a path. */
export function codeEndpoints(
	at: (path: string) => string,
): readonly (readonly [name: string, fields: Partial<Endpoint>, lastEventId?: string])[] {
	return [
		['a GET', { url: at('/echo') }],
		['a query', { url: at('/echo?a=1&b=[x]{y}'), query: { c: 'd e&f', g: ['1', '2'], h: true } }],
		['a query alone', { url: at('/echo'), query: { 'ä b': "it's" } }],
		['a fragment', { url: at('/echo?a=1#part'), query: { b: 2 } }],
		['a last event ID', { url: at('/echo') }, 'é ${env:TOKEN} \'"$HOME'],
		[
			'headers',
			{ url: at('/echo'), headers: { Accept: 'a/b', 'X-Quote': `'"\\$\`!`, 'X-None': '' } },
		],
		['a header beyond ASCII', { url: at('/echo'), headers: { 'X-Name': 'Zoë 日本 😀' } }],
		['a header of the body’s', { url: at('/echo'), headers: { 'Content-Length': '3' } }],
		['a token', { url: at('/echo'), auth: { type: 'bearer', token: 't0ken' } }],
		[
			'a password',
			{ url: at('/echo'), auth: { type: 'basic', username: 'é', password: 'pass:word $1' } },
		],
		['an authorization', { url: at('/echo'), headers: { authorization: 'Bearer t0ken' } }],
		['secret headers', { url: at('/echo'), headers: { 'X-API-Key': 'k3y', Cookie: 'a=1; b="2"' } }],
		['a secret parameter', { url: at('/echo?key=p4rameter&x=1') }],
		[
			'variables',
			{
				url: at('/${input:Code host path}?who=${env:WHO}&x=1'),
				headers: { 'X-Who': 'is ${env:TOKEN}?' },
			},
		],
		[
			'a form',
			{
				url: at('/echo'),
				method: 'POST',
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				body: '@a=1&b=2',
			},
		],
		['text', { url: at('/echo'), method: 'POST', body: `it's\n"so" \\ \`$HOME\` \${HOME} ü😀!` }],
		['an empty body', { url: at('/echo'), method: 'POST', body: '' }],
		[
			'text with a variable',
			{ url: at('/echo'), method: 'POST', body: "a $ '${env:WHO}' `${HOME}`" },
		],
		[
			'JSON',
			{
				url: at('/echo'),
				method: 'POST',
				body: JSON.parse(
					'{"a":[1,"two",null,{}],"b c":true,"__proto__":{"x":-0.5},"e":[]}',
				) as object[],
			},
		],
		[
			'JSON with a variable',
			{
				url: at('/echo'),
				method: 'POST',
				body: { for: '${secret:X_API_KEY}', 'more`': ['hi ${env:TOKEN}`'] },
			},
		],
		['a POST without a body', { url: at('/echo'), method: 'POST' }],
		[
			'another method',
			{ url: at('/echo'), method: 'PATCH', body: '{}', headers: { 'Content-Type': 'x/y' } },
		],
		['DELETE', { url: at('/echo'), method: 'DELETE' }],
	];
}
