/**
 * The two platform classes that the pure rooms may use: both Node and browsers have them, and
 * neither is in TypeScript's `lib: ES2023`. Everything else that a platform offers is out of reach
 * there, on purpose.
 */

declare class URL {
	constructor(url: string, base?: string);
	readonly href: string;
	readonly origin: string;
	readonly protocol: string;
	readonly host: string;
	readonly hostname: string;
	readonly pathname: string;
	readonly search: string;
	hash: string;
	username: string;
	password: string;
}

declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
