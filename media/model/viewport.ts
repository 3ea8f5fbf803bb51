/** Height of a row: that of VS Code's lists. */
export const rowHeightPx = 22;

/**
 * The tallest spacer. Chromium caps an element's height at 33 554 428 px, and at half of that on a
 * screen with two device pixels to one: beyond, a list scrolled natively has no last row. And it
 * places what it paints in 32-bit floats, which at 8 000 000 px are whole pixels apart: there rows
 * stood a pixel off, and a position read back was not the one written. At this height they are a
 * sixteenth apart, and since the position is not kept there, nothing is lost by the smaller one.
 */
export const maxSpacerPx = 1_000_000;

/** Rows in sight: `from … to - 1`, the first of them `cutPx` above the upper edge. */
export interface VisibleRows {
	readonly from: number;
	readonly to: number;
	readonly cutPx: number;
}

/**
 * The mathematics of a list of equally high rows, scrolled to the pixel at any length. The position
 * is kept here; the native scroll position is its projection on a spacer of bounded height, and
 * read only where a hand or the platform moved it.
 */
export class Viewport {
	#rows = 0;
	#height = 0;
	#top = 0;
	/** The native position as last written or read. */
	#native = 0;

	get rowCount(): number {
		return this.#rows;
	}

	get heightPx(): number {
		return this.#height;
	}

	/** From the upper edge of row 0 to the upper edge of the view. */
	get topPx(): number {
		return this.#top;
	}

	get contentPx(): number {
		return this.#rows * rowHeightPx;
	}

	get maxTopPx(): number {
		return Math.max(0, this.contentPx - this.#height);
	}

	get spacerPx(): number {
		return Math.min(this.contentPx, maxSpacerPx);
	}

	get isAtEnd(): boolean {
		return this.#top >= this.maxTopPx;
	}

	/** Whole rows that fit, at least one. */
	get pageRows(): number {
		return Math.max(1, Math.floor(this.#height / rowHeightPx));
	}

	resize(heightPx: number): void {
		this.#height = Math.max(0, heightPx);
		this.scrollTo(this.#top);
	}

	setRowCount(rows: number): void {
		this.#rows = rows;
		this.scrollTo(this.#top);
	}

	scrollTo(topPx: number): void {
		this.#top = Math.round(Math.min(this.maxTopPx, Math.max(0, topPx)));
	}

	scrollToEnd(): void {
		this.#top = this.maxTopPx;
	}

	/** Scrolls as little as it takes to show the row in full. */
	reveal(index: number): void {
		const rowTop = index * rowHeightPx;
		if (rowTop < this.#top) this.scrollTo(rowTop);
		else if (rowTop + rowHeightPx > this.#top + this.#height) {
			this.scrollTo(rowTop + rowHeightPx - this.#height);
		}
	}

	get visible(): VisibleRows {
		const from = Math.floor(this.#top / rowHeightPx);
		const to = Math.min(this.#rows, Math.ceil((this.#top + this.#height) / rowHeightPx));
		return { from, to: Math.max(from, to), cutPx: this.#top - from * rowHeightPx };
	}

	/** Where the native position belongs; it is taken as written. */
	project(): number {
		this.#native = this.#projection;
		return this.#native;
	}

	/**
	 * The platform moved the native position: by touch, a middle click, or a reader that reveals a
	 * row. A small step counts by its pixels, so that no row is skipped on a long list; a leap counts
	 * by its place.
	 */
	scrolledNatively(nativePx: number): void {
		const step = nativePx - this.#native;
		this.#native = nativePx;
		const nativeMax = Math.max(0, this.spacerPx - this.#height);
		if (this.spacerPx === this.contentPx) this.scrollTo(nativePx);
		else if (Math.abs(step) <= 2 * this.#height) this.scrollTo(this.#top + step);
		else this.scrollTo((nativePx / nativeMax) * this.maxTopPx);
	}

	get #projection(): number {
		if (this.spacerPx === this.contentPx) return this.#top;
		const nativeMax = this.spacerPx - this.#height;
		return Math.round((this.#top / this.maxTopPx) * nativeMax);
	}
}
