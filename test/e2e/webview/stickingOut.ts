/** Where text is cut off without a sign of it, or parts of a line overlap: in words, none if all is well. Runs on the page. */
export function stickingOut(): string[] {
	const found: string[] = [];
	const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
	const isRow = (element: Element) => element.closest('.pool') !== null;

	/** What stands in the way of a text from its own element up, as far as nothing can be scrolled. */
	function cutBy(element: Element, text: DOMRect): string | undefined {
		for (let at: Element | null = element; at !== null; at = at.parentElement) {
			const style = getComputedStyle(at);
			const { overflowX, overflowY, textOverflow, display, position } = style;
			if (overflowX === 'auto' || overflowX === 'scroll' || at.matches('.rows, .layer')) return;
			const isClipping = overflowX !== 'visible' || /strict|paint/.test(style.contain);
			const box = at.getBoundingClientRect();
			if (isClipping && textOverflow === 'ellipsis' && /block|inline/.test(display)) return;
			if (isClipping && (text.right > box.right + 1 || text.left < box.left - 1)) {
				return `${nameOf(at)} is ${Math.round(box.width)} px wide`;
			}
			const isLow = overflowY !== 'visible' && !isRow(at);
			if (isLow && (text.bottom > box.bottom + 3 || text.top < box.top - 3)) {
				return `${nameOf(at)} is ${Math.round(box.height)} px high`;
			}
			if (position === 'fixed') break;
		}
		const isOut = text.left < -1 || text.right > innerWidth + 1;
		return isOut ? `the page is ${innerWidth} px wide` : undefined;
	}

	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const element = node.parentElement!;
		if (node.nodeValue?.trim() === '' || element.closest('.unseen, script') !== null) continue;
		if (!element.checkVisibility({ visibilityProperty: true })) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		for (const rect of range.getClientRects()) {
			const why = rect.width === 0 ? undefined : cutBy(element, rect);
			if (why === undefined) continue;
			found.push(`“${node.nodeValue}” in ${nameOf(element)}: ${why}`);
			break;
		}
	}

	for (const floating of document.querySelectorAll('.menu, .completions, .tip, .find')) {
		const { left, right, top, bottom, width } = floating.getBoundingClientRect();
		const isIn = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
		if (width > 0 && !isIn) found.push(`${nameOf(floating)} is not all on the page`);
	}

	// What stands side by side does so without touching.
	const lines = '.header, .connection, .facts, .filter, .inputbox, .chips, .d-title, .d-tabs';
	for (const line of document.querySelectorAll(`${lines}, .find, .tail .actions, .menu-item`)) {
		const parts = [...line.children]
			.filter(part => !/absolute|fixed/.test(getComputedStyle(part).position))
			.map(part => ({ part, box: part.getBoundingClientRect() }))
			.filter(({ box }) => box.width > 0 && box.height > 1);
		for (const [place, { part, box }] of parts.entries()) {
			for (const other of parts.slice(place + 1)) {
				const { left, right, top, bottom } = other.box;
				const isApart =
					right <= box.left + 0.5 ||
					left >= box.right - 0.5 ||
					bottom <= box.top + 0.5 ||
					top >= box.bottom - 0.5;
				if (!isApart) found.push(`${nameOf(part)} and ${nameOf(other.part)} overlap`);
			}
		}
	}
	return found;
}
