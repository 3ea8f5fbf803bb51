// @ts-check
import { connect, createServer } from 'node:net';
import { addressPath } from './server.mjs';

/**
 * Opens a port with a short address for a VS Code whose own is a screenful. It answers the bare address with the
 * way to the long one and hands every other connection through, so that one port is all that a browser on another
 * machine needs to be forwarded.
 *
 * @param {{ port: number; workspace: string }} vscode
 * @param {string} extensionPath
 * @returns {Promise<{ url: string; close: () => void }>}
 */
export async function openFrontDoor(vscode, extensionPath) {
	const server = createServer(client => {
		client.on('error', () => client.destroy());
		client.once('data', request => {
			const host = /^(?:GET|HEAD) \/ HTTP\/1.[\s\S]*?\r\nhost: *([^\s]+)/i.exec(
				request.toString(),
			)?.[1];
			if (host) {
				// The extension must be named with the host and port that the browser knows us by.
				const path = addressPath(host, vscode.workspace, { extensionPath });
				client.end(
					`HTTP/1.1 302 Found\r\nLocation: ${path}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
				);
				return;
			}
			const through = connect(vscode.port, '127.0.0.1');
			through.on('error', () => client.destroy());
			client.on('close', () => through.destroy());
			through.write(request);
			client.pipe(through).pipe(client);
		});
	});
	await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
