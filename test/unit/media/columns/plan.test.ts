import assert from 'node:assert/strict';
import { orderOf, planColumns } from '../../../../media/model/columns/plan';
import { defaultColumns, type ColumnSettings } from '../../../../src/protocol/columns';

const lengths = { seq: 4, id: 5 };

function shown(settings: Partial<ColumnSettings>, listPx: number): string {
	const { plan } = planColumns({ ...defaultColumns, ...settings }, listPx, lengths);
	return plan.columns.map(({ name }) => name).join(' ');
}

function widthsAt(settings: Partial<ColumnSettings>, listPx: number, room = lengths) {
	const { px, tracks } = planColumns({ ...defaultColumns, ...settings }, listPx, room).widths;
	const sum = [...px.values()].reduce((all, each) => all + each, 0);
	return { px, tracks, dataPx: listPx - (listPx > 560 ? 14 : 10) - sum };
}

describe('The columns of the grid', () => {
	it('are those that there are by default', () => {
		assert.equal(shown({}, 1200), 'seq time gap type id data size retry');
		assert.equal(widthsAt({}, 1200).tracks, '56px 96px 80px 112px 62px minmax(0, 1fr) 68px 50px');
	});

	it('go one by one where there is little room', () => {
		const all = 'seq time gap type id data size retry';
		const steps = [
			[721, all],
			[720, 'seq time gap type id data size'],
			[641, 'seq time gap type id data size'],
			[640, 'seq time gap type id data'],
			[561, 'seq time gap type id data'],
			[560, 'time gap type data'],
			[420, 'time gap type data'],
			[300, 'time type data'],
		] as const;
		for (const [listPx, names] of steps) assert.equal(shown({}, listPx), names, `${listPx} px`);
	});

	it('stay, or are gone, at the word of the user', () => {
		assert.equal(
			shown({ shown: { gap: false, data: false } }, 1200),
			'seq time type id data size retry',
		);
		assert.equal(shown({ shown: { retry: true } }, 420), 'time gap type data retry');
		assert.equal(shown({ shown: { seq: true } }, 420), 'seq time gap type data');
	});

	it('have those of the user beside Data, which go last', () => {
		const paths = ['data.a', 'data.b'];
		assert.equal(shown({ paths }, 1200), 'seq time gap type id data data.a data.b size retry');
		assert.equal(shown({ paths }, 420), 'time type data data.a');
	});

	it('stand as the user has put them, new ones where they stand by default', () => {
		const order = ['data', 'type', 'data.gone', 'time', 'seq', 'size'];
		assert.deepEqual(orderOf({ ...defaultColumns, order, paths: ['data.a'] }), [
			'data',
			'data.a',
			'type',
			'id',
			'time',
			'gap',
			'seq',
			'size',
			'retry',
		]);
	});

	it('are as wide as the user has made them, and make nothing go by it', () => {
		const { px, dataPx } = widthsAt({ widths: { type: 300 } }, 800);
		assert.equal(px.get('type'), 300);
		assert.equal(px.get('retry'), 50);
		assert.equal(dataPx, 74);
	});

	it('lose what they have too much, so that Data keeps some room', () => {
		const { px, dataPx } = widthsAt({ widths: { type: 2000, time: 200 } }, 900);
		assert.ok(dataPx >= 60 && dataPx < 66, `${dataPx} px for Data`);
		assert.ok(px.get('type')! > px.get('time')!);
		assert.ok([...px.values()].every(each => each >= 36));
	});

	it('grow with their contents', () => {
		const { px } = widthsAt({}, 1200, { seq: 7, id: 40 });
		assert.equal(px.get('seq'), 80);
		assert.equal(px.get('id'), 120);
		assert.equal(widthsAt({ widths: { id: 40 } }, 1200, { seq: 7, id: 40 }).px.get('id'), 40);
	});

	it('know their place among all of them, shown or not', () => {
		const settings = { ...defaultColumns, shown: { time: false }, paths: ['data.a'] };
		const { plan } = planColumns(settings, 1200, lengths);
		assert.equal(plan.count, 9);
		assert.deepEqual(
			plan.columns.map(({ place }) => place),
			[0, 2, 3, 4, 5, 6, 7, 8],
		);
	});

	const sentences: readonly [
		order: string[],
		listPx: number,
		from: number,
		to: number,
		px: number,
	][] = [
		[[], 1200, 3, 8, 232],
		[[], 420, 1, 4, 76],
		[['data', 'type', 'seq', 'time', 'gap', 'id', 'size', 'retry'], 1200, 0, 2, 0],
		[['type', 'seq', 'time', 'gap', 'id', 'data', 'size', 'retry'], 1200, 4, 8, 344],
	];
	for (const [order, listPx, from, to, px] of sentences) {
		it(`leave ${from} to ${to} of ${order.join(' ') || 'the default'} to sentences at ${listPx} px`, () => {
			const { plan, widths } = planColumns({ ...defaultColumns, order }, listPx, lengths);
			assert.deepEqual(plan.sentence, { from, to });
			assert.equal(widths.sentencePx, px);
		});
	}
});
