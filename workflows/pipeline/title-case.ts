/** The stages of a title case (C4). */
import type { TitleState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const TITLE_CASE_STAGES: Stages<TitleState> = {
  COLLECTING: { label: 'Collecting papers', color: 'sky' },
  TAX_PAID: { label: 'Taxes paid', color: 'blue' },
  SUBMITTED: { label: 'Submitted', color: 'yellow' },
  ACCEPTED: { label: 'Accepted by the registry', color: 'turquoise' },
  ISSUED: { label: 'Certificate issued', color: 'jade' },
  DELIVERED: { label: 'Certificate delivered', color: 'green' },
  BLOCKED: { label: 'Held up', color: 'red' },
};

export const TITLE_CASE: Machine<TitleState> = {
  object: 'titleCase',
  title: 'Title case',
  about: 'How far the title of a home is: papers, taxes, the registry, the certificate.',
  first: 'COLLECTING',
  stages: TITLE_CASE_STAGES,
  begins: [
    {
      in: 'COLLECTING',
      commands: ['open-title-case', 'apply-title-list'],
      guard: 'The keys are handed over, and the contract has no other case (C4, D9).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      from: ['COLLECTING'],
      to: 'TAX_PAID',
      commands: ['move-title-case', 'apply-title-list'],
      guard: 'What was paid in taxes is entered with its day (C4).',
      rights: ['handOver'],
    },
    {
      from: ['TAX_PAID'],
      to: 'SUBMITTED',
      commands: ['move-title-case', 'apply-title-list'],
      guard: 'No paper is missing and nothing is due by the contract’s book (C4, D9).',
      rights: ['handOver'],
    },
    {
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      commands: ['move-title-case', 'apply-title-list'],
      guard: 'The registry has given a number; nothing is due (C4).',
      rights: ['handOver'],
    },
    {
      from: ['SUBMITTED'],
      to: 'COLLECTING',
      commands: ['move-title-case'],
      guard: 'The registry gives the papers back; they are filed anew (C4).',
      rights: ['handOver'],
    },
    {
      from: ['ACCEPTED'],
      to: 'ISSUED',
      commands: ['move-title-case', 'apply-title-list'],
      guard: 'The certificate has a number; nothing is due, the building is not mortgaged (C4).',
      rights: ['handOver'],
    },
    {
      from: ['ISSUED'],
      to: 'DELIVERED',
      commands: ['move-title-case', 'apply-title-list'],
      guard: 'Who took the certificate is named; nothing is due (C4).',
      rights: ['handOver'],
    },
    {
      from: ['COLLECTING', 'TAX_PAID', 'SUBMITTED', 'ACCEPTED'],
      to: 'BLOCKED',
      commands: ['block-title-case'],
      guard: 'The reason is really there, or another one is told in words (C4).',
      rights: ['handOver'],
    },
    {
      from: ['BLOCKED'],
      to: ['COLLECTING', 'TAX_PAID', 'SUBMITTED', 'ACCEPTED'],
      commands: ['unblock-title-case'],
      guard: 'The reason is gone: it goes on where it was (C4).',
      rights: ['handOver'],
    },
  ],
};
