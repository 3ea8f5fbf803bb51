import { once } from 'node:events';
import { connect } from 'node:tls';
import { requestFor } from '../../../src/net/exchange/outgoingRequest';
import { Http2Exchange } from '../../../src/net/exchange/http2Exchange';
import { makeCertificate } from '../../fixtures/certificates';
import { SseServer } from '../../fixtures/sseServer';

describe('An exchange by HTTP/2', () => {
	it('can be over before its session is connected', async () => {
		const certificate = await makeCertificate({ authority: 'Test Authority' });
		const server = await SseServer.start({ tls: certificate, http2: 'only' });
		const { port } = server;
		const socket = connect({ host: '127.0.0.1', port, ca: certificate.ca, ALPNProtocols: ['h2'] });
		await once(socket, 'secureConnect');
		const outgoing = requestFor({ name: 'x', url: server.url('/basic') }, '');
		const nothing = () => {};
		const listener = { proxy: nothing, socket: nothing, sent: nothing };
		const exchange = new Http2Exchange(outgoing, socket, {
			...listener,
			answered: nothing,
			broke: nothing,
		});
		exchange.dispose();
		// What the session's own events throw would be thrown by then, and fail the test.
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});
});
