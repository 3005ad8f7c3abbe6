import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { APPROVAL } from '#tests/widgets/harness/ledger-records.ts';
import type { ApprovalRecord, ApprovalSubject } from '#widgets/system/decide-approval/approval-subject.ts';
import { payloadFacts } from '#widgets/system/decide-approval/payload-facts.ts';

const asked = (command: string, payload: object): ApprovalSubject => ({
  approval: { ...APPROVAL, command, payload } as ApprovalRecord,
  about: 'GA-2026-0117',
  currency: 'TWD',
  plan: '10 / 80 / 10',
  change: null,
  scheme: null,
  transfer: null,
});

describe('what is asked for', () => {
  it('is told in words, without ids and without the reason a second time', () => {
    expect(payloadFacts(asked('cancel-contract', APPROVAL.payload), ENGLISH)).toEqual([
      ['Why it is cancelled', 'The buyer failed'],
      ['Cancelled on', 'Mar 10, 2026'],
      ['Amount kept', 'NT$500,000'],
    ]);
  });

  it('says what it means that an amount was left out', () => {
    const waiver = asked('waive', { installmentId: 'i', what: 'LATE_FEE', reason: APPROVAL.reason });
    expect(payloadFacts(waiver, ENGLISH)).toEqual([
      ['What is waived', 'Late fee'],
      ['Amount', 'all that is open'],
    ]);
  });

  it('names plans and methods', () => {
    const replan = asked('replan-contract', {
      planId: 'p1',
      newPrice: '14000000',
      effectiveOn: '2026-03-12',
    });
    expect(payloadFacts(replan, ENGLISH)).toEqual([
      ['Payment plan', '10 / 80 / 10'],
      ['New price', 'NT$14,000,000'],
      ['Counts from', 'Mar 12, 2026'],
    ]);
    const refund = asked('record-refund', { amount: '35000', method: 'CHEQUE', why: 'OVERPAYMENT' });
    expect(payloadFacts(refund, ENGLISH).map(([, value]) => value)).toEqual([
      'NT$35,000',
      'Cheque',
      'Paid too much',
    ]);
  });

  it('speaks Chinese', async () => {
    expect(payloadFacts(asked('cancel-contract', APPROVAL.payload), await chinese())[0]).toEqual([
      '退房原因',
      '买方违约',
    ]);
  });

  it('hides nothing that it does not know', () => {
    expect(payloadFacts(asked('new-command', { colour: 'red', parts: [1] }), ENGLISH)).toEqual([
      ['colour', 'red'],
      ['parts', '[1]'],
    ]);
  });
});
