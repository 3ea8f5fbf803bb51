import type { Disposable } from '../base/disposable';
import { Emitter, type Event } from '../base/emitter';
import type { ConnectionState } from '../domain/connectionState';

/** The state of a session, and who wants to hear of it. */
export class ObservedState implements Disposable {
	private readonly changed = new Emitter<ConnectionState>();
	private current: ConnectionState = 'connecting';

	readonly onDidChange: Event<ConnectionState> = this.changed.event;

	/** `report` takes the errors of listeners: they must not stop a session. */
	constructor(private readonly report: (error: unknown) => void) {}

	get value(): ConnectionState {
		return this.current;
	}

	set value(state: ConnectionState) {
		if (state === this.current) return;
		this.current = state;
		try {
			this.changed.fire(state);
		} catch (error) {
			this.report(error);
		}
	}

	dispose(): void {
		this.changed.dispose();
	}
}
