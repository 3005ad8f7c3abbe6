/** C4, C5: what nobody carries out alone. Asked by one, decided by another, done once and as it was asked. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround } from './ground.ts';
import {
  approved,
  ask,
  attempt,
  buildLedgerSite,
  type Desk,
  daysAgo,
  decide,
  deskOf,
  dueLine,
  installmentsOf,
  type LedgerSite,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

/** Of 100,000 a third part is 20 days late at 5 in ten thousand a day: 300.00 of late fee. */
const LINES = [dueLine('Late', 30, daysAgo(20)), dueLine('Later', 70, daysAgo(-200))];

describe('approvals and waivers', () => {
  let ground: Ground;
  let site: LedgerSite;
  let desk: Desk;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    site = await buildLedgerSite(ground.client, { units: 30, price: '100000.00', lines: LINES });
  });
  afterAll(() => ground.close());

  async function sold() {
    const contractId = await signOld(ground.client, site, next++, daysAgo(100));
    await run(desk.finance, 'reconcile', { contractId });
    const [late, later] = await installmentsOf(ground.client, contractId);
    return { contractId, late: late?.id ?? '', later: later?.id ?? '' };
  }
  const feeWaiver = (installmentId: string, amount?: string) => ({
    installmentId,
    what: 'LATE_FEE',
    reason: 'The bank was closed',
    ...(amount === undefined ? {} : { amount }),
  });
  const adjustments = (contractId: string) => records(ground.client, 'adjustment', { contractId });
  const nameOf = (role: string) => ground.workspace.members.find(({ roleLabel }) => roleLabel === role)?.name;

  it('waive, record-refund, replan-contract and cancel-contract are refused when they are posted directly, whoever posts', async () => {
    const { contractId, late } = await sold();
    const bodies = {
      waive: feeWaiver(late),
      'record-refund': {
        contractId,
        amount: '1.00',
        method: 'CASH',
        refundedOn: daysAgo(0),
        why: 'OVERPAYMENT',
      },
      'replan-contract': { contractId, planId: site.planId, effectiveOn: daysAgo(0), reason: 'Asked for' },
      'cancel-contract': { contractId, kind: 'MUTUAL', cancelledOn: daysAgo(0), reason: 'Asked for' },
    };
    for (const client of [desk.finance, desk.manager, ground.client]) {
      for (const [command, body] of Object.entries(bodies)) {
        const answer = await attempt(client, command, body);
        expect(answer).toMatchObject({ ok: false, status: 403, code: 'APPROVAL_REQUIRED' });
      }
    }
    expect(await adjustments(contractId)).toEqual([]);
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({ state: 'SIGNED' });
  });

  it('a late fee waived by two people: the adjustment names reason, asker and approver, the totals follow', async () => {
    const { contractId, late } = await sold();
    const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '120.00')));
    expect(await adjustments(contractId)).toEqual([]);
    const pending = await recordOf(ground.client, 'approval', approvalId);
    expect(pending).toMatchObject({ state: 'PENDING', command: 'waive', subjectId: late, decidedBy: '' });
    expect(expectDone(await decide(desk.manager, approvalId))).toMatchObject({
      state: 'APPROVED',
      isCarriedOut: true,
    });
    expect(await adjustments(contractId)).toMatchObject([
      {
        kind: 'LATE_FEE_WAIVER',
        installmentId: late,
        amount: '120.00',
        reason: 'The bank was closed',
        askedBy: nameOf('Keyturn Finance'),
        approvedBy: nameOf('Keyturn Finance manager'),
      },
    ]);
    expect(await recordOf(ground.client, 'installment', late)).toMatchObject({
      lateFee: '300.00',
      lateFeeWaived: '120.00',
      state: 'OVERDUE',
    });
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({ lateFeeWaived: '120.00' });
  });

  it('without an amount all of the late fee that is neither paid nor waived is waived, and then nothing is left to waive', async () => {
    const { contractId, late } = await sold();
    await receive(ground.client, contractId, { amount: '50.00', valueOn: daysAgo(0) });
    await approved(desk, 'waive', feeWaiver(late, '100.00'));
    await approved(desk, 'waive', feeWaiver(late));
    const amounts = (await adjustments(contractId)).map(({ amount }) => amount).sort();
    expect(amounts).toEqual(['100.00', '150.00']);
    expect(await ask(desk.finance, 'waive', feeWaiver(late))).toMatchObject({ ok: false, status: 400 });
  });

  it('principal waived in full makes the installment WAIVED; in part it stays open for the rest', async () => {
    const { contractId, late, later } = await sold();
    const waiver = { what: 'PRINCIPAL', reason: 'Goodwill' };
    await approved(desk, 'waive', { installmentId: later, ...waiver });
    await approved(desk, 'waive', { installmentId: late, amount: '12000.00', ...waiver });
    expect(await recordOf(ground.client, 'installment', later)).toMatchObject({
      state: 'WAIVED',
      closedAs: 'WAIVED',
      credited: '70000.00',
    });
    expect(await recordOf(ground.client, 'installment', late)).toMatchObject({
      state: 'OVERDUE',
      credited: '12000.00',
    });
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({ overdue: '18000.00' });
    const { problems } = await run<{ problems: unknown[] }>(desk.finance, 'reconcile', { contractId });
    expect(problems).toEqual([]);
  });

  it('never more than is open: asked for too much it is refused at once, and on a paid installment nothing is open', async () => {
    const { contractId, late } = await sold();
    const tooMuch = await ask(desk.finance, 'waive', feeWaiver(late, '300.01'));
    expect(tooMuch).toMatchObject({ ok: false, code: 'AMOUNT_TOO_HIGH', facts: { most: '300.00' } });
    await receive(ground.client, contractId, { amount: '30300.00', valueOn: daysAgo(0) });
    const principal = { installmentId: late, what: 'PRINCIPAL', reason: 'Goodwill', amount: '0.01' };
    const onPaid = await ask(desk.finance, 'waive', principal);
    expect(onPaid).toMatchObject({ ok: false, code: 'AMOUNT_TOO_HIGH', facts: { most: '0.00' } });
    expect(await adjustments(contractId)).toEqual([]);
  });

  it('what was open when it was asked and is not any more is approved but not carried out, and the approval says why', async () => {
    const { contractId, late } = await sold();
    const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '300.00')));
    await approved(desk, 'waive', feeWaiver(late, '200.00'));
    const decided = expectDone(await decide(desk.manager, approvalId));
    expect(decided).toMatchObject({ isCarriedOut: false });
    expect(decided.outcome).toContain('100.00');
    expect((await recordOf(ground.client, 'approval', approvalId)).outcome).toBe(decided.outcome);
    expect((await adjustments(contractId)).map(({ amount }) => amount)).toEqual(['200.00']);
  });

  it('who asked cannot decide, not even a finance manager; a role without the right can do neither', async () => {
    const { contractId, late } = await sold();
    const own = expectDone(await ask(desk.manager, 'waive', feeWaiver(late, '10.00')));
    const byAsker = await decide(desk.manager, own.approvalId);
    expect(byAsker).toMatchObject({ ok: false, status: 403, code: 'APPROVAL_YOUR_OWN' });
    for (const role of ['Keyturn Finance', 'Keyturn Administrator', 'Keyturn Sales manager']) {
      const answer = await decide(ground.as(role), own.approvalId);
      expect(answer).toMatchObject({ status: 403, code: 'NO_RIGHT', facts: { right: 'approveMoney' } });
    }
    const asked = await ask(ground.as('Keyturn Sales'), 'waive', feeWaiver(late, '10.00'));
    expect(asked).toMatchObject({ status: 403, code: 'NO_RIGHT', facts: { right: 'keepAccounts' } });
    const byKey = expectDone(await ask(ground.client, 'waive', feeWaiver(late, '10.00')));
    expect(await decide(ground.client, byKey.approvalId)).toMatchObject({ code: 'APPROVAL_YOUR_OWN' });
    expect(await recordOf(ground.client, 'approval', own.approvalId)).toMatchObject({ state: 'PENDING' });
    expect(await adjustments(contractId)).toEqual([]);
  });

  it('decided twice it is carried out once; the same decision again gives the same answer', async () => {
    const { contractId, late } = await sold();
    const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '10.00')));
    const requestId = randomUUID();
    const first = expectDone(await decide(desk.manager, approvalId, 'APPROVE', requestId));
    expect(expectDone(await decide(desk.manager, approvalId, 'APPROVE', requestId))).toEqual(first);
    for (const decision of ['APPROVE', 'REJECT']) {
      const again = await decide(ground.client, approvalId, decision);
      expect(again).toMatchObject({ ok: false, status: 409, code: 'APPROVAL_DECIDED' });
    }
    expect(await adjustments(contractId)).toHaveLength(1);
  });

  it('E21: two people who decide at the same moment carry it out once', async () => {
    for (let round = 0; round < 3; round++) {
      const { contractId, late } = await sold();
      const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '10.00')));
      const answers = await Promise.all(
        [desk.manager, ground.client, desk.manager, ground.client].map((one) => decide(one, approvalId)),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
      expect(lost).toEqual(['APPROVAL_DECIDED', 'APPROVAL_DECIDED', 'APPROVAL_DECIDED']);
      expect(await adjustments(contractId)).toHaveLength(1);
    }
  });

  it('one approves while another rejects: what the approval says is what was done', async () => {
    for (let round = 0; round < 3; round++) {
      const { contractId, late } = await sold();
      const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '10.00')));
      await Promise.all([
        decide(desk.manager, approvalId, 'APPROVE'),
        decide(ground.client, approvalId, 'REJECT'),
      ]);
      const { state } = await recordOf(ground.client, 'approval', approvalId);
      expect(await adjustments(contractId)).toHaveLength(state === 'APPROVED' ? 1 : 0);
    }
  });

  it.each([
    ['in the record', 'payload = $1::jsonb', false],
    [
      'in the record and its seal',
      `payload = $1::jsonb, seal = jsonb_set(seal, '{payload}', $1::jsonb)`,
      true,
    ],
  ])('a payload changed by hand %s is not carried out', async (_where, change) => {
    const { contractId, late } = await sold();
    const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '10.00')));
    const raised = JSON.stringify(feeWaiver(late, '290.00'));
    await ground.workspace.sql(`update "keyturnApproval" set ${change} where id = $2`, [raised, approvalId]);
    const answer = await decide(desk.manager, approvalId);
    expect(answer).toMatchObject({ ok: false, status: 409, code: 'APPROVAL_CHANGED' });
    expect(await adjustments(contractId)).toEqual([]);
    // It can still be put out of the way.
    expect(expectDone(await decide(desk.manager, approvalId, 'REJECT'))).toMatchObject({ state: 'REJECTED' });
  });

  it('an approval whose state was set to APPROVED by hand is neither carried out nor taken for decided', async () => {
    const { contractId, late } = await sold();
    const { approvalId } = expectDone(await ask(desk.finance, 'waive', feeWaiver(late, '10.00')));
    await ground.workspace.sql(`update "keyturnApproval" set state = 'APPROVED' where id = $1`, [approvalId]);
    await ground.workspace.runCron('keyturn-resume-commands');
    expect(await adjustments(contractId)).toEqual([]);
  });

  it('rejected it does nothing, and stays rejected', async () => {
    const { contractId, late } = await sold();
    const cancel = { contractId, kind: 'MUTUAL', cancelledOn: daysAgo(0), reason: 'Asked for' };
    for (const [command, input] of [
      ['waive', feeWaiver(late)],
      ['cancel-contract', cancel],
    ] as const) {
      const { approvalId } = expectDone(await ask(desk.finance, command, input));
      const decided = expectDone(await decide(desk.manager, approvalId, 'REJECT'));
      expect(decided).toMatchObject({ state: 'REJECTED', isCarriedOut: false });
      expect(await decide(desk.manager, approvalId)).toMatchObject({ code: 'APPROVAL_DECIDED' });
    }
    expect(await adjustments(contractId)).toEqual([]);
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({ state: 'SIGNED' });
  });

  it('what could not be carried out now is refused when it is asked, with the same refusal', async () => {
    const { contractId, late } = await sold();
    const refund = { contractId, amount: '1.00', method: 'CASH', refundedOn: daysAgo(0), why: 'OVERPAYMENT' };
    const replan = { contractId, planId: site.planId, effectiveOn: daysAgo(-1), reason: 'Asked for' };
    const cancel = {
      contractId,
      kind: 'MUTUAL',
      cancelledOn: daysAgo(0),
      retained: '1.00',
      reason: 'Asked for',
    };
    const asked = [
      [await ask(desk.finance, 'record-refund', refund), 'AMOUNT_TOO_HIGH'],
      [await ask(desk.finance, 'replan-contract', replan), 'DATE_IN_FUTURE'],
      [await ask(desk.finance, 'cancel-contract', cancel), 'AMOUNT_TOO_HIGH'],
      [await ask(desk.finance, 'cancel-contract', { ...cancel, kind: 'WHIM' }), 'INVALID_INPUT'],
      [await ask(desk.finance, 'waive', feeWaiver(randomUUID())), 'NOT_FOUND'],
      [await ask(desk.finance, 'waive', { ...feeWaiver(late), reason: ' ' }), 'INVALID_INPUT'],
      [await ask(desk.finance, 'record-receipt', { contractId }), 'NOT_FOUND'],
    ] as const;
    for (const [answer, code] of asked) expect(answer).toMatchObject({ ok: false, code });
    expect(await records(ground.client, 'approval', { subjectId: contractId })).toEqual([]);
  });
});
