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

/** What a person asks for now and then, and no stream needs. Loaded by `loadOnDemand`. */
export const onDemand = {
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
	setSecret,
} as const;
