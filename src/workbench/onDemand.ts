import { Session } from '../net/session';
import { aboutOf } from '../protocol/about/about';
import { endpointFromCurl } from './connectFromCurl';
import { pickEndpoint } from './connectPick';
import { copyAsCode } from './copyAsCode';
import { exportCapture } from './exportCapture';
import { entryAskedFor, offerToClearFilter } from './goTo';
import { deleteSecret, manageSecrets } from './manageSecrets';
import { mendTls } from './mendTls';
import { saveBytes } from './saveBytes';
import { saveStream } from './saveStream';
import { setSecret } from './setSecret';
import { askEndpoint } from './stepByStep/connectStepByStep';

/** What activation does not need: what comes with the first stream, and the dialogs. Loaded by `loadOnDemand`. */
export const onDemand = {
	aboutOf,
	askEndpoint,
	copyAsCode,
	deleteSecret,
	endpointFromCurl,
	entryAskedFor,
	exportCapture,
	manageSecrets,
	mendTls,
	offerToClearFilter,
	pickEndpoint,
	saveBytes,
	saveStream,
	Session,
	setSecret,
} as const;
