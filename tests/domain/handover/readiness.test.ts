/** The readiness list (C4): each condition alone, and all that are missing at once. */
import { describe, expect, it } from 'vitest';
import {
  decideDeemed,
  deemedDay,
  HANDOVER_TRANSITIONS,
  missingOf,
  type ReadinessFacts,
  readiness,
} from '#domain/handover/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { statesOf } from '#domain/shared/state-machine.ts';
import { day, eur } from '../amounts.ts';

const TODAY = day('2026-06-10');

function facts(changes: Partial<ReadinessFacts> = {}): ReadinessFacts {
  return {
    today: TODAY,
    building: { name: 'House A', certificate: 'CC-1', completedOn: day('2026-06-01') },
    dues: { missing: eur('0.00'), names: [], undated: [] },
    deferral: { amount: null, until: null },
    area: { state: null, contract: null, measured: null },
    appointment: { isIdentityChecked: true, checkedBy: 'Clerk' },
    inspections: [{ number: 1, state: 'SIGNED' }],
    hasTemplate: true,
    snags: [],
    keys: [{ kind: 'DOOR_KEYS', count: 3, state: 'IN_STORE', isHere: false }],
    areKeysCounted: true,
    ...changes,
  };
}

const missing = (changes: Partial<ReadinessFacts>) =>
  missingOf(readiness(facts(changes))).map(({ code }) => code);
const stateOf = (code: string, changes: Partial<ReadinessFacts>) =>
  readiness(facts(changes)).find((item) => item.code === code)?.state;

describe('readiness (C4)', () => {
  it('a home with all of it is ready', () => {
    expect(missing({})).toEqual([]);
  });

  const owed = { missing: eur('1200.00'), names: ['Final'], undated: [] };

  it.each<[string, Partial<ReadinessFacts>, string[]]>([
    [
      'no certificate',
      { building: { name: 'A', certificate: ' ', completedOn: null } },
      ['COMPLETION_CERTIFICATE'],
    ],
    [
      'a certificate of a day to come',
      { building: { name: 'A', certificate: 'C', completedOn: day('2026-06-11') } },
      ['COMPLETION_CERTIFICATE'],
    ],
    ['money due', { dues: owed }, ['DUES']],
    [
      'an installment without a date',
      { dues: { ...owed, missing: eur('0.00'), undated: ['Roof'] } },
      ['DUES'],
    ],
    ['a deferral of just that', { dues: owed, deferral: { amount: eur('1200.00'), until: TODAY } }, []],
    [
      'a deferral of a cent less',
      { dues: owed, deferral: { amount: eur('1199.99'), until: TODAY } },
      ['DUES'],
    ],
    [
      'a deferral that ended yesterday',
      { dues: owed, deferral: { amount: eur('9999.00'), until: day('2026-06-09') } },
      ['DUES'],
    ],
    ['a measured area that differs', { area: { state: null, contract: 88.5, measured: 88.6 } }, ['AREA']],
    [
      'a settlement that is worked out',
      { area: { state: 'CALCULATED', contract: 88.5, measured: 88.6 } },
      ['AREA'],
    ],
    [
      'a buyer who may rescind',
      { area: { state: 'BUYER_MAY_RESCIND', contract: 88.5, measured: 80 } },
      ['AREA'],
    ],
    ['a settlement that is posted', { area: { state: 'POSTED', contract: 88.5, measured: 88.6 } }, []],
    ['nobody checked', { appointment: { isIdentityChecked: false, checkedBy: '' } }, ['IDENTITY']],
    ['an inspection under way', { inspections: [{ number: 1, state: 'OPEN' }] }, ['INSPECTION']],
    [
      'a second inspection under way',
      {
        inspections: [
          { number: 2, state: 'OPEN' },
          { number: 1, state: 'SIGNED' },
        ],
      },
      ['INSPECTION'],
    ],
    ['no inspection where there is a template', { inspections: [] }, ['INSPECTION']],
    [
      'a blocking snag',
      { snags: [{ name: 'Leak', severity: 'BLOCKING', state: 'FIXED' }] },
      ['BLOCKING_SNAGS'],
    ],
    ['a blocking snag verified', { snags: [{ name: 'Leak', severity: 'BLOCKING', state: 'VERIFIED' }] }, []],
    ['a blocking snag declined', { snags: [{ name: 'Leak', severity: 'BLOCKING', state: 'REJECTED' }] }, []],
    ['a minor snag', { snags: [{ name: 'Paint', severity: 'MINOR', state: 'OPEN' }] }, []],
    ['no key of this home where keys are counted', { keys: [] }, ['KEYS']],
    ['lost keys', { keys: [{ kind: 'DOOR_KEYS', count: 1, state: 'LOST', isHere: false }] }, ['KEYS']],
    [
      'keys that somebody has',
      { keys: [{ kind: 'DOOR_KEYS', count: 1, state: 'HANDED_OVER', isHere: false }] },
      ['KEYS'],
    ],
    [
      'keys that were just given',
      { keys: [{ kind: 'DOOR_KEYS', count: 1, state: 'HANDED_OVER', isHere: true }] },
      [],
    ],
  ])('with %s', (_what, changes, codes) => {
    expect(missing(changes)).toEqual(codes);
  });

  it.each<[string, string, Partial<ReadinessFacts>]>([
    ['COMPLETION_CERTIFICATE', 'a home of no building', { building: null }],
    ['AREA', 'areas that are the same', { area: { state: null, contract: 88.5, measured: 88.5 } }],
    ['AREA', 'a home that was not measured', { area: { state: null, contract: 88.5, measured: null } }],
    ['IDENTITY', 'no appointment', { appointment: null }],
    ['INSPECTION', 'no template', { inspections: [], hasTemplate: false }],
    ['BLOCKING_SNAGS', 'no snag', { snags: [] }],
    ['KEYS', 'keys that nobody counts', { keys: [], areKeysCounted: false }],
  ])('%s is not asked for with %s', (code, _what, changes) => {
    expect(stateOf(code, changes)).toBe('NOT_NEEDED');
    expect(missing(changes)).toEqual([]);
  });

  it('names everything at once, each with its facts and whose right mends it', () => {
    const items = missingOf(
      readiness(
        facts({
          building: { name: 'House A', certificate: '', completedOn: null },
          dues: { missing: eur('1200.00'), names: ['Final'], undated: ['Roof'] },
          snags: [{ name: 'Leak', severity: 'BLOCKING', state: 'OPEN' }],
        }),
      ),
    );
    expect(items.map(({ code, facts: all, right }) => [code, all, right])).toEqual([
      ['COMPLETION_CERTIFICATE', ['House A'], 'controlSales'],
      ['DUES', ['1200.00 EUR', 'Final', 'Roof'], 'keepAccounts'],
      ['BLOCKING_SNAGS', ['Leak'], 'handOver'],
    ]);
  });
});

describe('deemed delivery (C4)', () => {
  it.each([
    ['2026-05-01', '2026-06-01', null, '2026-06-01'],
    ['2026-05-30', '2026-06-01', null, '2026-06-06'],
    ['2026-05-01', '2026-06-01', 45, '2026-06-15'],
    ['2026-05-01', null, 30, '2026-05-31'],
    ['2026-05-01', null, 0, null],
    ['2026-05-01', null, null, null],
    [null, '2026-06-01', 30, null],
    ['2028-02-01', null, 28, '2028-02-29'],
  ])('invited %s, batch says %s, project %s days: %s', (notified, batch, days, expected) => {
    const rule = { notifiedOn: notified && day(notified), batchDay: batch && day(batch), days };
    expect(deemedDay(rule as Parameters<typeof deemedDay>[0])).toBe(expected);
  });

  function deem(
    changes: Partial<Parameters<typeof decideDeemed>[0]> = {},
    ready: Partial<ReadinessFacts> = {},
  ) {
    const decided = decideDeemed({
      handover: 'A-101',
      state: 'NO_SHOW',
      today: TODAY,
      notifiedOn: day('2026-05-01'),
      batchDay: day('2026-06-09'),
      days: null,
      items: readiness(facts(ready)),
      ...changes,
    });
    return isRefused(decided) ? decided.refused : decided.plan;
  }

  it('counts from the day that the rule names, once that day is over', () => {
    expect(deem()).toEqual({ deemedOn: '2026-06-09' });
    expect(deem({ today: day('2026-06-09') })).toMatchObject({
      code: 'DEEMED_DELIVERY_LATER',
      from: '2026-06-10',
    });
    expect(deem({ today: day('2027-01-01') })).toEqual({ deemedOn: '2026-06-09' });
  });

  it('without a rule nothing is deemed', () => {
    expect(deem({ batchDay: null })).toMatchObject({ code: 'NO_DEEMED_DELIVERY' });
    expect(deem({ notifiedOn: null })).toMatchObject({ code: 'NO_DEEMED_DELIVERY' });
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    [
      'no certificate',
      { building: { name: 'A', certificate: '', completedOn: null } },
      'COMPLETION_CERTIFICATE',
    ],
    ['blocking snags', { snags: [{ name: 'Leak', severity: 'BLOCKING', state: 'OPEN' }] }, 'BLOCKING_SNAGS'],
    [
      'an area that is not settled',
      { area: { state: 'BUYER_MAY_RESCIND', contract: 1, measured: 2 } },
      'AREA',
    ],
    ['no keys to give', { keys: [] }, 'KEYS'],
  ])('never while it is our own doing: %s', (_what, ready, code) => {
    expect(deem({}, ready)).toMatchObject({ code: 'DELIVERY_HELD_UP_BY_US', missing: [code] });
  });

  it('what the buyer owes or has not done holds nothing up', () => {
    const ready = {
      dues: { missing: eur('1.00'), names: ['Final'], undated: [] },
      appointment: { isIdentityChecked: false, checkedBy: '' },
      inspections: [],
    };
    expect(deem({}, ready)).toEqual({ deemedOn: '2026-06-09' });
  });

  it.each(statesOf(HANDOVER_TRANSITIONS).filter((state) => state !== 'NOTIFIED' && state !== 'NO_SHOW'))(
    'one that is %s is not deemed',
    (state) => {
      expect(deem({ state })).toMatchObject({ code: 'STATE_NOT_ALLOWED', from: state });
    },
  );
});
