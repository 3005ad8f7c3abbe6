/** The board's rules that are about no drawing: who sees what, what can be done, what ends, when it asks again. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eur, unit } from '#tests/widgets/fixtures/board-units.ts';
import { NOW, tower } from '#tests/widgets/fixtures/tower.ts';
import { groupsOf } from '#tests/widgets/harness/fake-twenty.ts';
import { actionsFor, isReservable } from '#widgets/inventory/sales-control/actions.ts';
import { boardUnit } from '#widgets/inventory/sales-control/board-unit.ts';
import { figuresOf, legendOf, tallyOf } from '#widgets/inventory/sales-control/figures.ts';
import { NO_BUILDING, summariesOf } from '#widgets/inventory/sales-control/overview.ts';
import { rememberedPlace, rememberPlace } from '#widgets/inventory/sales-control/place-memory.ts';
import {
  isHidden,
  pollDelayMs,
  REFRESH_MS,
  whenSeenAgain,
} from '#widgets/inventory/sales-control/polling.ts';
import { printSizeOf } from '#widgets/inventory/sales-control/print-size.ts';
import { type Deal, maskedDeal } from '#widgets/inventory/sales-control/read-deal.ts';
import { type GroupRecord, unitGroup } from '#widgets/inventory/sales-control/read-groups.ts';
import { endingOf } from '#widgets/inventory/sales-control/time-left.ts';
import { seenBy } from '#widgets/inventory/sales-control/viewer.ts';
import { UNIT_STATES } from '#widgets/shared/unit-state/unit-appearance.ts';

const MANAGER = { controlsSales: true };
const SALES = { controlsSales: false };
const inMinutes = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

const NOBODY: Deal = { hold: null, reservation: null, contract: null };
const HELD: Deal = {
  ...NOBODY,
  hold: {
    id: 'h',
    name: '12-03 · Ada',
    kind: 'SALES',
    forWhom: 'Ada',
    heldBy: 'Wei Zhang',
    expiresAt: inMinutes(90),
    extensions: 0,
  },
};
const RESERVED: Deal = {
  ...NOBODY,
  reservation: {
    id: 'r',
    name: '12-03 · Ada',
    state: 'ACTIVE',
    stage: 'LARGE',
    extensions: 0,
    buyer: 'Ada',
    salesperson: 'Wei Zhang',
    price: eur(1),
    depositAsked: eur(1),
    depositPaid: eur(1),
    validUntil: inMinutes(90),
  },
};

describe('who may not control sales', () => {
  it('sees of a colleague’s unit the state and the time, and no name', () => {
    const theirs = unit({ number: '1', state: 'CONTRACTED', holder: 'Ada', heldUntil: inMinutes(5) });
    expect(seenBy(theirs, SALES, new Set())).toMatchObject({
      state: 'CONTRACTED',
      holder: null,
      heldUntil: inMinutes(5),
      isMasked: true,
      isMine: false,
    });
  });

  it('sees the own deals whole, and what nobody has', () => {
    const own = unit({ id: 'u1', number: '1', state: 'LARGE_RESERVED', holder: 'Ada' });
    expect(seenBy(own, SALES, new Set(['u1']))).toMatchObject({
      holder: 'Ada',
      isMasked: false,
      isMine: true,
    });
    expect(seenBy(unit({ number: '2' }), SALES, new Set())).toMatchObject({ isMasked: false });
  });

  it('is shown whose deal it is and until when, and neither buyer nor money', () => {
    expect(maskedDeal(RESERVED).reservation).toMatchObject({
      salesperson: 'Wei Zhang',
      validUntil: inMinutes(90),
      name: '–',
      buyer: null,
      price: null,
      depositPaid: null,
    });
    expect(JSON.stringify(maskedDeal(HELD))).not.toContain('Ada');
    expect(maskedDeal(NOBODY)).toEqual(NOBODY);
  });

  it('a manager sees everything', () => {
    const states = UNIT_STATES.map((state) => unit({ number: state, state, holder: 'Ada' }));
    expect(states.every((one) => seenBy(one, MANAGER, new Set()).holder === 'Ada')).toBe(true);
  });
});

describe('what can be done with a unit', () => {
  const held = unit({ number: '1', state: 'HELD', heldUntil: inMinutes(90) });
  const over = { ...held, heldUntil: inMinutes(0) };

  it.each([
    ['free', unit({ number: '1' }), NOBODY, ['RESERVE', 'HOLD'], ['RESERVE', 'HOLD', 'WITHDRAW']],
    ['not yet for sale', unit({ number: '1', state: 'PLANNED' }), NOBODY, [], ['RELEASE', 'WITHDRAW']],
    ['under sales control', unit({ number: '1', state: 'CONTROLLED' }), NOBODY, [], ['RELEASE']],
    ['held by a colleague', held, HELD, [], ['EXTEND_HOLD', 'RELEASE_HOLD']],
    [
      'held by oneself',
      { ...held, isMine: true },
      HELD,
      ['RESERVE', 'EXTEND_HOLD', 'RELEASE_HOLD'],
      ['RESERVE', 'EXTEND_HOLD', 'RELEASE_HOLD'],
    ],
    ['held, but its time is over', over, NOBODY, ['RESERVE', 'HOLD'], ['RESERVE', 'HOLD']],
    [
      'reserved',
      unit({ number: '1', state: 'LARGE_RESERVED', heldUntil: inMinutes(9) }),
      RESERVED,
      [],
      ['EXTEND_RESERVATION', 'CANCEL_RESERVATION'],
    ],
    ['sold', unit({ number: '1', state: 'CONTRACTED' }), NOBODY, [], []],
    ['frozen', unit({ number: '1', state: 'FROZEN' }), NOBODY, [], []],
  ] as const)('when it is %s is offered, and nothing else', (_name, one, deal, sales, manager) => {
    expect(actionsFor(one, deal, SALES, NOW)).toEqual(sales);
    expect(actionsFor(one, deal, MANAGER, NOW)).toEqual(manager);
  });

  it('a price that waits for approval is not extended', () => {
    const deal: Deal = {
      ...RESERVED,
      reservation: RESERVED.reservation && { ...RESERVED.reservation, state: 'PENDING_APPROVAL' },
    };
    const reserved = unit({ number: '1', state: 'LARGE_RESERVED', heldUntil: inMinutes(9) });
    expect(actionsFor(reserved, deal, MANAGER, NOW)).toEqual(['CANCEL_RESERVATION']);
  });

  it('it can be reserved when it is available, or when the time of its hold is over', () => {
    expect([unit({ number: '2' }), held, over].map((one) => isReservable(one, NOW))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('time left', () => {
  it.each([
    [null, null],
    ['no time', null],
    [inMinutes(121), null],
    [inMinutes(120), 'SOON'],
    [inMinutes(1), 'SOON'],
    [inMinutes(0), 'OVER'],
    [inMinutes(-5), 'OVER'],
  ])('%s is %s', (heldUntil, ending) => {
    expect(endingOf({ heldUntil }, NOW)).toBe(ending);
  });
});

describe('a project from afar', () => {
  const records = tower();
  const groups = groupsOf(records).map((group) => unitGroup(group as GroupRecord));

  it('has the very numbers that its units add up to', () => {
    const tallies = records.map(boardUnit).map(tallyOf);
    expect(figuresOf(groups)).toEqual(figuresOf(tallies));
    expect(legendOf(groups)).toEqual(legendOf(tallies));
  });

  it('shows every building, also an empty one, and last what is in none: nothing for sale is hidden', () => {
    const buildings = [
      { id: 'empty', name: 'Annex', projectId: 'p' },
      { id: 'b', name: 'Tower', projectId: 'p' },
    ];
    const group = { state: 'AVAILABLE', heldAs: null, count: 1, released: 1, value: null } as const;
    const inNone = summariesOf(
      buildings,
      [
        { ...group, buildingId: 'b' },
        { ...group, buildingId: null },
      ],
      '–',
    );
    expect(inNone.map(({ id, tallies }) => [id, tallies.length])).toEqual([
      ['empty', 0],
      ['b', 1],
      [NO_BUILDING, 1],
    ]);
    expect(summariesOf(buildings, [], '–')).toHaveLength(2);
  });
});

describe('the board asks again', () => {
  it('every 20 seconds, ever less often while that fails, and never less than every five minutes', () => {
    expect(pollDelayMs(0)).toBe(REFRESH_MS);
    fc.assert(
      fc.property(fc.nat(2_000), (failures) => {
        const delay = pollDelayMs(failures);
        return delay >= REFRESH_MS && delay <= 300_000 && pollDelayMs(failures + 1) >= delay;
      }),
    );
  });
});

describe('a page that nobody sees', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is not asked for, and is asked for at once when it is seen again', () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    vi.stubGlobal('document', page);
    const seen = vi.fn();
    const stop = whenSeenAgain(seen);
    expect(isHidden()).toBe(true);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(seen).not.toHaveBeenCalled();
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(seen).toHaveBeenCalledTimes(1);
    stop();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(seen).toHaveBeenCalledTimes(1);
    expect(isHidden()).toBe(false);
  });

  it('is not known in a worker, where the board goes on', () => {
    vi.stubGlobal('document', {});
    expect(isHidden()).toBe(false);
    expect(() => whenSeenAgain(() => undefined)()).not.toThrow();
  });
});

describe('the place looked at last', () => {
  const places = {
    projects: [{ id: 'p', name: 'Riverside' }],
    buildings: [{ id: 'b', name: 'Tower', projectId: 'p' }],
  };
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    stored.clear();
  });

  it('is remembered where the sandbox has a storage', () => {
    vi.stubGlobal('localStorage', storage);
    rememberPlace({ projectId: 'p', buildingId: 'b' });
    expect(rememberedPlace(places)).toEqual({ projectId: 'p', buildingId: 'b' });
    rememberPlace({ projectId: 'p', buildingId: null });
    expect(rememberedPlace(places)).toEqual({ projectId: 'p', buildingId: null });
  });

  it('is forgotten when it is gone, and where nothing can be kept', () => {
    vi.stubGlobal('localStorage', storage);
    rememberPlace({ projectId: 'p', buildingId: 'gone' });
    expect(rememberedPlace(places)).toBeNull();
    rememberPlace({ projectId: 'gone', buildingId: 'b' });
    expect(rememberedPlace(places)).toBeNull();
    stored.set('keyturn.sales-control.place', 'no JSON');
    expect(rememberedPlace(places)).toBeNull();
    vi.stubGlobal('localStorage', undefined);
    rememberPlace({ projectId: 'p', buildingId: 'b' });
    expect(rememberedPlace(places)).toBeNull();
  });
});

describe('on paper', () => {
  it('floors get lower in steps as there are more of them', () => {
    const floors = (count: number) =>
      Array.from({ length: count }, (_, floor) => unit({ number: `${floor}`, floor }));
    expect([1, 10, 11, 16, 17, 24, 25, 38, 39, 80].map((count) => printSizeOf(floors(count)))).toEqual([
      'L',
      'L',
      'M',
      'M',
      'S',
      'S',
      'XS',
      'XS',
      'XXS',
      'XXS',
    ]);
  });
});
