import { scanHttpFile } from '../domain/sourceCode/httpFileScan';
import { scanMarkup, scanScript } from '../domain/sourceCode/scriptScan';
import { endpointInCode } from './code/endpointInCode';
import { readConnectLink } from '../domain/connectLink';
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
import { entryAskedFor, offerToClearFilter } from './panel/goTo';
import { deleteSecret, manageSecrets } from './secret/manageSecrets';
import { mendTls } from './connect/mendTls';
import { saveBytes } from './capture/saveBytes';
import { saveStream } from './endpoint/saveStream';
import { setSecret } from './secret/setSecret';
import { askEndpoint } from './connect/stepByStep/connectStepByStep';

/** What activation does not need: what comes with the first stream, and the dialogs. Loaded by `loadOnDemand`. */
export const onDemand = {
	aboutOf,
	askBookmarkLabel,
	askEndpoint,
	chooseFilter,
	copyAsCode,
	deleteSecret,
	DemoServer,
	endpointFromCurl,
	endpointInCode,
	entryAskedFor,
	exportCapture,
	manageSecrets,
	mendTls,
	offerToClearFilter,
	pickBookmark,
	pickEndpoint,
	readConnectLink,
	saveBytes,
	saveFilter,
	saveStream,
	scanHttpFile,
	scanMarkup,
	scanScript,
	Session,
	setSecret,
} as const;
