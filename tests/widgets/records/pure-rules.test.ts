/** What the widgets of records decide by themselves: next steps by the pipeline, the price ladder, what a buyer is worth. */
import { describe, expect, it } from 'vitest';
import type { ReservationState } from '#domain/deal/deal-states.ts';
import { buyerValue } from '#domain/insight/index.ts';
import { money } from '#domain/shared/money.ts';
import { nextStep, type Standing, stepsFor } from '#widgets/deal/reservation-summary/next-steps.ts';
import { ladderOf } from '#widgets/deal/reservation-summary/price-ladder.ts';
import { unitSteps } from '#widgets/inventory/unit-summary/unit-actions.ts';
import { RESERVATION_STAGES } from '#workflows/pipeline/reservation.ts';

const standing = (changes: Partial<Standing> = {}): Standing => ({
  state: 'ACTIVE',
  stage: 'LARGE',
  isDepositMissing: false,
  isDepositPaid: true,
  isOver: false,
  ...changes,
});
const euros = (units: number) => money(BigInt(units) * 100n, 'EUR');
const stored = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'EUR' });

describe('the steps of a reservation', () => {
  it.each([
    [{ isDepositMissing: true }, 'DEPOSIT', ['DEPOSIT', 'SIGN', 'EXTEND', 'BUYERS', 'CANCEL']],
    [{}, 'SIGN', ['SIGN', 'EXTEND', 'BUYERS', 'CANCEL']],
    [{ stage: 'SMALL' }, 'UPGRADE', ['UPGRADE', 'EXTEND', 'BUYERS', 'CANCEL']],
    [{ state: 'PENDING_APPROVAL' }, 'ASK_PRICE', ['ASK_PRICE', 'BUYERS', 'CANCEL']],
    [{ isOver: true }, 'EXPIRE', ['EXPIRE', 'CANCEL']],
    [{ state: 'EXPIRED' }, 'DECIDE', ['DECIDE']],
    [{ state: 'EXPIRED', isDepositPaid: false }, null, []],
    [{ state: 'CONVERTED', isOver: true }, null, []],
  ] as const)('%j: next %s of %j', (changes, next, steps) => {
    const found = stepsFor(standing(changes as Partial<Standing>));
    expect(found).toEqual(steps);
    expect(nextStep(found)).toBe(next);
  });

  it('none that ends or signs is offered once it is over', () => {
    for (const state of Object.keys(RESERVATION_STAGES) as ReservationState[]) {
      if (state === 'ACTIVE' || state === 'PENDING_APPROVAL' || state === 'DRAFT') continue;
      const steps = stepsFor(standing({ state }));
      expect(steps.filter((step) => step === 'SIGN' || step === 'CANCEL' || step === 'EXTEND')).toEqual([]);
    }
  });
});

describe('the price ladder', () => {
  it('goes down by each discount, says what was agreed beside them, and ends at the price', () => {
    const discount = { name: 'Early', step: 1, kind: 'PERCENT', percent: 2, amount: stored(20) } as const;
    const rungs = ladderOf({ listPrice: euros(1_000), price: euros(970) }, [
      { ...discount, id: 'a', priceAfter: stored(980) },
    ]);
    expect(rungs.map(({ kind, off, price }) => [kind, off?.minor ?? null, price.minor])).toEqual([
      ['LIST', null, 100_000n],
      ['DISCOUNT', 2_000n, 98_000n],
      ['OTHER', 1_000n, 97_000n],
      ['AGREED', 3_000n, 97_000n],
    ]);
  });

  it('is none without a list price', () => {
    expect(ladderOf({ listPrice: null, price: euros(970) }, [])).toEqual([]);
  });
});

describe('what can be done with a unit', () => {
  it.each([
    ['PLANNED', {}, ['RELEASE']],
    ['AVAILABLE', {}, ['RESERVE', 'HOLD', 'WITHDRAW', 'FREEZE']],
    ['HELD', { hasHold: true }, ['RESERVE', 'END_HOLD', 'FREEZE']],
    ['LARGE_RESERVED', {}, ['FREEZE']],
    ['LARGE_RESERVED', { isOver: true }, ['RESERVE', 'FREEZE']],
    ['FROZEN', {}, ['UNFREEZE']],
    ['TITLED', {}, []],
  ] as const)('%s %j: %j', (state, changes, steps) => {
    expect(unitSteps(state, { hasHold: false, isOver: false, ...changes })).toEqual(steps);
  });
});

describe('what a buyer is worth', () => {
  it('counts contracts that bind, one sum a currency', () => {
    const contracts = [
      { state: 'SIGNED', price: euros(100), paid: euros(30) },
      { state: 'COMPLETED', price: euros(50), paid: euros(50) },
      { state: 'TERMINATED', price: euros(900), paid: euros(900) },
      { state: 'SIGNED', price: money(7n, 'JPY'), paid: null },
    ];
    expect(buyerValue(contracts)).toEqual([
      { currency: 'EUR', contracts: 2, net: euros(150), paid: euros(80) },
      { currency: 'JPY', contracts: 1, net: money(7n, 'JPY'), paid: money(0n, 'JPY') },
    ]);
  });
});
