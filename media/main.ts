import { config } from '@vscode/l10n';
import { Channel } from './channel';
import { App } from './view/app';
import { browserClock } from './view/browserClock';
import './view/timeline.css';

const channel = new Channel();
let app: App | undefined;

channel.listen(message => {
	// The first message says in which language: nothing is put into words before.
	if (message.type === 'opened' && app === undefined) {
		if (message.translation !== undefined) config({ contents: { ...message.translation } });
		app = new App(channel, browserClock);
		document.body.append(app.element);
		app.start();
	}
	app?.take(message);
});
channel.post({ type: 'ready' });
