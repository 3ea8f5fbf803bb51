import type { Exchange, ExchangeListener } from './exchange';
import { Http1Exchange } from './http1Exchange';
import type { OutgoingRequest } from './outgoingRequest';
import { prepareRequest } from './sendRequest';

/**
 * Sends one request on a connection of its own.
 * @throws what Node finds wrong with it before anything is sent.
 */
export function startExchange(outgoing: OutgoingRequest, listener: ExchangeListener): Exchange {
	const exchange = new Http1Exchange(prepareRequest(outgoing), outgoing.body, listener);
	exchange.send();
	return exchange;
}
