/** A transfer of deals (销售员转换, A052): a leaver's open work passes to colleagues, and may go back (C4). */
import type { TransferState } from '#domain/deal/transfer.ts';
import type { Machine, Stages } from './machine.ts';

export const DEAL_TRANSFER_STAGES: Stages<TransferState> = {
  EXECUTED: { label: 'Carried out', color: 'green' },
  ROLLED_BACK: { label: 'Rolled back', color: 'gray' },
};

export const DEAL_TRANSFER: Machine<TransferState> = {
  object: 'dealTransfer',
  title: 'Deal transfer',
  about: 'Whether the open work of a leaver is with the colleagues, or went back.',
  first: 'EXECUTED',
  stages: DEAL_TRANSFER_STAGES,
  begins: [
    {
      in: 'EXECUTED',
      commands: ['transfer-deals'],
      guard: 'Approved by somebody else, and no other transfer of this person is at work (A052).',
      rights: ['controlSales'],
    },
  ],
  transitions: [
    {
      from: ['EXECUTED'],
      to: 'ROLLED_BACK',
      commands: ['roll-back-transfer'],
      guard: 'What has passed to somebody else since stays there and is counted (A052).',
      rights: ['controlSales'],
    },
  ],
};
