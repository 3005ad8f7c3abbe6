/** A price scheme (价格方案): one version of all prices of a project; one of them is active (C4, H2.2). */
import type { PriceSchemeState } from '#domain/inventory/sales-states.ts';
import type { Machine, Stages } from './machine.ts';

export const PRICE_SCHEME_STAGES: Stages<PriceSchemeState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  APPROVED: { label: 'Approved', color: 'blue' },
  ACTIVE: { label: 'Active', color: 'green' },
  RETIRED: { label: 'Retired', color: 'purple' },
};

export const PRICE_SCHEME: Machine<PriceSchemeState> = {
  object: 'priceScheme',
  title: 'Price scheme',
  about: 'Which version of a project’s prices counts.',
  first: 'DRAFT',
  stages: PRICE_SCHEME_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: [],
      guard: 'A price list is read: every row of it can be read and names a unit of the project once (H2.2).',
      rights: ['controlSales'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'APPROVED',
      commands: ['activate-price-scheme'],
      guard: 'Somebody else than who asked has approved just these prices (C4, C5).',
      rights: ['controlSales'],
    },
    {
      from: ['APPROVED'],
      to: 'ACTIVE',
      commands: ['activate-price-scheme'],
      guard:
        'Of a project exactly one is active, by a unique key; units with a live deal keep their price (H2.2).',
      rights: ['controlSales'],
    },
    {
      from: ['RETIRED'],
      to: 'ACTIVE',
      commands: ['undo-price-scheme'],
      guard: 'The scheme that took its place is undone, and its prices are those of before again (H2.2).',
      rights: ['controlSales'],
    },
    {
      from: ['ACTIVE'],
      to: 'RETIRED',
      commands: ['activate-price-scheme', 'undo-price-scheme'],
      guard:
        'The next one takes its place, or it is undone and every unit gets back the price before (H2.2).',
      rights: ['controlSales'],
    },
    {
      from: ['DRAFT', 'APPROVED'],
      to: 'RETIRED',
      commands: [],
      guard: 'Not yet: a scheme that never counted stays as it is (H2.2).',
      rights: ['controlSales'],
    },
  ],
};
