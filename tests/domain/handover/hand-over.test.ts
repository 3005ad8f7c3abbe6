import { describe, expect, it } from 'vitest';
import { CONTRACT_TRANSITIONS, type ContractState } from '#domain/deal/index.ts';
import {
  decideHandOver,
  type HandOverRequest,
  type HandoverInstallment,
  type HandoverState,
  type ReadinessItem,
} from '#domain/handover/index.ts';
import { statesOf } from '#domain/shared/state-machine.ts';
import { day, eur } from '../amounts.ts';

const TODAY = day('2025-06-30');

function installment(name: string, changes: Partial<HandoverInstallment> = {}): HandoverInstallment {
  return {
    id: name,
    name,
    amount: eur('100000.00'),
    paid: eur('100000.00'),
    dueOn: day('2025-01-31'),
    anchor: 'SIGNING',
    monthsAfter: 0,
    daysAfter: 0,
    ...changes,
  };
}

type Changes = Partial<Omit<HandOverRequest, 'contract'>> & { state?: HandOverRequest['contract']['state'] };

function handOver({ state = 'SIGNED', ...changes }: Changes = {}) {
  return decideHandOver({
    contract: { name: 'C-2025-001', state, currency: 'EUR', signedOn: day('2025-01-01') },
    isResumed: false,
    installments: [installment('Signing')],
    prepaid: eur('0.00'),
    handedOverBefore: null,
    on: TODAY,
    today: TODAY,
    ...changes,
  });
}

/** The states from which C4 knows a way to COMPLETED. */
const KEYS_POSSIBLE: readonly ContractState[] = ['SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING'];

const unpaid = { paid: eur('0.00') };
const withKeys = { ...unpaid, dueOn: null, anchor: 'HANDOVER' } as const;

describe('handing over the keys (C4)', () => {
  it('is possible once everything due is paid', () => {
    expect(handOver()).toEqual({ plan: { fallDue: [], isFullyPaid: true } });
  });

  it('is possible while money is still to come, and says so', () => {
    const later = installment('Final', { ...unpaid, dueOn: day('2025-07-01') });
    expect(handOver({ installments: [installment('Signing'), later] })).toEqual({
      plan: { fallDue: [], isFullyPaid: false },
    });
  });

  it.each(KEYS_POSSIBLE)('a contract that is %s binds', (state) => {
    expect(handOver({ state })).toHaveProperty('plan');
  });

  it.each(statesOf(CONTRACT_TRANSITIONS).filter((state) => !KEYS_POSSIBLE.includes(state)))(
    'a contract that is %s does not: no keys',
    (state) => {
      expect(handOver({ state })).toEqual({
        refused: { code: 'CONTRACT_NOT_LIVE', contract: 'C-2025-001', state },
      });
    },
  );

  it('happens once: a second handover is refused with the date of the first', () => {
    expect(handOver({ handedOverBefore: day('2025-05-01') })).toEqual({
      refused: { code: 'ALREADY_HANDED_OVER', contract: 'C-2025-001', on: '2025-05-01' },
    });
  });

  it('does not happen tomorrow', () => {
    expect(handOver({ on: day('2025-07-01') })).toEqual({
      refused: { code: 'DATE_IN_FUTURE', field: 'handedOverOn', date: '2025-07-01', today: '2025-06-30' },
    });
  });
});

describe('what is due and not paid keeps the keys back (C4)', () => {
  it.each([
    ['a cent is missing', { paid: eur('99999.99') }, '0.01 EUR'],
    ['nothing is paid', unpaid, '100000.00 EUR'],
    ['it falls due on the very day', { ...unpaid, dueOn: TODAY }, '100000.00 EUR'],
  ])('%s', (_name, changes, open) => {
    expect(handOver({ installments: [installment('Signing', changes)] })).toEqual({
      refused: { code: 'DUE_NOT_PAID', contract: 'C-2025-001', open, installments: ['Signing'] },
    });
  });

  it('the refusal adds up all that is open and names each, and none that is not due', () => {
    const installments = [
      installment('Signing', unpaid),
      installment('Paid'),
      installment('Roof', { paid: eur('40000.00') }),
      installment('Final', { ...unpaid, dueOn: day('2025-07-01') }),
    ];
    expect(handOver({ installments })).toEqual({
      refused: {
        code: 'DUE_NOT_PAID',
        contract: 'C-2025-001',
        open: '160000.00 EUR',
        installments: ['Signing', 'Roof'],
      },
    });
  });

  it('a part of the price without a due date keeps them back too: its milestone was forgotten (D2.4)', () => {
    const roof = installment('Roof', { ...unpaid, dueOn: null, anchor: 'MILESTONE' });
    expect(handOver({ installments: [installment('Signing'), roof] })).toEqual({
      refused: {
        code: 'INSTALLMENTS_WITHOUT_DUE_DATE',
        contract: 'C-2025-001',
        installments: ['Roof'],
      },
    });
  });

  it('money in the till does not make up for a forgotten milestone', () => {
    const roof = installment('Roof', { ...unpaid, dueOn: null, anchor: 'MILESTONE' });
    expect(handOver({ installments: [roof], prepaid: eur('100000.00') })).toMatchObject({
      refused: { code: 'INSTALLMENTS_WITHOUT_DUE_DATE' },
    });
  });

  it('a part without a due date that is paid already keeps nothing back', () => {
    const roof = installment('Roof', { dueOn: null, anchor: 'MILESTONE' });
    expect(handOver({ installments: [roof] })).toEqual({ plan: { fallDue: [], isFullyPaid: true } });
  });
});

describe('installments that wait for the keys (D2.4)', () => {
  it('fall due with them and have to be paid', () => {
    expect(handOver({ installments: [installment('Keys', withKeys)] })).toEqual({
      refused: {
        code: 'DUE_NOT_PAID',
        contract: 'C-2025-001',
        open: '100000.00 EUR',
        installments: ['Keys'],
      },
    });
  });

  it.each([
    ['100000.00', true],
    ['99999.99', false],
    ['250000.00', true],
  ])('prepaid money of %s pays what falls due with the keys: %s', (prepaid, isEnough) => {
    const installments = [installment('Signing'), installment('Keys', withKeys)];
    const decision = handOver({ installments, prepaid: eur(prepaid) });
    if (isEnough) {
      expect(decision).toEqual({
        plan: { fallDue: [{ id: 'Keys', dueOn: '2025-06-30' }], isFullyPaid: true },
      });
    } else {
      expect(decision).toMatchObject({ refused: { code: 'DUE_NOT_PAID', open: '0.01 EUR' } });
    }
  });

  it('prepaid money has to cover what was due before as well', () => {
    const installments = [installment('Roof', unpaid), installment('Keys', withKeys)];
    expect(handOver({ installments, prepaid: eur('150000.00') })).toMatchObject({
      refused: { code: 'DUE_NOT_PAID', open: '50000.00 EUR', installments: ['Roof', 'Keys'] },
    });
    expect(handOver({ installments, prepaid: eur('200000.00') })).toHaveProperty('plan');
  });

  it('those that fall due some time after the keys are dated and keep nothing back', () => {
    const retention = installment('Retention', { ...withKeys, monthsAfter: 8, daysAfter: 1 });
    expect(handOver({ installments: [installment('Signing'), retention] })).toEqual({
      plan: { fallDue: [{ id: 'Retention', dueOn: '2026-03-01' }], isFullyPaid: false },
    });
  });

  it('those that are paid already get their date all the same', () => {
    const keys = installment('Keys', { dueOn: null, anchor: 'HANDOVER' });
    expect(handOver({ installments: [keys] })).toEqual({
      plan: { fallDue: [{ id: 'Keys', dueOn: '2025-06-30' }], isFullyPaid: true },
    });
  });

  it('are dated from the day of the keys, not from the day it is entered', () => {
    const retention = installment('Retention', { ...withKeys, monthsAfter: 12 });
    const decision = handOver({ installments: [retention], on: day('2025-06-15') });
    expect(decision).toMatchObject({ plan: { fallDue: [{ id: 'Retention', dueOn: '2026-06-15' }] } });
  });
});

describe('the guard of the keys (C4)', () => {
  const item = (code: ReadinessItem['code'], facts: string[] = []): ReadinessItem => ({
    code,
    state: 'MISSING',
    facts,
    right: 'handOver',
    isOurs: false,
  });
  const owed = installment('Final', unpaid);

  it('names all that is missing at once, the amount of the dues among it', () => {
    const items = [item('COMPLETION_CERTIFICATE', ['House A']), item('DUES', ['100000.00 EUR', 'Final'])];
    expect(handOver({ installments: [owed], items })).toEqual({
      refused: {
        code: 'HANDOVER_NOT_READY',
        contract: 'C-2025-001',
        missing: [
          { item: 'COMPLETION_CERTIFICATE', about: ['House A'] },
          { item: 'DUES', about: ['100000.00 EUR'] },
        ],
      },
    });
  });

  it('where only money is missing it says how much and of what', () => {
    const items = [item('DUES', ['100000.00 EUR', 'Final'])];
    expect(handOver({ installments: [owed], items })).toMatchObject({
      refused: { code: 'DUE_NOT_PAID', open: '100000.00 EUR', installments: ['Final'] },
    });
  });

  it('what an approved deferral covers may be owed, and the contract is not fully paid by it', () => {
    const installments = [owed];
    expect(handOver({ installments, deferred: eur('100000.00') })).toEqual({
      plan: { fallDue: [], isFullyPaid: false },
    });
    expect(handOver({ installments, deferred: eur('99999.99') })).toMatchObject({
      refused: { code: 'DUE_NOT_PAID' },
    });
  });

  it('what waited for the keys is due since the home was deemed delivered', () => {
    const deemedOn = day('2025-06-01');
    const installments = [installment('With the keys', withKeys)];
    expect(handOver({ installments, deemedOn, prepaid: eur('100000.00') })).toMatchObject({
      plan: { fallDue: [{ dueOn: deemedOn }] },
    });
  });

  it.each<[HandoverState, boolean]>([
    ['NOTIFIED', true],
    ['BOOKED', true],
    ['ARRIVED', true],
    ['ACCEPTED', true],
    ['NO_SHOW', true],
    ['DEEMED_DELIVERED', true],
    ['INSPECTING', false],
    ['SNAGS_OPEN', false],
  ])('an appointment that is %s: %s', (state, isAllowed) => {
    const decided = handOver({ appointment: { name: 'A-101', state } });
    expect('plan' in decided).toBe(isAllowed);
    if (!isAllowed)
      expect(decided).toMatchObject({
        refused: { code: 'STATE_NOT_ALLOWED', from: state, to: 'KEYS_HANDED' },
      });
  });

  it('a run that goes on asks for nothing twice', () => {
    const items = [item('KEYS')];
    const appointment = { name: 'A-101', state: 'KEYS_HANDED' } as const;
    expect(handOver({ isResumed: true, items, appointment, state: 'COMPLETED' })).toHaveProperty('plan');
  });
});
