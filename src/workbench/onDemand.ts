import { scanHttpFile } from '../domain/sourceCode/httpFileScan';
import { scanMarkup, scanScript } from '../domain/sourceCode/scriptScan';
import { endpointInCode } from './code/endpointInCode';
import { readConnectLink } from '../domain/connectLink';
import { withoutLiteralSecrets } from '../domain/literalSecrets';
import { Session } from '../net/session';
import { aboutOf } from '../protocol/about/about';
import { endpointFromCurl } from './connect/connectFromCurl';
import { pickEndpoint } from './connect/connectPick';
import { copyAsCode } from './connect/copyAsCode';
import { DemoServer } from './demo/demoServer';
import { askBookmarkLabel, pickBookmark } from './panel/pickBookmark';
import { chooseFilter } from './filter/chooseFilter';
import { saveFilter } from './filter/saveFilter';
import { exportCapture } from './capture/exportCapture';
import { openCaptureDocument, showCaptureDocument } from './exchange/captureEditor';
import { copyAll } from './exchange/copyAll';
import { chooseCaptureFile, importCapture, importFormatOf } from './exchange/importCapture';
import { chooseColumnPath } from './panel/columns/chooseColumnPath';
import { chooseColumns } from './panel/columns/chooseColumns';
import { goToEntry } from './panel/goTo';
import { InspectorPanel } from './panel/inspectorPanel';
import { LiveStream } from './liveStream';
import { deleteSecret, manageSecrets } from './secret/manageSecrets';
import { mendTls } from './connect/mendTls';
import { saveBytes } from './capture/saveBytes';
import { saveStream } from './endpoint/saveStream';
import { setSecret } from './secret/setSecret';
import { addEndpoint, askEndpoint } from './connect/stepByStep/connectStepByStep';
import { pickStream } from './statusBar/pickStream';
import {
	deleteAllCaptures,
	deleteCapture,
	exportListedCapture,
	openListedCapture,
	renameCapture,
	revealCapture,
} from './views/captureActions';
import { CaptureTree } from './views/captureTree';
import {
	connectable,
	connectEndpoint,
	copyEndpointAsCurl,
	deleteEndpoint,
	disconnectEndpoint,
	duplicateEndpoint,
	editEndpoint,
	openEndpoint,
} from './views/endpointActions';
import { EndpointTree } from './views/endpointTree';
import { askedUrl, factsOf, listStreams, queryEntries } from './tools/streamTools';

/** What activation does not need: what comes with the first stream, and the dialogs. Loaded by `loadOnDemand`. */
export const onDemand = {
	aboutOf,
	askBookmarkLabel,
	askedUrl,
	askEndpoint,
	chooseFilter,
	chooseCaptureFile,
	copyAll,
	chooseColumnPath,
	chooseColumns,
	copyAsCode,
	deleteSecret,
	DemoServer,
	endpointFromCurl,
	endpointInCode,
	exportCapture,
	factsOf,
	goToEntry,
	listStreams,
	queryEntries,
	importCapture,
	importFormatOf,
	InspectorPanel,
	LiveStream,
	manageSecrets,
	mendTls,
	pickBookmark,
	openCaptureDocument,
	pickEndpoint,
	readConnectLink,
	saveBytes,
	saveFilter,
	saveStream,
	scanHttpFile,
	scanMarkup,
	scanScript,
	Session,
	showCaptureDocument,
	setSecret,
	withoutLiteralSecrets,
	addEndpoint,
	CaptureTree,
	connectable,
	connectEndpoint,
	copyEndpointAsCurl,
	deleteAllCaptures,
	deleteCapture,
	deleteEndpoint,
	disconnectEndpoint,
	duplicateEndpoint,
	editEndpoint,
	EndpointTree,
	exportListedCapture,
	openEndpoint,
	openListedCapture,
	pickStream,
	renameCapture,
	revealCapture,
} as const;
