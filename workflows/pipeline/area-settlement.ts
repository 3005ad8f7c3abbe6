/** An area settlement (面积补差): what the measured area makes of the price (C4, D5). */
import type { AreaSettlementState } from '#domain/ledger/settlement-states.ts';
import type { Machine, Stages } from './machine.ts';

export const AREA_SETTLEMENT_STAGES: Stages<AreaSettlementState> = {
  CALCULATED: { label: 'Calculated', color: 'sky' },
  BUYER_MAY_RESCIND: { label: 'Buyer may rescind', color: 'orange' },
  CONFIRMED: { label: 'Buyer keeps the home', color: 'blue' },
  RESCINDED: { label: 'Rescinded', color: 'brown' },
  POSTED: { label: 'Posted', color: 'green' },
};

export const AREA_SETTLEMENT: Machine<AreaSettlementState> = {
  object: 'areaSettlement',
  title: 'Area settlement',
  about: 'Whether the difference of the measured area is agreed and in the books.',
  first: 'CALCULATED',
  stages: AREA_SETTLEMENT_STAGES,
  begins: [
    {
      in: 'CALCULATED',
      commands: ['settle-area'],
      guard: 'The difference is within the tolerance of the contract (C4).',
      rights: ['keepAccounts'],
    },
    {
      in: 'BUYER_MAY_RESCIND',
      commands: ['settle-area'],
      guard: 'The difference is beyond the tolerance (C4).',
      rights: ['keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['CALCULATED', 'BUYER_MAY_RESCIND', 'CONFIRMED'],
      to: 'CALCULATED',
      commands: ['settle-area'],
      guard: 'It may be worked out again until it is posted, and is within the tolerance (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CALCULATED', 'BUYER_MAY_RESCIND', 'CONFIRMED'],
      to: 'BUYER_MAY_RESCIND',
      commands: ['settle-area'],
      guard: 'It may be worked out again until it is posted, and is beyond the tolerance (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CALCULATED', 'BUYER_MAY_RESCIND'],
      to: 'CONFIRMED',
      commands: ['post-area-settlement'],
      guard: 'The buyer has said to keep the home; posting it goes through this state at once (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CALCULATED', 'CONFIRMED'],
      to: 'POSTED',
      commands: ['post-area-settlement'],
      guard: 'It becomes a charge or a credit, once (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['BUYER_MAY_RESCIND'],
      to: 'RESCINDED',
      commands: [],
      guard: 'Not yet: the contract is cancelled by its own command (C4, D7).',
      rights: ['keepAccounts'],
    },
  ],
};
