import { networkInterfaces } from 'node:os';
import { plainAddress } from './machineWatch';

/** The addresses of this machine's network interfaces; `undefined` where the system does not tell. */
export function systemAddresses(): ReadonlySet<string> | undefined {
	try {
		const all = Object.values(networkInterfaces()).flatMap(each => each ?? []);
		return new Set(all.map(({ address }) => plainAddress(address)));
	} catch {
		return undefined;
	}
}
