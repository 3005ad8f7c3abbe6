/** A party of a deal (共有人): who buys and with which share; who has left stays on record (C2). */
import type { PartyState } from '#domain/deal/party-states.ts';
import type { Machine, Stages } from './machine.ts';

export const PARTY_STAGES: Stages<PartyState> = {
  ACTIVE: { label: 'Buys', color: 'green' },
  LEFT: { label: 'Has left', color: 'gray' },
};

export const PARTY: Machine<PartyState> = {
  object: 'party',
  title: 'Party',
  about: 'Whether somebody still buys with the others.',
  first: 'ACTIVE',
  stages: PARTY_STAGES,
  begins: [
    {
      in: 'ACTIVE',
      commands: ['reserve-unit', 'reserve-bundle', 'change-reservation-buyers', 'change-contract-buyers'],
      guard: 'The shares of all who buy add up to a hundred percent, and one of them is the first (C2).',
      rights: ['sell', 'keepAccounts', 'controlSales'],
    },
  ],
  transitions: [
    {
      from: ['ACTIVE'],
      to: 'LEFT',
      commands: ['change-reservation-buyers', 'change-contract-buyers'],
      guard: 'Somebody is left who buys, and the shares add up again (C2).',
      rights: ['sell', 'keepAccounts', 'controlSales'],
    },
  ],
};
