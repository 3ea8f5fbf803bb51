import assert from 'node:assert/strict';
import { isCurlCommand, parseCurl } from '../../../../src/domain/curl/curlCommand';

function endpointOf(command: string) {
	const parsed = parseCurl(command);
	if (!parsed.ok) assert.fail(`${command}: ${parsed.problem.message}`);
	const { name: _, ...fields } = parsed.endpoint;
	return fields;
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const h = 'https://h/';

describe('A command line of curl', () => {
	const cases: readonly (readonly [command: string, endpoint: object])[] = [
		['curl https://h/', { url: h }],
		['curl h:8080/x', { url: 'http://h:8080/x' }],
		['curl "$BASE/x"', { url: '${env:BASE}/x' }],
		['$ curl https://h/', { url: h }],
		['C:\\Users\\me>curl https://h/', { url: h }],
		['/usr/bin/curl https://h/', { url: h }],
		['curl.exe --url https://h/', { url: h }],
		['curl -- https://h/', { url: h }],
		['curl -sSN https://h/ -o out.txt -m 10 --connect-timeout 3 -w "%{http_code}"', { url: h }],
		['curl -sSNvi -Lo /dev/null https://h/ --no-progress-meter', { url: h }],
		['curl -sSNXDELETE https://h/', { url: h, method: 'DELETE' }],
		['curl -X patch https://h/', { url: h, method: 'PATCH' }],
		['curl --request=PUT --header=A:b https://h/', { url: h, method: 'PUT', headers: { A: 'b' } }],
		['curl -HA:b -H "C: d " -H "E;" https://h/', { url: h, headers: { A: 'b', C: 'd', E: '' } }],
		['curl -H "A: b" -H "a: c" https://h/', { url: h, headers: { A: 'b, c' } }],
		['curl -H ":authority: h" -H "Host: x" https://h/', { url: h, headers: { Host: 'x' } }],
		['curl -H "Content-Length: 5" -H Connection:close https://h/', { url: h }],
		['curl -H "User-Agent:" https://h/', { url: h }],
		[
			'curl -A me -e https://r/;auto https://h/'.replace(';', "';'"),
			{
				url: h,
				headers: { 'User-Agent': 'me', Referer: 'https://r/' },
			},
		],
		[
			'curl -b a=1 --cookie b=2 -H "Cookie: c=3" https://h/',
			{
				url: h,
				headers: { Cookie: 'a=1; b=2; c=3' },
			},
		],
		['curl -d a=1 -d b=2 https://h/', { url: h, method: 'POST', headers: form, body: 'a=1&b=2' }],
		['curl -d "" https://h/', { url: h, method: 'POST', headers: form, body: '' }],
		['curl -da https://h/ -H Content-Type:', { url: h, method: 'POST', body: 'a' }],
		[
			"curl --data-raw '@a' -H 'content-type: x/y' https://h/",
			{
				url: h,
				method: 'POST',
				headers: { 'content-type': 'x/y' },
				body: '@a',
			},
		],
		[
			`curl --json '{"a":' --json '1}' https://h/`,
			{
				url: h,
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: '{"a":1}',
			},
		],
		[
			"curl --data-ascii a --data-binary $'b\\n' https://h/",
			{
				url: h,
				method: 'POST',
				headers: form,
				body: 'a&b\n',
			},
		],
		['curl -G -d a=1 --data-urlencode "b=x y" https://h/', { url: 'https://h/?a=1&b=x+y' }],
		['curl -G -d a=1 "https://h/?"', { url: 'https://h/?a=1' }],
		['curl -G -d a=1 "https://h/?z=0&"', { url: 'https://h/?z=0&a=1' }],
		["curl -g 'https://h/{a,b}/[1-3]'", { url: 'https://h/{a,b}/[1-3]' }],
		["curl 'https://h/?a[]=1&a[b]=2'", { url: 'https://h/?a[]=1&a[b]=2' }],
		['curl "https://[::1]:8080/${env:A}"', { url: 'https://[::1]:8080/${env:A}' }],
		['curl --get -d a=1 "https://h/?z=0#f"', { url: 'https://h/?z=0&a=1#f' }],
		['curl --url-query a=é --url-query +b=c https://h/', { url: 'https://h/?a=%C3%A9&b=c' }],
		[
			'curl --data-urlencode "a=$X y" https://h/',
			{
				url: h,
				method: 'POST',
				headers: form,
				body: 'a=${env:X}+y',
			},
		],
		[
			'curl -u me:se:cret https://h/',
			{
				url: h,
				auth: { type: 'basic', username: 'me', password: 'se:cret' },
			},
		],
		[
			'curl -u "$U:$P" https://h/',
			{
				url: h,
				auth: { type: 'basic', username: '${env:U}', password: '${env:P}' },
			},
		],
		[
			'curl --user me https://h/',
			{
				url: h,
				auth: { type: 'basic', username: 'me', password: '${input:Password}' },
			},
		],
		[
			'curl https://me:p%40ss@h/',
			{
				url: h,
				auth: { type: 'basic', username: 'me', password: 'p@ss' },
			},
		],
		['curl --oauth2-bearer $T https://h/', { url: h, auth: { type: 'bearer', token: '${env:T}' } }],
		['curl -k https://h/', { url: h, tls: { verify: false } }],
		['curl -k --no-insecure https://h/', { url: h }],
		[
			'curl --cacert ca.pem -E "c.pem:pa:ss" --key k.pem https://h/',
			{
				url: h,
				tls: { ca: 'ca.pem', cert: 'c.pem', key: 'k.pem', passphrase: 'pa:ss' },
			},
		],
		[
			"curl --cert 'C:\\c.pem' --pass x --cert-type PEM https://h/",
			{
				url: h,
				tls: { cert: 'C:\\c.pem', key: 'C:\\c.pem', passphrase: 'x' },
			},
		],
		["curl --cert 'a\\:b.pem' https://h/", { url: h, tls: { cert: 'a:b.pem', key: 'a:b.pem' } }],
		[
			'curl --compressed https://h/',
			{
				url: h,
				headers: { 'Accept-Encoding': 'deflate, gzip, br, zstd' },
			},
		],
		[
			'curl --compressed -H "accept-encoding: gzip" https://h/',
			{
				url: h,
				headers: { 'accept-encoding': 'gzip' },
			},
		],
		['curl --http1.1 https://h/', { url: h, httpVersion: '1.1' }],
		['curl --http2 https://h/', { url: h, httpVersion: '2' }],
		['curl --http2 http://h/', { url: 'http://h/' }],
		['curl -H "Last-Event-ID: 7" https://h/', { url: h, lastEventId: '7' }],
		['curl -X POST https://h/', { url: h, method: 'POST' }],
		['curl https://h/ # -X POST', { url: h }],
	];
	for (const [command, endpoint] of cases) {
		it(command, () => assert.deepEqual(endpointOf(command), endpoint));
	}

	const problems: readonly (readonly [command: string, message: RegExp, at?: number])[] = [
		['wget https://h/', /does not begin with curl/, 0],
		['', /does not begin with curl/],
		['curly https://h/', /does not begin with curl/],
		['curl -s', /no URL/, 7],
		['curl https://h/ https://i/', /two URLs, at character 6 and at character 17/, 16],
		['curl https://h/ -H', /-H at character 17 has no value/, 16],
		['curl https://h/ --frob', /option “--frob” at character 17 is not known here/, 16],
		['curl -sQz https://h/', /option “-Q” at character 6/, 5],
		['curl -H nothing https://h/', /“nothing” at character 9 has no colon/, 8],
		["curl -H 'Authorization s3cret' https://h/", /“Authorization …” at character 9 has no/, 8],
		['curl -H @headers https://h/', /Files are not read/, 8],
		['curl -d @body.json https://h/', /Files are not read/, 8],
		['curl --data-binary=@body.json https://h/', /Files are not read/],
		['curl --data-urlencode a@body https://h/', /Files are not read/],
		['curl --json @body https://h/', /Files are not read/],
		['curl -T file https://h/', /-T at character 6 is not taken over\. Files are not read/],
		['curl -b cookies.txt https://h/', /Cookies are not read from a file/],
		['curl -F a=b https://h/', /-F .* form of parts cannot be sent/],
		['curl -x http://p https://h/', /-x .* proxy that VS Code is set to/],
		['curl -I https://h/', /-I .* headers alone/],
		['curl --digest -u a:b https://h/', /--digest .* Only user name and password/],
		['curl --resolve h:443:1.2.3.4 https://h/', /--resolve .* host of the URL/],
		['curl https://h/ --next https://i/', /--next .* one request at a time/],
		['curl --cert-type P12 -E a https://h/', /Only PEM files are read, not “P12”/],
		['curl -X GET -d a https://h/', /A GET request has no body/, 8],
		["curl 'https://h/", /The quote ' at character 6 is not closed/, 5],
		['curl ^"https://h/', /The quote " at character 7 is not closed/, 6],
		['curl https://h/\ncurl https://i/', /second command begins at character 17/, 16],
		[
			'curl https://h/{id}/x',
			/“\{id\}” in the URL at character 6 is a pattern to curl.* add -g/,
			5,
		],
		['curl --url https://h/{a,b}', /“\{a,b\}” in the URL at character 12/, 11],
		['curl https://h/[1-10:2]', /“\[1-10:2\]” in the URL/],
		['curl ftp://h/', /ftp: URLs cannot be opened/],
		['curl -H "a b: c" https://h/', /“a b” is not a valid header name/],
		['curl --compressed=x https://h/', /--compressed at character 6 takes no value/],
	];
	for (const [command, message, at] of problems) {
		it(`is refused with the reason: ${command}`, () => {
			const parsed = parseCurl(command);
			assert.ok(!parsed.ok);
			assert.match(parsed.problem.message, message);
			if (at !== undefined) assert.equal(parsed.problem.at, at);
		});
	}

	it('is known by its beginning', () => {
		for (const text of ['curl x', ' curl', '$ curl x', 'curl.exe x', 'curl\nx', '> curl x']) {
			assert.ok(isCurlCommand(text), text);
		}
		for (const text of ['', 'curly x', 'https://curl x', 'a curl x', 'curl: (6) x']) {
			assert.ok(!isCurlCommand(text), text);
		}
	});
});
