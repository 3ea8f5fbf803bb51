import type { Endpoint } from '../../../../src/domain/endpoint';

interface PrintedCommand {
	readonly by: string;
	readonly command: string;
	readonly endpoint: Omit<Endpoint, 'name'>;
}

const json = 'application/json';

/** Command lines in the forms that browsers, API documentation and Postman give them. */
export const printedCommands: readonly PrintedCommand[] = [
	{
		by: 'Chrome, for bash',
		command: String.raw`curl 'https://example.com/v1/stream?q=a%20b' \
  -H 'accept: text/event-stream' \
  -H 'accept-language: en-GB,en;q=0.9' \
  -H 'content-type: application/json' \
  -b 'session=abc; theme=dark' \
  -H 'origin: https://example.com' \
  -H 'sec-ch-ua: "Chromium";v="142", "Not_A Brand";v="99"' \
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \
  --data-raw $'{"prompt":"It\'s 5 o\'clock\u0021","n":1}'`,
		endpoint: {
			url: 'https://example.com/v1/stream?q=a%20b',
			method: 'POST',
			headers: {
				accept: 'text/event-stream',
				'accept-language': 'en-GB,en;q=0.9',
				'content-type': json,
				Cookie: 'session=abc; theme=dark',
				origin: 'https://example.com',
				'sec-ch-ua': '"Chromium";v="142", "Not_A Brand";v="99"',
				'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
			},
			body: `{"prompt":"It's 5 o'clock!","n":1}`,
		},
	},
	{
		by: 'Chrome, for cmd',
		command: String.raw`curl ^"https://example.com/v1/stream?q=a%^20b^&n=1^" ^
  -H ^"accept: text/event-stream^" ^
  -H ^"content-type: application/json^" ^
  -b ^"session=abc; theme=dark^" ^
  -H ^"sec-ch-ua: ^\^"Chromium^\^";v=^\^"142^\^"^" ^
  --data-raw ^"^{^\^"prompt^\^":^\^"100%^ of ^\^\n a ^& b ^<c^>^^^\^"^}^"`,
		endpoint: {
			url: 'https://example.com/v1/stream?q=a%20b&n=1',
			method: 'POST',
			headers: {
				accept: 'text/event-stream',
				'content-type': json,
				Cookie: 'session=abc; theme=dark',
				'sec-ch-ua': '"Chromium";v="142"',
			},
			body: String.raw`{"prompt":"100% of \n a & b <c>^"}`,
		},
	},
	{
		by: 'Chrome, for bash, with brackets in the URL',
		command: String.raw`curl 'https://example.com/s?f\[a\]=1&f\[a-z\]=2&q=\{b,c\}' -H 'x: \[y\]'`,
		endpoint: {
			url: 'https://example.com/s?f[a]=1&f[a-z]=2&q={b,c}',
			headers: { x: String.raw`\[y\]` },
		},
	},
	{
		by: 'Chrome, for cmd, with brackets in the URL',
		command: String.raw`curl ^"https://example.com/s?f^\[a^\]=1^&q=^\{b^\}^" -H ^"x: y^"`,
		endpoint: { url: 'https://example.com/s?f[a]=1&q={b}', headers: { x: 'y' } },
	},
	{
		by: 'older Chrome, for cmd',
		command: String.raw`curl "https://example.com/stream" ^
  -H "Accept: text/event-stream" ^
  -H "X-Quoted: ""yes""" ^
  --compressed`,
		endpoint: {
			url: 'https://example.com/stream',
			headers: {
				Accept: 'text/event-stream',
				'X-Quoted': '"yes"',
				'Accept-Encoding': 'deflate, gzip, br, zstd',
			},
		},
	},
	{
		by: 'Firefox',
		command: `curl 'https://example.com/feed' --compressed -X POST -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' -H 'Accept: text/event-stream' -H 'Accept-Encoding: gzip, deflate, br, zstd' -H 'Content-Type: text/plain' -H 'Connection: keep-alive' -H 'TE: trailers' --data-raw 'a=1&b=2'`,
		endpoint: {
			url: 'https://example.com/feed',
			method: 'POST',
			headers: {
				'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
				Accept: 'text/event-stream',
				'Accept-Encoding': 'gzip, deflate, br, zstd',
				'Content-Type': 'text/plain',
			},
			body: 'a=1&b=2',
		},
	},
	{
		by: 'Safari',
		command: `curl 'https://example.com/events' \\
-X 'GET' \\
-H 'Accept: text/event-stream' \\
-H 'Cookie: id=7' \\
-H 'Last-Event-ID: 41' \\
-H 'User-Agent: Mozilla/5.0 (Macintosh) Version/26.1 Safari/605.1.15'`,
		endpoint: {
			url: 'https://example.com/events',
			headers: {
				Accept: 'text/event-stream',
				Cookie: 'id=7',
				'User-Agent': 'Mozilla/5.0 (Macintosh) Version/26.1 Safari/605.1.15',
			},
			lastEventId: '41',
		},
	},
	{
		by: 'older Safari',
		command: `curl 'https://example.com/events' \\
-XPOST \\
-H 'Content-Type: application/json' \\
--data-binary '{"a":1}'`,
		endpoint: {
			url: 'https://example.com/events',
			method: 'POST',
			headers: { 'Content-Type': json },
			body: '{"a":1}',
		},
	},
	{
		by: 'the documentation of OpenAI',
		command: `curl https://api.openai.com/v1/chat/completions \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -d '{
    "model": "gpt-5",
    "messages": [{ "role": "user", "content": "Hello!" }],
    "stream": true
  }'
`,
		endpoint: {
			url: 'https://api.openai.com/v1/chat/completions',
			method: 'POST',
			headers: { 'Content-Type': json, Authorization: 'Bearer ${env:OPENAI_API_KEY}' },
			body: '{\n    "model": "gpt-5",\n    "messages": [{ "role": "user", "content": "Hello!" }],\n    "stream": true\n  }',
		},
	},
	{
		by: 'the documentation of Anthropic',
		command: `curl https://api.anthropic.com/v1/messages \\
     --header "x-api-key: $ANTHROPIC_API_KEY" \\
     --header "anthropic-version: 2023-06-01" \\
     --header "content-type: application/json" \\
     --data \\
'{ "model": "claude", "max_tokens": 256, "stream": true }'`,
		endpoint: {
			url: 'https://api.anthropic.com/v1/messages',
			method: 'POST',
			headers: {
				'x-api-key': '${env:ANTHROPIC_API_KEY}',
				'anthropic-version': '2023-06-01',
				'content-type': json,
			},
			body: '{ "model": "claude", "max_tokens": 256, "stream": true }',
		},
	},
	{
		by: 'the documentation of Gemini',
		command: `curl "https://generativelanguage.googleapis.com/v1beta/models/gemini-flash:streamGenerateContent?alt=sse&key=\${GEMINI_API_KEY}" \\
  -H "x-goog-api-key: \${GEMINI_API_KEY}" \\
  -H 'Content-Type: application/json' \\
  --no-buffer \\
  -X POST \\
  -d '{ "contents": [{ "parts": [{ "text": "Hi" }] }] }' 2> /dev/null | grep data`,
		endpoint: {
			url: 'https://generativelanguage.googleapis.com/v1beta/models/gemini-flash:streamGenerateContent?alt=sse&key=${env:GEMINI_API_KEY}',
			method: 'POST',
			headers: { 'x-goog-api-key': '${env:GEMINI_API_KEY}', 'Content-Type': json },
			body: '{ "contents": [{ "parts": [{ "text": "Hi" }] }] }',
		},
	},
	{
		by: 'Postman',
		command: `curl --location --globoff 'https://example.com/sse/{id}' \\
--header 'Authorization: Basic dXNlcjpwYXNz' \\
--header 'X-Empty;' \\
--data-urlencode 'q=a b&c'`,
		endpoint: {
			url: 'https://example.com/sse/{id}',
			method: 'POST',
			headers: {
				Authorization: 'Basic dXNlcjpwYXNz',
				'X-Empty': '',
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			body: 'q=a+b%26c',
		},
	},
];
