/*
 * The names that package.json, VS Code and others know us by. A test holds them against the
 * manifest, both ways.
 */

const prefix = 'eventStreamInspector';

export const commandIds = {
	connect: `${prefix}.connect`,
	connectFromCurl: `${prefix}.connectFromCurl`,
	connectStepByStep: `${prefix}.connectStepByStep`,
	startDemoStream: `${prefix}.startDemoStream`,
	inspectStream: `${prefix}.inspectStream`,
	saveEndpoint: `${prefix}.saveEndpoint`,
	copyAsCurl: `${prefix}.copyAsCurl`,
	copyAsEventSource: `${prefix}.copyAsEventSource`,
	copyAsFetch: `${prefix}.copyAsFetch`,
	disconnect: `${prefix}.disconnect`,
	reconnect: `${prefix}.reconnect`,
	reconnectFrom: `${prefix}.reconnectFrom`,
	editLastEventId: `${prefix}.editLastEventId`,
	stopWaiting: `${prefix}.stopWaiting`,
	dropConnection: `${prefix}.dropConnection`,
	clear: `${prefix}.clear`,
	togglePause: `${prefix}.togglePause`,
	exportCapture: `${prefix}.exportCapture`,
	saveBytes: `${prefix}.saveBytes`,
	openCapture: `${prefix}.openCapture`,
	openInInspector: `${prefix}.openInInspector`,
	copyAllAsJsonl: `${prefix}.copyAllAsJsonl`,
	copyAllAsMarkdown: `${prefix}.copyAllAsMarkdown`,
	focusFilter: `${prefix}.focusFilter`,
	find: `${prefix}.find`,
	goTo: `${prefix}.goTo`,
	saveFilter: `${prefix}.saveFilter`,
	applyFilter: `${prefix}.applyFilter`,
	toggleBookmark: `${prefix}.toggleBookmark`,
	labelBookmark: `${prefix}.labelBookmark`,
	nextBookmark: `${prefix}.nextBookmark`,
	previousBookmark: `${prefix}.previousBookmark`,
	listBookmarks: `${prefix}.listBookmarks`,
	chooseColumns: `${prefix}.chooseColumns`,
	addColumn: `${prefix}.addColumn`,
	showPathInData: `${prefix}.showPathInData`,
	setSecret: `${prefix}.setSecret`,
	listSecrets: `${prefix}.listSecrets`,
	deleteSecret: `${prefix}.deleteSecret`,
	addEndpoint: `${prefix}.addEndpoint`,
	openEndpoint: `${prefix}.openEndpoint`,
	connectEndpoint: `${prefix}.connectEndpoint`,
	disconnectEndpoint: `${prefix}.disconnectEndpoint`,
	saveListedEndpoint: `${prefix}.saveListedEndpoint`,
	editEndpoint: `${prefix}.editEndpoint`,
	duplicateEndpoint: `${prefix}.duplicateEndpoint`,
	deleteEndpoint: `${prefix}.deleteEndpoint`,
	copyEndpointAsCurl: `${prefix}.copyEndpointAsCurl`,
	openListedCapture: `${prefix}.openListedCapture`,
	renameCapture: `${prefix}.renameCapture`,
	exportListedCapture: `${prefix}.exportListedCapture`,
	revealCapture: `${prefix}.revealCapture`,
	deleteCapture: `${prefix}.deleteCapture`,
	deleteAllCaptures: `${prefix}.deleteAllCaptures`,
	showStreams: `${prefix}.showStreams`,
} as const;

export const settingKeys = {
	endpoints: `${prefix}.endpoints`,
	captureMaxEntries: `${prefix}.capture.maxEntries`,
	captureMaxSizeMiB: `${prefix}.capture.maxSizeMiB`,
	captureWhenFull: `${prefix}.capture.whenFull`,
	codeLens: `${prefix}.codeLens`,
	retentionMaxCaptures: `${prefix}.capture.retention.maxCaptures`,
	retentionMaxAgeDays: `${prefix}.capture.retention.maxAgeDays`,
	retentionMaxTotalSizeMiB: `${prefix}.capture.retention.maxTotalSizeMiB`,
} as const;

export const contextKeys = {
	/** An inspector is the active editor. */
	active: `${prefix}.active`,
	/** The active inspector has a stream: `running` or `ended`; absent for a capture from a file. */
	live: `${prefix}.live`,
	/** There are streams in this window. */
	streams: `${prefix}.streams`,
	/** What the active inspector shows can be connected to again. */
	canReconnect: `${prefix}.canReconnect`,
	/** The state of its connection; absent for a capture from a file. */
	state: `${prefix}.state`,
	/** Whether there are any is known: a view that is empty until then says nothing. */
	endpointsListed: `${prefix}.endpointsListed`,
	capturesListed: `${prefix}.capturesListed`,
} as const;

export const viewIds = {
	endpoints: `${prefix}.endpointsView`,
	captures: `${prefix}.capturesView`,
} as const;

/** What language models call the tools by. */
export const toolNames = {
	listStreams: `${prefix}_listStreams`,
	queryEntries: `${prefix}_queryEntries`,
	connect: `${prefix}_connect`,
} as const;

export const panelType = `${prefix}.panel`;

/** The inspector as an editor of files: of those that are text for most, and of those that are ours alone. */
export const editorTypes = {
	text: `${prefix}.captureEditor`,
	capture: `${prefix}.captureFileEditor`,
} as const;

/** The language of `.sse` files. */
export const eventStreamLanguage = 'event-stream';

/** Scheme of the read-only documents that show the whole data of an entry. */
export const dataScheme = 'event-stream-data';
