import { QuestionChannel } from '../src/protocol/channel';
import type { FromWebview } from '../src/protocol/fromWebview';
import type { ToWebview } from '../src/protocol/toWebview';

interface VsCodeApi {
	postMessage(message: FromWebview): void;
	getState(): unknown;
	setState(state: unknown): void;
}

// VS Code puts it on the page and gives it once.
declare function acquireVsCodeApi(): VsCodeApi;

/** What comes from the host, replies apart. */
export type HostMessage = Exclude<ToWebview, { type: 'reply' }>;

/** The webview's one way to the host, and to what outlives the page. */
export class Channel {
	readonly #api = acquireVsCodeApi();
	readonly #questions = new QuestionChannel(ask => this.#api.postMessage(ask));

	readonly ask: QuestionChannel['ask'] = (about, question) => this.#questions.ask(about, question);

	post(message: FromWebview): void {
		this.#api.postMessage(message);
	}

	/** Calls `listener` with each message; the replies have gone to those who asked. */
	listen(listener: (message: HostMessage) => void): void {
		window.addEventListener('message', (event: MessageEvent<ToWebview>) => {
			const message = event.data;
			if (message.type === 'reply') this.#questions.settle(message);
			else listener(message);
		});
	}

	get state(): unknown {
		return this.#api.getState();
	}

	set state(state: unknown) {
		this.#api.setState(state);
	}
}
