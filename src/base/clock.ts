import type { Disposable } from './disposable';

/** Time as a port: nothing but its implementations names `Date` and timers, so that a test can turn the hands. */
export interface Clock {
	/** Ms since the epoch, with a fraction; never goes back. */
	now(): number;
	/** Calls `run` once, after `delayMs` of any length; disposing cancels it. */
	schedule(delayMs: number, run: () => void): Disposable;
}
