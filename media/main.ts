import { Channel } from './channel';
import { App } from './view/app';
import { browserClock } from './view/browserClock';
import './view/timeline.css';

const app = new App(new Channel(), browserClock);
document.body.append(app.element);
app.start();
