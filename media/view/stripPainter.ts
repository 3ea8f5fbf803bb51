import { otherSlot, troubleSlot } from '../../src/protocol/overview';
import { clockText } from '../model/figures';
import { segmentsOf, type Bar } from '../model/strip/bars';
import { axisTimes, xOf, type Scale } from '../model/strip/scale';
import { typeColor } from '../model/typeColor';
import { el } from './dom';

/** Room for the times below the bars, and at least between the middles of two of them, in px. */
const axisPx = 16;
const timeDistancePx = 84;
const longTimeDistancePx = 116;

/** The shape of a bookmark at the upper edge. */
function ribbonAt(x: number): Path2D {
	return new Path2D(`M${x - 3} 0h6v8l-3 -2.5l-3 2.5z`);
}

/** The colours and the font of the theme, as a canvas understands them. */
interface Look {
	readonly slots: readonly string[];
	readonly trouble: string;
	readonly bookmark: string;
	readonly text: string;
	readonly line: string;
	readonly font: string;
}

/** Draws the bars and the times below them. */
export class StripPainter {
	readonly canvas = el('canvas', { 'aria-hidden': 'true' });
	/** Whose computed style says what a colour of the theme is. */
	readonly probe = el('i', { class: 'probe', hidden: true });
	#look: Look | undefined;

	/** @param onThemeChange all is to be drawn anew. */
	constructor(onThemeChange: () => void) {
		const observer = new MutationObserver(() => {
			this.#look = undefined;
			onThemeChange();
		});
		observer.observe(document.body, { attributeFilter: ['class'] });
		observer.observe(document.documentElement, { attributeFilter: ['class', 'style'] });
	}

	/** @param marked times of what has a bookmark, in ms since the epoch. */
	paint(
		scale: Scale | undefined,
		bars: readonly Bar[],
		marked: readonly number[],
		widthPx: number,
		heightPx: number,
	): void {
		const ratio = devicePixelRatio;
		this.canvas.width = Math.round(widthPx * ratio);
		this.canvas.height = Math.round(heightPx * ratio);
		const context = this.canvas.getContext('2d');
		if (context === null) return;
		context.scale(ratio, ratio);
		const look = (this.#look ??= this.#readLook());
		const basePx = heightPx - axisPx;
		this.#paintBars(context, look, bars, basePx);
		context.globalAlpha = 0.6;
		context.fillStyle = look.line;
		context.fillRect(0, basePx, widthPx, 1);
		if (scale === undefined) return;
		this.#paintTimes(context, look, scale, basePx);
		context.globalAlpha = 1;
		context.fillStyle = look.bookmark;
		for (const time of marked) context.fill(ribbonAt(Math.round(xOf(scale, time))));
	}

	#paintBars(
		context: CanvasRenderingContext2D,
		look: Look,
		bars: readonly Bar[],
		basePx: number,
	): void {
		const max = Math.max(1, ...bars.map(({ events }) => events));
		for (const bar of bars) {
			const { leftPx, widthPx, events, counts } = bar;
			let y = basePx - 0.5;
			// What is little among much is seen, too.
			const heightPx = Math.max((basePx - 4) * (events / max), 2);
			for (const { slot, heightPx: part, isFaint } of segmentsOf(bar, events, heightPx)) {
				context.globalAlpha = (isFaint ? 0.25 : 1) * (slot < 4 ? 1 : 0.6);
				context.fillStyle = look.slots[slot] ?? look.text;
				context.fillRect(leftPx, y - part, widthPx, part);
				y -= part;
			}
			if (counts[troubleSlot] === 0) continue;
			context.globalAlpha = 1;
			context.fillStyle = look.trouble;
			context.fillRect(leftPx, 0, Math.max(2, widthPx), 2);
		}
	}

	#paintTimes(context: CanvasRenderingContext2D, look: Look, scale: Scale, basePx: number): void {
		let { stepMs, times } = axisTimes(scale, timeDistancePx);
		if (stepMs < 1000) ({ stepMs, times } = axisTimes(scale, longTimeDistancePx));
		context.font = look.font;
		context.fillStyle = look.text;
		context.globalAlpha = 0.75;
		context.textBaseline = 'top';
		for (const time of times) {
			const text = clockText(time).slice(0, stepMs < 1000 ? undefined : -4);
			const widthPx = context.measureText(text).width;
			const x = xOf(scale, time);
			const left = x - widthPx / 2;
			if (left < 0 || left + widthPx > scale.widthPx) continue;
			context.fillRect(Math.round(x), basePx, 1, 3);
			context.fillText(text, left, basePx + 4);
		}
	}

	#readLook(): Look {
		const { probe } = this;
		const style = getComputedStyle(probe);
		const colorOf = (name: string) => {
			probe.style.color = `var(--${name})`;
			return style.color;
		};
		const slots = Array.from({ length: otherSlot }, (_, slot) =>
			colorOf(`type-${typeColor(slot).color}`),
		);
		return {
			slots,
			trouble: colorOf('vscode-problemsWarningIcon-foreground'),
			bookmark: colorOf('bookmark'),
			line: colorOf('vscode-charts-lines'),
			text: colorOf('vscode-foreground'),
			font: `${style.fontSize} ${style.fontFamily}`,
		};
	}
}
