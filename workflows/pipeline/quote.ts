/** A quote (报价): what a unit costs a buyer, said until a day; it keeps the unit for nobody (C3, C4, D1). */
import type { QuoteState } from '#domain/deal/quote-states.ts';
import type { Machine, Stages } from './machine.ts';

export const QUOTE_STAGES: Stages<QuoteState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  SENT: { label: 'Sent', color: 'blue' },
  ACCEPTED: { label: 'Accepted', color: 'green' },
  EXPIRED: { label: 'Expired', color: 'red' },
  WITHDRAWN: { label: 'Withdrawn', color: 'purple' },
};

export const QUOTE: Machine<QuoteState> = {
  object: 'quote',
  title: 'Quote',
  about: 'What became of a price that was said to a buyer.',
  first: 'DRAFT',
  stages: QUOTE_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: ['save-quote'],
      guard: 'Somebody sells; number and version are given once (C4).',
      rights: ['sell'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'SENT',
      commands: ['send-quote'],
      guard: 'It has a unit, a buyer and a payment plan, and its price needs no approval (C4, D1, D2).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT', 'SENT'],
      to: 'ACCEPTED',
      commands: ['reserve-unit'],
      guard: 'The reservation of just this unit is made, in time (C3, C4).',
      rights: ['sell'],
    },
    {
      from: ['SENT'],
      to: 'EXPIRED',
      commands: [],
      jobs: ['expire-quotes'],
      guard: 'Its last day has passed where the project is (C4).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT', 'SENT'],
      to: 'WITHDRAWN',
      commands: ['withdraw-quote'],
      guard: 'It is not accepted yet (C4).',
      rights: ['sell'],
    },
    {
      from: ['SENT'],
      to: 'WITHDRAWN',
      commands: ['send-quote'],
      guard: 'A newer version of it is sent (C4).',
      rights: ['sell'],
    },
  ],
};
