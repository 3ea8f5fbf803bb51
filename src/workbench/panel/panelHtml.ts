/** Addresses of what the page loads, as the webview may load them. */
export interface PanelAssets {
	readonly script: string;
	readonly style: string;
	/** The source that the content security policy names for our files. */
	readonly cspSource: string;
	/** Unguessable, and another one for each page. */
	readonly nonce: string;
	/** Of the words on it: decides on how they are read out, and on the shapes of Chinese characters. */
	readonly language: string;
}

/** The page of the inspector. It holds no data: all of that comes by message. */
export function panelHtml({ script, style, cspSource, nonce, language }: PanelAssets): string {
	const policy = [
		"default-src 'none'",
		`style-src ${cspSource}`,
		`font-src ${cspSource}`,
		`script-src 'nonce-${nonce}'`,
	].join('; ');
	return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Event Stream Inspector</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
