/** A mortgage case (按揭): the loan that is to pay a part of a contract (C4, D8). */
import type { MortgageState } from '#domain/ledger/settlement-states.ts';
import type { Machine, Stages } from './machine.ts';

export const MORTGAGE_STAGES: Stages<MortgageState> = {
  NOT_STARTED: { label: 'Not started', color: 'gray' },
  COLLECTING: { label: 'Collecting papers', color: 'sky' },
  SUBMITTED: { label: 'With the bank', color: 'blue' },
  SUPPLEMENT: { label: 'Papers missing', color: 'orange' },
  APPROVED: { label: 'Approved', color: 'turquoise' },
  SIGNED: { label: 'Signed with the bank', color: 'jade' },
  PRE_REGISTERED: { label: 'Pre-registered', color: 'purple' },
  DISBURSED: { label: 'Disbursed', color: 'green' },
  REJECTED: { label: 'Rejected', color: 'red' },
  CHANGED_TO_CASH: { label: 'Changed to cash', color: 'brown' },
  CLOSED: { label: 'Closed', color: 'gray' },
};

export const MORTGAGE_CASE: Machine<MortgageState> = {
  object: 'mortgageCase',
  title: 'Mortgage case',
  about: 'How far a bank has come with the loan of a buyer.',
  first: 'NOT_STARTED',
  stages: MORTGAGE_STAGES,
  begins: [
    {
      in: 'COLLECTING',
      commands: ['open-mortgage'],
      guard: 'The contract is live and not more is asked than its loan installments leave open (D8).',
      rights: ['keepAccounts'],
    },
  ],
  transitions: [
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['NOT_STARTED', 'REJECTED'],
      to: 'COLLECTING',
      guard: 'The buyer begins, or begins afresh with another bank (D7).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['COLLECTING', 'SUPPLEMENT'],
      to: 'SUBMITTED',
      guard: 'The papers are with the bank (C4).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['SUBMITTED'],
      to: 'SUPPLEMENT',
      guard: 'The bank asks for more papers (C4).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['SUBMITTED'],
      to: 'APPROVED',
      guard: 'For less than was asked the difference becomes an installment of the buyer (C4, D8).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['SUBMITTED', 'SUPPLEMENT', 'APPROVED', 'SIGNED', 'PRE_REGISTERED'],
      to: 'REJECTED',
      guard: 'The bank declines: another bank, cash or rescission follows (D7).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['APPROVED'],
      to: 'SIGNED',
      guard: 'The buyer has signed at the bank (C4).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['APPROVED', 'SIGNED'],
      to: 'PRE_REGISTERED',
      guard: 'The notice of mortgage is registered (C4).',
    },
    {
      from: ['APPROVED', 'SIGNED', 'PRE_REGISTERED'],
      to: 'DISBURSED',
      commands: ['disburse-mortgage'],
      guard: 'With the last of the bank’s money, booked as a receipt of method bank loan (C4, D8).',
      rights: ['keepAccounts'],
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: [
        'NOT_STARTED',
        'COLLECTING',
        'SUBMITTED',
        'SUPPLEMENT',
        'APPROVED',
        'SIGNED',
        'PRE_REGISTERED',
        'REJECTED',
      ],
      to: 'CHANGED_TO_CASH',
      guard: 'The buyer pays it without the bank (D7).',
    },
    {
      commands: ['move-mortgage'],
      rights: ['keepAccounts'],
      from: ['DISBURSED', 'REJECTED', 'CHANGED_TO_CASH'],
      to: 'CLOSED',
      guard: 'Nothing is left to do (C4).',
    },
  ],
};
