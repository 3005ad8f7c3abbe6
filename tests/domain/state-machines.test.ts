import { describe, expect, expectTypeOf, it } from 'vitest';
import { SERVICE_TICKET_TRANSITIONS } from '#domain/care/index.ts';
import {
  CONTRACT_TRANSITIONS,
  type ContractState,
  LIVE_CONTRACT_STATES,
  RESERVATION_TRANSITIONS,
  type ReservationState,
} from '#domain/deal/index.ts';
import { HANDOVER_TRANSITIONS, type HandoverState } from '#domain/handover/index.ts';
import { TAKEN_STATES, UNIT_TRANSITIONS, type UnitState } from '#domain/inventory/index.ts';
import {
  AREA_SETTLEMENT_TRANSITIONS,
  type AreaSettlementState,
  BANK_LINE_TRANSITIONS,
  BANK_STATEMENT_TRANSITIONS,
  type BankLineState,
  COMMISSION_TRANSITIONS,
  type CommissionState,
  DUNNING_TRANSITIONS,
  type DunningState,
  GATEWAY_EVENT_TRANSITIONS,
  type GatewayEventState,
  INSTALLMENT_TRANSITIONS,
  type InstallmentState,
  MORTGAGE_TRANSITIONS,
  type MortgageState,
  PAYMENT_REQUEST_TRANSITIONS,
  type PaymentRequestState,
  PROMISE_TRANSITIONS,
  type PromiseState,
  RECEIPT_TRANSITIONS,
  REFUND_TRANSITIONS,
  type ReceiptState,
  type RefundState,
} from '#domain/ledger/index.ts';
import { canGo, statesOf, type Transitions, unreachableStates } from '#domain/shared/state-machine.ts';

type Table = Readonly<Record<string, readonly string[]>>;

type Machine = {
  name: string;
  table: Table;
  start: string;
  ends: string[];
  /** States that no path from the start reaches on purpose. */
  apart: string[];
  /** States that are entered again on purpose: something is worked out anew. */
  again?: string[];
};

const MACHINES: Machine[] = [
  { name: 'unit', table: UNIT_TRANSITIONS, start: 'PLANNED', ends: [], apart: [] },
  {
    name: 'reservation',
    table: RESERVATION_TRANSITIONS,
    start: 'DRAFT',
    ends: ['CANCELLED_REFUND', 'CONVERTED', 'FORFEITED'],
    apart: [],
  },
  {
    name: 'contract',
    table: CONTRACT_TRANSITIONS,
    start: 'DRAFT',
    ends: ['CANCELLED', 'COMPLETED', 'RESCINDED', 'TERMINATED'],
    apart: [],
  },
  {
    name: 'installment',
    table: INSTALLMENT_TRANSITIONS,
    start: 'SCHEDULED',
    ends: ['CANCELLED', 'WAIVED'],
    apart: [],
  },
  { name: 'receipt', table: RECEIPT_TRANSITIONS, start: 'DRAFT', ends: ['BOUNCED', 'REVERSED'], apart: [] },
  {
    name: 'handover',
    table: HANDOVER_TRANSITIONS,
    start: 'NOTIFIED',
    ends: ['KEYS_HANDED'],
    apart: [],
  },
  // A resolved or closed one may be opened again, so none of its states is an end.
  {
    name: 'service ticket',
    table: SERVICE_TICKET_TRANSITIONS,
    start: 'NEW',
    ends: [],
    apart: [],
    again: ['ASSIGNED'],
  },
  { name: 'dunning notice', table: DUNNING_TRANSITIONS, start: 'DRAFT', ends: ['PAID'], apart: [] },
  {
    name: 'promise to pay',
    table: PROMISE_TRANSITIONS,
    start: 'OPEN',
    ends: ['BROKEN', 'KEPT', 'WITHDRAWN'],
    apart: [],
  },
  {
    name: 'payment request',
    table: PAYMENT_REQUEST_TRANSITIONS,
    start: 'OPEN',
    ends: ['WITHDRAWN'],
    apart: [],
  },
  { name: 'gateway event', table: GATEWAY_EVENT_TRANSITIONS, start: 'RECEIVED', ends: ['DONE'], apart: [] },
  {
    name: 'bank statement',
    table: BANK_STATEMENT_TRANSITIONS,
    start: 'PREVIEWED',
    ends: ['POSTED'],
    apart: [],
  },
  {
    name: 'bank statement line',
    table: BANK_LINE_TRANSITIONS,
    start: 'UNMATCHED',
    ends: ['ALREADY_BOOKED', 'IGNORED', 'POSTED'],
    // What a line looks like is seen when it is read: a doubtful one begins so.
    apart: ['DOUBTFUL'],
  },
  {
    name: 'area settlement',
    table: AREA_SETTLEMENT_TRANSITIONS,
    start: 'CALCULATED',
    ends: ['POSTED', 'RESCINDED'],
    apart: [],
    again: ['CALCULATED', 'BUYER_MAY_RESCIND'],
  },
  { name: 'refund', table: REFUND_TRANSITIONS, start: 'PAID', ends: ['REVERSED'], apart: [] },
  { name: 'mortgage case', table: MORTGAGE_TRANSITIONS, start: 'NOT_STARTED', ends: ['CLOSED'], apart: [] },
  { name: 'commission', table: COMMISSION_TRANSITIONS, start: 'EARNED', ends: ['CLAWED_BACK'], apart: [] },
];

describe.each(MACHINES)('the state machine of the $name (C4)', ({ table, start, ends, apart, again }) => {
  it('names no state that it does not have', () => {
    const states = Object.keys(table);
    for (const targets of Object.values(table)) expect(states).toEqual(expect.arrayContaining([...targets]));
  });

  it('reaches every state from its start', () => {
    expect(unreachableStates(table, start)).toEqual(apart);
  });

  it('goes nowhere from its ends, and only from them', () => {
    const dead = Object.keys(table).filter((state) => table[state]?.length === 0);
    expect(dead.sort()).toEqual(ends);
  });

  it('lists no way twice, and none from a state to itself but where it is meant', () => {
    for (const targets of Object.values(table)) expect(new Set(targets).size).toBe(targets.length);
    const loops = Object.keys(table).filter((state) => table[state]?.includes(state));
    expect(loops).toEqual(again ?? []);
  });
});

describe('the unit (C4)', () => {
  it.each<[UnitState, UnitState]>([
    ['PLANNED', 'AVAILABLE'],
    ['CONTROLLED', 'AVAILABLE'],
    ['AVAILABLE', 'CONTROLLED'],
    ['AVAILABLE', 'HELD'],
    ['HELD', 'AVAILABLE'],
    ['AVAILABLE', 'SMALL_RESERVED'],
    ['HELD', 'SMALL_RESERVED'],
    ['AVAILABLE', 'LARGE_RESERVED'],
    ['HELD', 'LARGE_RESERVED'],
    ['SMALL_RESERVED', 'LARGE_RESERVED'],
    ['LARGE_RESERVED', 'AVAILABLE'],
    ['LARGE_RESERVED', 'CONTRACTED'],
    ['CONTRACTED', 'AVAILABLE'],
    ['CONTRACTED', 'CONTROLLED'],
    ['CONTRACTED', 'HANDED_OVER'],
    ['HANDED_OVER', 'TITLED'],
  ])('goes from %s to %s', (from, to) => {
    expect(canGo(UNIT_TRANSITIONS, from, to)).toBe(true);
  });

  it.each(statesOf(UNIT_TRANSITIONS).filter((state) => state !== 'FROZEN'))('is frozen from %s', (state) => {
    expect(canGo(UNIT_TRANSITIONS, state, 'FROZEN')).toBe(true);
  });

  it.each<UnitState>(['PLANNED', 'CONTROLLED', 'AVAILABLE', 'HANDED_OVER', 'TITLED'])(
    'comes back from FROZEN to %s',
    (state) => {
      expect(canGo(UNIT_TRANSITIONS, 'FROZEN', state)).toBe(true);
    },
  );

  it.each<[UnitState, UnitState]>([
    ['PLANNED', 'LARGE_RESERVED'],
    ['CONTROLLED', 'LARGE_RESERVED'],
    ['PLANNED', 'CONTRACTED'],
    ['AVAILABLE', 'HANDED_OVER'],
    ['SMALL_RESERVED', 'CONTRACTED'],
    ['LARGE_RESERVED', 'HANDED_OVER'],
    ['CONTRACTED', 'TITLED'],
    ['HANDED_OVER', 'AVAILABLE'],
    ['TITLED', 'AVAILABLE'],
  ])('never skips from %s to %s', (from, to) => {
    expect(canGo(UNIT_TRANSITIONS, from, to)).toBe(false);
  });

  it('is taken in the states between a hold and the title, and in no other (C3)', () => {
    const free: UnitState[] = ['PLANNED', 'CONTROLLED', 'AVAILABLE', 'FROZEN'];
    expect([...TAKEN_STATES, ...free].sort()).toEqual(statesOf(UNIT_TRANSITIONS).sort());
  });
});

describe('the reservation (C4)', () => {
  it.each<[ReservationState, ReservationState]>([
    ['DRAFT', 'PENDING_APPROVAL'],
    ['PENDING_APPROVAL', 'ACTIVE'],
    ['ACTIVE', 'EXPIRED'],
    ['ACTIVE', 'CONVERTED'],
    ['ACTIVE', 'CANCELLED_REFUND'],
    ['EXPIRED', 'FORFEITED'],
    ['EXPIRED', 'CANCELLED_REFUND'],
  ])('goes from %s to %s', (from, to) => {
    expect(canGo(RESERVATION_TRANSITIONS, from, to)).toBe(true);
  });

  it.each<[ReservationState, ReservationState]>([
    ['EXPIRED', 'CONVERTED'],
    ['EXPIRED', 'ACTIVE'],
    ['CANCELLED_REFUND', 'ACTIVE'],
    ['CONVERTED', 'EXPIRED'],
    ['CONVERTED', 'CANCELLED_REFUND'],
    ['FORFEITED', 'CANCELLED_REFUND'],
    ['ACTIVE', 'FORFEITED'],
    ['DRAFT', 'CONVERTED'],
    ['PENDING_APPROVAL', 'CONVERTED'],
  ])('never goes from %s to %s', (from, to) => {
    expect(canGo(RESERVATION_TRANSITIONS, from, to)).toBe(false);
  });
});

describe('the contract (C4)', () => {
  it.each<[ContractState, ContractState]>([
    ['DRAFT', 'PENDING_APPROVAL'],
    ['PENDING_APPROVAL', 'SIGNED'],
    ['SIGNED', 'COOLING_OFF'],
    ['COOLING_OFF', 'EFFECTIVE'],
    ['COOLING_OFF', 'RESCINDED'],
    ['SIGNED', 'EFFECTIVE'],
    ['EFFECTIVE', 'FILED'],
    ['FILED', 'PERFORMING'],
    ['PERFORMING', 'COMPLETED'],
    ['PERFORMING', 'CANCEL_PENDING'],
    ['CANCEL_PENDING', 'CANCELLED'],
    ['PERFORMING', 'TERMINATED'],
    ['FILED', 'RESCINDED'],
  ])('goes from %s to %s', (from, to) => {
    expect(canGo(CONTRACT_TRANSITIONS, from, to)).toBe(true);
  });

  it.each<[ContractState, ContractState]>([
    ['DRAFT', 'PERFORMING'],
    ['DRAFT', 'COMPLETED'],
    ['COMPLETED', 'CANCELLED'],
    ['CANCELLED', 'SIGNED'],
    ['TERMINATED', 'SIGNED'],
    ['RESCINDED', 'SIGNED'],
    ['PERFORMING', 'CANCELLED'],
  ])('never goes from %s to %s', (from, to) => {
    expect(canGo(CONTRACT_TRANSITIONS, from, to)).toBe(false);
  });

  it('takes money only while it binds', () => {
    const others: ContractState[] = [
      'CANCELLED',
      'CANCEL_PENDING',
      'DRAFT',
      'PENDING_APPROVAL',
      'RESCINDED',
      'TERMINATED',
    ];
    expect([...LIVE_CONTRACT_STATES, ...others].sort()).toEqual(statesOf(CONTRACT_TRANSITIONS).sort());
  });
});

describe('the receipt (C4)', () => {
  it.each<[ReceiptState, ReceiptState, boolean]>([
    ['DRAFT', 'PENDING_CLEARANCE', true],
    ['PENDING_CLEARANCE', 'CLEARED', true],
    ['PENDING_CLEARANCE', 'BOUNCED', true],
    ['CLEARED', 'BOUNCED', true],
    ['CLEARED', 'REVERSED', true],
    ['BOUNCED', 'CLEARED', false],
    ['REVERSED', 'CLEARED', false],
    ['CLEARED', 'PENDING_CLEARANCE', false],
    ['DRAFT', 'REVERSED', false],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(RECEIPT_TRANSITIONS, from, to)).toBe(isAllowed);
  });
});

describe('the installment (C4: its state is computed)', () => {
  it.each<[InstallmentState, InstallmentState, boolean]>([
    ['SCHEDULED', 'PENDING', true],
    ['PENDING', 'DUE', true],
    ['DUE', 'OVERDUE', true],
    ['OVERDUE', 'PAID', true],
    ['PARTIALLY_PAID', 'OVERDUE', true],
    ['PAID', 'PARTIALLY_PAID', true],
    ['PAID', 'WAIVED', false],
    ['WAIVED', 'DUE', false],
    ['CANCELLED', 'PENDING', false],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(INSTALLMENT_TRANSITIONS, from, to)).toBe(isAllowed);
  });
});

describe('the handover (C4)', () => {
  it.each<[HandoverState, HandoverState, boolean]>([
    ['NOTIFIED', 'BOOKED', true],
    ['BOOKED', 'ARRIVED', true],
    ['BOOKED', 'NO_SHOW', true],
    ['ARRIVED', 'INSPECTING', true],
    ['INSPECTING', 'SNAGS_OPEN', true],
    ['SNAGS_OPEN', 'ACCEPTED', true],
    ['ACCEPTED', 'KEYS_HANDED', true],
    ['NO_SHOW', 'DEEMED_DELIVERED', true],
    ['SNAGS_OPEN', 'KEYS_HANDED', false],
    ['INSPECTING', 'KEYS_HANDED', false],
    ['KEYS_HANDED', 'BOOKED', false],
    ['DEEMED_DELIVERED', 'KEYS_HANDED', true],
    ['DEEMED_DELIVERED', 'BOOKED', false],
    ['BOOKED', 'NOTIFIED', true],
    ['NO_SHOW', 'BOOKED', true],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(HANDOVER_TRANSITIONS, from, to)).toBe(isAllowed);
  });
});

describe('the dunning notice (C4)', () => {
  it.each<[DunningState, DunningState, boolean]>([
    ['DRAFT', 'SENT', true],
    ['SENT', 'ACKNOWLEDGED', true],
    ['SENT', 'PROMISED', true],
    ['ACKNOWLEDGED', 'PROMISED', true],
    ['PROMISED', 'BROKEN_PROMISE', true],
    ['PROMISED', 'PAID', true],
    ['BROKEN_PROMISE', 'ESCALATED', true],
    ['ESCALATED', 'PAID', true],
    ['DRAFT', 'ESCALATED', false],
    ['SENT', 'BROKEN_PROMISE', false],
    ['PAID', 'SENT', false],
    ['ESCALATED', 'SENT', false],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(DUNNING_TRANSITIONS, from, to)).toBe(isAllowed);
  });

  it('is paid from every other state: money does not ask', () => {
    for (const state of statesOf(DUNNING_TRANSITIONS))
      if (state !== 'PAID') expect(canGo(DUNNING_TRANSITIONS, state, 'PAID')).toBe(true);
  });
});

describe('promises, requests and gateway events', () => {
  it.each<[PromiseState, PromiseState, boolean]>([
    ['OPEN', 'KEPT', true],
    ['OPEN', 'BROKEN', true],
    ['OPEN', 'WITHDRAWN', true],
    ['BROKEN', 'KEPT', false],
    ['KEPT', 'BROKEN', false],
  ])('a promise from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(PROMISE_TRANSITIONS, from, to)).toBe(isAllowed);
  });

  it.each<[PaymentRequestState, PaymentRequestState, boolean]>([
    ['OPEN', 'PAID', true],
    ['OPEN', 'WITHDRAWN', true],
    ['PAID', 'OPEN', true],
    ['WITHDRAWN', 'PAID', false],
    ['PAID', 'WITHDRAWN', false],
  ])('a request from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(PAYMENT_REQUEST_TRANSITIONS, from, to)).toBe(isAllowed);
  });

  it.each<[GatewayEventState, GatewayEventState, boolean]>([
    ['RECEIVED', 'DONE', true],
    ['RECEIVED', 'REFUSED', true],
    ['REFUSED', 'DONE', true],
    ['DONE', 'REFUSED', false],
    ['DONE', 'RECEIVED', false],
  ])('E21.3: an event from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(GATEWAY_EVENT_TRANSITIONS, from, to)).toBe(isAllowed);
  });
});

describe('the line of a bank statement', () => {
  it.each<[BankLineState, BankLineState, boolean]>([
    ['UNMATCHED', 'MATCHED', true],
    ['DOUBTFUL', 'MATCHED', true],
    ['MATCHED', 'POSTED', true],
    ['MATCHED', 'ALREADY_BOOKED', true],
    ['UNMATCHED', 'IGNORED', true],
    ['POSTED', 'MATCHED', false],
    ['ALREADY_BOOKED', 'POSTED', false],
    ['IGNORED', 'POSTED', false],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(BANK_LINE_TRANSITIONS, from, to)).toBe(isAllowed);
  });
});

describe('the area settlement (C4)', () => {
  it.each<[AreaSettlementState, AreaSettlementState, boolean]>([
    ['CALCULATED', 'BUYER_MAY_RESCIND', true],
    ['CALCULATED', 'CONFIRMED', true],
    ['CONFIRMED', 'POSTED', true],
    ['BUYER_MAY_RESCIND', 'RESCINDED', true],
    ['BUYER_MAY_RESCIND', 'CONFIRMED', true],
    ['BUYER_MAY_RESCIND', 'POSTED', false],
    ['CONFIRMED', 'RESCINDED', false],
    ['RESCINDED', 'POSTED', false],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(AREA_SETTLEMENT_TRANSITIONS, from, to)).toBe(isAllowed);
  });

  it('is calculated again until it is posted or rescinded, and never after', () => {
    for (const state of statesOf(AREA_SETTLEMENT_TRANSITIONS)) {
      const isOver = state === 'POSTED' || state === 'RESCINDED';
      expect(canGo(AREA_SETTLEMENT_TRANSITIONS, state, 'CALCULATED')).toBe(!isOver);
    }
  });
});

describe('the mortgage case (C4)', () => {
  it.each<[MortgageState, MortgageState, boolean]>([
    ['NOT_STARTED', 'COLLECTING', true],
    ['COLLECTING', 'SUBMITTED', true],
    ['SUBMITTED', 'SUPPLEMENT', true],
    ['SUPPLEMENT', 'SUBMITTED', true],
    ['SUBMITTED', 'APPROVED', true],
    ['APPROVED', 'SIGNED', true],
    ['SIGNED', 'PRE_REGISTERED', true],
    ['PRE_REGISTERED', 'DISBURSED', true],
    ['SUBMITTED', 'REJECTED', true],
    ['REJECTED', 'COLLECTING', true],
    ['REJECTED', 'CHANGED_TO_CASH', true],
    ['DISBURSED', 'CLOSED', true],
    ['NOT_STARTED', 'APPROVED', false],
    ['COLLECTING', 'DISBURSED', false],
    ['SUBMITTED', 'DISBURSED', false],
    ['REJECTED', 'DISBURSED', false],
    ['DISBURSED', 'REJECTED', false],
    ['CHANGED_TO_CASH', 'APPROVED', false],
  ])('from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(MORTGAGE_TRANSITIONS, from, to)).toBe(isAllowed);
  });

  it('becomes cash from every state in which the bank has not paid', () => {
    const over: MortgageState[] = ['DISBURSED', 'CHANGED_TO_CASH', 'CLOSED'];
    for (const state of statesOf(MORTGAGE_TRANSITIONS))
      expect(canGo(MORTGAGE_TRANSITIONS, state, 'CHANGED_TO_CASH')).toBe(!over.includes(state));
  });
});

describe('what was posted is only reversed (C4, D14)', () => {
  it.each<[CommissionState, CommissionState, boolean]>([
    ['EARNED', 'PAID', true],
    ['EARNED', 'CLAWED_BACK', true],
    ['PAID', 'CLAWED_BACK', true],
    ['PAID', 'EARNED', false],
    ['CLAWED_BACK', 'PAID', false],
  ])('a commission from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(COMMISSION_TRANSITIONS, from, to)).toBe(isAllowed);
  });

  it.each<[RefundState, RefundState, boolean]>([
    ['PAID', 'REVERSED', true],
    ['REVERSED', 'PAID', false],
  ])('a refund from %s to %s: %s', (from, to, isAllowed) => {
    expect(canGo(REFUND_TRANSITIONS, from, to)).toBe(isAllowed);
  });
});

describe('a state machine as data', () => {
  it('finds what no path reaches, across loops and dead ends', () => {
    const table: Transitions<'A' | 'B' | 'C' | 'D' | 'E'> = {
      A: ['B'],
      B: ['A', 'C'],
      C: [],
      D: ['E'],
      E: ['C'],
    };
    expect(unreachableStates(table, 'A')).toEqual(['D', 'E']);
    expect(unreachableStates(table, 'C')).toEqual(['A', 'B', 'D', 'E']);
  });

  it('cannot forget a state, and cannot go to one that does not exist: neither compiles', () => {
    // @ts-expect-error B is missing
    const forgotten: Transitions<'A' | 'B'> = { A: ['B'] };
    // @ts-expect-error there is no C
    const invented: Transitions<'A' | 'B'> = { A: ['C'], B: [] };
    // @ts-expect-error there is no state SOLD
    const ask = () => canGo(UNIT_TRANSITIONS, 'SOLD', 'AVAILABLE');
    expectTypeOf<'SOLD'>().not.toExtend<UnitState>();
    expect([forgotten, invented, ask]).toHaveLength(3);
  });
});
