import assert from 'node:assert/strict';
import { Columns } from '../../../../media/model/columns/columns';
import {
	withoutPath,
	withPlace,
	withShown,
	withWidth,
} from '../../../../media/model/columns/change';
import { orderOf } from '../../../../media/model/columns/plan';
import {
	defaultColumns,
	maxKnownColumns,
	type ColumnSettings,
} from '../../../../src/protocol/columns';
import { asColumnSettings } from '../../../../src/protocol/columnSettings';
import { rowOf } from '../rows';

const own: ColumnSettings = { ...defaultColumns, paths: ['data.a'] };

describe('Another setting of columns', () => {
	it('is a width within bounds, or the natural one again', () => {
		assert.equal(withWidth(own, 'type', 150.4).widths.type, 150);
		assert.equal(withWidth(own, 'type', 3).widths.type, 48);
		assert.equal(withWidth(own, 'type', 1e9).widths.type, 4000);
		assert.deepEqual(withWidth(withWidth(own, 'type', 150), 'type', undefined), own);
	});

	it('is a place', () => {
		const order = (settings: ColumnSettings) => orderOf(settings).join(' ');
		const [last, first, beside] = [
			withPlace(own, 'seq', undefined),
			withPlace(own, 'retry', 'seq'),
			withPlace(own, 'data.a', 'type'),
		].map(order);
		assert.equal(last, 'time gap type id data data.a size retry seq');
		assert.equal(first, 'retry seq time gap type id data data.a size');
		assert.equal(beside, 'seq time gap data.a type id data size retry');
		assert.equal(withPlace(own, 'type', 'type'), own);
	});

	it('is one column less', () => {
		const changed = withShown(
			withPlace(withWidth(own, 'data.a', 90), 'data.a', 'seq'),
			'data.a',
			true,
		);
		const { order, shown, widths, paths } = withoutPath(changed, 'data.a');
		assert.ok(!order.includes('data.a'));
		assert.deepEqual([shown, widths, paths], [{}, {}, []]);
	});

	it('never grows beyond what is remembered', () => {
		let settings = own;
		for (let n = 0; n <= maxKnownColumns; n++) {
			const path = `data.k${n}`;
			settings = { ...settings, paths: [path] };
			settings = withShown(withWidth(settings, path, 100), path, true);
			assert.ok(asColumnSettings(settings));
		}
		assert.equal(settings.widths[`data.k${maxKnownColumns}`], 100);
	});
});

describe('The columns of a page', () => {
	const said: unknown[] = [];
	const columns = new Columns(
		isOtherData => said.push(isOtherData),
		settings => said.push(settings),
	);
	beforeEach(() => {
		columns.take(defaultColumns);
		columns.setRoom(1200);
		said.length = 0;
	});

	it('say when other data is wanted, and what the user has set', () => {
		columns.take({ ...defaultColumns, time: 'delta' });
		columns.set(own);
		columns.take({ ...own, dataPath: 'data.b' });
		assert.deepEqual(said, [false, true, own, true]);
		assert.deepEqual(columns.wanted, { paths: ['data.a'], dataPath: 'data.b' });
		assert.ok(columns.isOutdated({ paths: ['data.a'] }));
		assert.ok(!columns.isOutdated({ paths: ['data.a'], dataPath: 'data.b' }));
	});

	it('have the same plan until it is another one', () => {
		const { plan } = columns;
		columns.take({ ...defaultColumns, widths: { type: 200 } });
		columns.setRoom(1100);
		assert.equal(columns.plan, plan);
		columns.setRoom(600);
		assert.notEqual(columns.plan, plan);
	});

	it('count time as they are set', () => {
		const row = (seq: number, time: number) => rowOf(seq, { time });
		const rows = [row(1, 1000), row(2, 1002.5), row(3, 62_345.2), row(4, 3_725_345)] as const;
		const times = () => rows.map((each, place) => columns.timeText(each, rows[place - 1]));
		assert.deepEqual(times(), [undefined, undefined, undefined, undefined]);
		columns.take({ ...defaultColumns, time: 'delta' });
		assert.deepEqual(times(), ['', '+3 ms', '+1.0 min', '+1.0 h']);
		columns.take({ ...defaultColumns, time: 'sinceStart' });
		assert.deepEqual(times(), ['', '', '', '']);
		columns.startTime = 1000;
		assert.deepEqual(times(), ['0 ms', '2 ms', '1 min 1.345 s', '1 h 2 min 4 s']);
		assert.equal(columns.timeText(row(5, 988), rows[0]), '−12 ms');
	});
});
