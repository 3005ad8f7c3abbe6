/** C4, D2.6: after signing only a contract change moves unit, buyers, plan or price; each is on record with its money. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver } from '#commands/handover/hand-over.ts';
import { releaseUnits } from '#commands/inventory/release-units.ts';
import { buyersOf } from '#commands/ledger/contract-parties.ts';
import { moveMortgage, openMortgage } from '#commands/ledger/mortgage-cases.ts';
import { reconcile } from '#commands/ledger/reconcile.ts';
import { calculateAreaSettlement, postAreaSettlement } from '#commands/ledger/settle-area.ts';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { type ChangeSite, changeSite, sumOfInstallments } from './contract-change-site.ts';
import { euros, type Ground, openGround } from './ground.ts';
import { daysAgo, installmentsOf, recordOf, records } from './ledger-site.ts';

describe('contract changes', () => {
  let ground: Ground;
  let at: ChangeSite;
  beforeAll(async () => {
    ground = await openGround();
    at = await changeSite(ground, 60);
  });
  afterAll(() => ground.close());

  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);
  const refusalOf = async (change: Parameters<ChangeSite['carryOut']>[0]) => {
    const decision = await at.carryOut(change);
    return isRefused(decision) ? decision.refused : null;
  };
  async function expectRight(contractId: string, price: string) {
    expect(await sumOfInstallments(ground, contractId)).toBe(Math.round(Number(price) * 100));
    const report = await at.desk.done(reconcile, { contractId });
    expect(report.result).toMatchObject({ repaired: [], problems: [] });
  }

  it('C4, D2.6: a dearer unit: paid stays paid, the rest of its price is planned anew, the old unit goes to control', async () => {
    const sale = await at.sold('30000.00');
    const unitId = await at.freshUnit('130000.01');
    const { result } = await at.carriedOut(at.swap(sale, unitId, { planId: at.halves }));
    expect(result).toMatchObject({ price: '130000.01', fee: '500.00', toRefund: '0.00' });
    expect(await at.stateOf(sale, unitId)).toMatchObject({
      contract: { price: '130000.01', paid: '30000.00', contractArea: 120 },
      hasUnit: 1,
      installments: [
        '1 HOUSE_PRICE 20000.00 -0.00 20000.00 PAID',
        '2 HOUSE_PRICE 30000.00 -20000.00 10000.00 PAID',
        '3 HOUSE_PRICE 50000.00 -50000.00 0.00 CANCELLED',
        '4 HOUSE_PRICE 50000.01 -0.00 0.00 PENDING',
        '5 HOUSE_PRICE 50000.00 -0.00 0.00 PENDING',
        '6 OTHER_FEE 500.00 -0.00 0.00 DUE',
      ],
      changes: [{ kind: 'SWAP_UNIT', isDone: true, prices: ['100000.00', '130000.01', '500.00', '0.00'] }],
      units: [
        { state: 'CONTROLLED', holder: '', locks: [] },
        { state: 'CONTRACTED', locks: [expect.stringMatching(/^CONTRACT true Mei Lin/)] },
      ],
    });
    await expectRight(sale.contractId, '130000.01');
  });

  it('a cheaper unit than what was paid: the excess is the buyer’s and the row says what goes back', async () => {
    const sale = await at.sold('80000.00');
    const unitId = await at.freshUnit('40000.00');
    const { result } = await at.carriedOut(at.swap(sale, unitId, { fee: '0' }));
    // 50,000.00 were due and paid, 30,000.00 waited as balance; 40,000.00 is the price now.
    expect(result).toMatchObject({ toRefund: '40000.00', fee: '0.00' });
    expect(await contractOf(sale.contractId)).toMatchObject({ paid: '40000.00', prepaid: '40000.00' });
    await expectRight(sale.contractId, '40000.00');
  });

  it('the old unit can be released and sold again, the new one cannot', async () => {
    const sale = await at.sold();
    const unitId = await at.freshUnit();
    await at.carriedOut(at.swap(sale, unitId));
    await at.desk.done(releaseUnits, { unitIds: [sale.unitId] });
    const other = await at.sold();
    expect(await refusalOf(at.swap(other, unitId))).toMatchObject({ code: 'UNIT_TAKEN', until: null });
    await at.carriedOut(at.swap(other, sale.unitId));
    expect(await contractOf(other.contractId)).toMatchObject({ unitId: sale.unitId });
  });

  it('a unit that is held for the buyer goes over with its lock; held for somebody else it is refused', async () => {
    const [sale, other] = [await at.sold(), await at.sold()];
    const unitId = await at.freshUnit();
    const hold = (buyerId: string) => ({
      id: randomUUID(),
      name: 'Held',
      unitId,
      kind: 'SALES' as const,
      state: 'ACTIVE' as const,
      buyerId,
      slotKey: `slot ${unitId}`,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const row = hold(at.site.buyerId);
    await at.desk.store.write([{ create: 'unitHold', row }]);
    const holding = {
      holderKind: 'HOLD',
      holderId: row.id,
      holderName: 'Mei',
      heldUntil: row.expiresAt,
    } as const;
    const lock = { id: randomUUID(), name: 'L', lockKey: unitId, unitId };
    await at.desk.store.claim('unitLock', [{ ...lock, ...holding }]);
    await at.carriedOut(at.buyers(other, [[at.others[0], '100']]));
    expect(await refusalOf(at.swap(other, unitId))).toMatchObject({ code: 'UNIT_TAKEN', holder: 'Mei' });
    await at.carriedOut(at.swap(sale, unitId));
    expect(await recordOf(ground.client, 'unitHold', row.id)).toMatchObject({ state: 'TAKEN' });
    const locks = await records(ground.client, 'unitLock', { lockKey: unitId });
    expect(locks).toMatchObject([{ id: lock.id, holderKind: 'CONTRACT', holderId: sale.contractId }]);
  });

  it('C4: what a swap is refused for, each with nothing changed', async () => {
    const sale = await at.sold('30000.00');
    const before = await at.stateOf(sale);
    const dear = await at.freshUnit('200000.00');
    const data = { floorPrice: euros('150000.00'), filedPrice: euros('210000.00') };
    await ground.client.graphql(
      'mutation ($id: UUID!, $data: KeyturnUnitUpdateInput!) { updateKeyturnUnit(id: $id, data: $data) { id } }',
      { id: dear, data },
    );
    const foreign = await changeSite(ground, 1);
    const planned = await at.freshUnit();
    const [unit] = await at.desk.store.observe('unit', { id: planned }, 1);
    if (unit === undefined) throw new Error('there is no such unit');
    await at.desk.store.write([{ change: 'unit', record: unit.sealed, to: { state: 'CONTROLLED' } }]);
    const taken = await at.sold();
    const swap = (unitId: string, more = {}) => refusalOf(at.swap(sale, unitId, more));
    expect(await swap(taken.unitId)).toMatchObject({ code: 'UNIT_TAKEN' });
    expect(await swap(planned)).toMatchObject({ code: 'UNIT_NOT_FOR_SALE', state: 'CONTROLLED' });
    expect(await swap(sale.unitId)).toMatchObject({ code: 'INVALID_INPUT', field: 'unitId' });
    expect(await swap(foreign.site.unitIds[0] ?? '')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'unitId',
    });
    expect(await swap(randomUUID())).toMatchObject({ code: 'NOT_FOUND', what: 'unit' });
    expect(await swap(dear, { newPrice: '149999.99' })).toMatchObject({ code: 'PRICE_BELOW_FLOOR' });
    expect(await swap(dear, { newPrice: '210000.01' })).toMatchObject({ code: 'PRICE_ABOVE_FILED' });
    expect(await swap(dear, { effectiveOn: daysAgo(-1) })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(await swap(dear, { planId: randomUUID() })).toMatchObject({
      code: 'NOT_FOUND',
      what: 'payment plan',
    });
    expect(await at.desk.refused(at.swap(sale, dear).command, at.swap(sale, dear).input)).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    expect(await at.stateOf(sale)).toEqual(before);
    await at.carriedOut(at.swap(sale, dear, { newPrice: '150000.00' }));
    await expectRight(sale.contractId, '150000.00');
  });

  it('D8: a loan that the bank has agreed on keeps unit and buyers; one that is only asked for follows', async () => {
    const sale = await at.sold();
    const opened = await at.desk.done(openMortgage, {
      contractId: sale.contractId,
      bank: 'First Bank',
      kind: 'COMMERCIAL',
      amountAsked: '50000.00',
      termMonths: 240,
      annualRatePercent: '4',
      repayment: 'EQUAL_PRINCIPAL',
    });
    await at.carriedOut(at.swap(sale, await at.freshUnit()));
    for (const to of ['SUBMITTED', 'APPROVED'])
      await at.desk.done(moveMortgage, { mortgageCaseId: opened.result.mortgageCaseId, to, on: daysAgo(0) });
    const loan = { code: 'LOAN_RUNNING', bank: 'First Bank', state: 'APPROVED' };
    expect(await refusalOf(at.swap(sale, await at.freshUnit()))).toMatchObject(loan);
    expect(await refusalOf(at.buyers(sale, [[at.others[0], '100']]))).toMatchObject(loan);
    // Somebody joins, nobody leaves: the bank's debtor still buys.
    await at.carriedOut(
      at.buyers(sale, [
        [at.site.buyerId, '50'],
        [at.others[0], '50'],
      ]),
    );
  });

  it('D5: an area that is only worked out goes with the old unit; one that is posted keeps the unit', async () => {
    const sale = await at.sold();
    const measured = { contractId: sale.contractId, measuredArea: '101.00', unitPrice: '1000.00' };
    await at.desk.done(calculateAreaSettlement, measured);
    await at.carriedOut(at.swap(sale, await at.freshUnit()));
    expect(await records(ground.client, 'areaSettlement', { contractId: sale.contractId })).toEqual([]);
    const again = await at.desk.done(calculateAreaSettlement, measured);
    await at.desk.done(postAreaSettlement, { areaSettlementId: again.result.areaSettlementId });
    expect(await refusalOf(at.swap(sale, await at.freshUnit()))).toMatchObject({
      code: 'AREA_SETTLED',
      on: daysAgo(0),
    });
  });

  it('C4: with the keys the home stays', async () => {
    const sale = await at.sold('100000.00');
    await at.pay(sale.contractId, '0.01', { allowPrepayment: true });
    const [, , last] = await installmentsOf(ground.client, sale.contractId);
    await at.pay(sale.contractId, '50000.00', { installmentIds: [last?.id] });
    const keys = { contractId: sale.contractId, handedOverOn: daysAgo(0), receivedBy: 'Mei Lin', keySets: 2 };
    await at.desk.done(handOver, keys);
    expect(await refusalOf(at.swap(sale, await at.freshUnit()))).toMatchObject({
      code: 'ALREADY_HANDED_OVER',
    });
  });

  it('更名: another buyer takes over: who left stays on record, unit, lock, letters and contract name the new one', async () => {
    const sale = await at.sold('30000.00');
    const [bo, ana] = at.others;
    await at.carriedOut(
      at.buyers(sale, [
        [bo, '66.6667'],
        [ana, '33.3333'],
      ]),
    );
    const { contractId, unitId } = sale;
    expect(await contractOf(contractId)).toMatchObject({ buyerId: bo, price: '100000.00', paid: '30000.00' });
    const parties = await records(ground.client, 'party', { contractId });
    const shown = parties.map(({ buyerId, sharePercent, isFirst, state, joinedOn, leftOn, reason }) => [
      [at.site.buyerId, bo, ana].indexOf(buyerId ?? ''),
      sharePercent,
      isFirst,
      state,
      joinedOn,
      leftOn,
      reason ?? '',
    ]);
    // The buyer joined with the reservation, which was made today.
    expect(shown.sort()).toEqual([
      [0, 100, false, 'LEFT', daysAgo(0), daysAgo(0), 'They have married'],
      [1, 66.6667, true, 'ACTIVE', daysAgo(0), null, ''],
      [2, 33.3333, false, 'ACTIVE', daysAgo(0), null, ''],
    ]);
    const holder = `Bo Li ${at.site.mark}`;
    expect(await recordOf(ground.client, 'unit', unitId)).toMatchObject({ state: 'CONTRACTED', holder });
    expect(await records(ground.client, 'unitLock', { lockKey: unitId })).toMatchObject([
      { holderName: holder },
    ]);
    const name = `Bo Li ${at.site.mark}, Ana Li ${at.site.mark}`;
    expect(await buyersOf(at.desk.store, { id: contractId, buyerId: bo, companyId: null })).toBe(name);
    expect(await records(ground.client, 'contractChange', { contractId })).toMatchObject([
      {
        kind: 'CHANGE_BUYERS',
        before: `Mei Lin ${at.site.mark} 100 %`,
        after: `Bo Li ${at.site.mark} 66.6667 %, Ana Li ${at.site.mark} 33.3333 %`,
        fee: '300.00',
        priceBefore: '100000.00',
        priceAfter: '100000.00',
      },
    ]);
    const fee = (await installmentsOf(ground.client, contractId)).at(-1);
    expect(fee).toMatchObject({ chargeType: 'OTHER_FEE', amount: '300.00', dueOn: daysAgo(0) });
    // Who left may come back, and shares change in their own rows.
    await at.carriedOut(
      at.buyers(
        sale,
        [
          [bo, '50'],
          [at.site.buyerId, '50'],
        ],
        { fee: '0' },
      ),
    );
    const active = await records(ground.client, 'party', { contractId, state: 'ACTIVE' });
    expect(active.map(({ sharePercent }) => sharePercent)).toEqual([50, 50]);
    expect(await records(ground.client, 'party', { contractId })).toHaveLength(4);
    await expectRight(contractId, '100000.00');
  });

  it.each([
    ['99.9999', '0'],
    ['50', '49.9999'],
    ['50', '50.0001'],
    ['100', '100'],
    ['0', '100'],
  ])('shares of %s and %s are no 100 percent: refused', async (first, second) => {
    const sale = await at.sold();
    const change = at.buyers(sale, [
      [at.others[0], first],
      [at.others[1], second],
    ]);
    expect(await refusalOf(change)).toMatchObject({ code: 'INVALID_INPUT', field: 'parties' });
  });

  it('buyers who are nobody, named twice, or the same as before: refused', async () => {
    const sale = await at.sold();
    const [bo] = at.others;
    const wrong = { code: 'INVALID_INPUT', field: 'parties' };
    expect(await refusalOf(at.buyers(sale, []))).toMatchObject(wrong);
    expect(
      await refusalOf(
        at.buyers(sale, [
          [bo, '50'],
          [bo, '50'],
        ]),
      ),
    ).toMatchObject(wrong);
    expect(await refusalOf(at.buyers(sale, [[at.site.buyerId, '100']]))).toMatchObject(wrong);
    expect(await refusalOf(at.buyers(sale, [[randomUUID(), '100']]))).toMatchObject({ code: 'NOT_FOUND' });
    const parties = [{ sharePercent: '100' }];
    expect(await refusalOf(at.buyers(sale, [], { parties }))).toMatchObject(wrong);
  });

  it('each of the five leaves its row; what became impossible meanwhile is refused with its reason on the approval', async () => {
    const sale = await at.sold('30000.00');
    const [finance, manager] = [
      { memberId: null, name: 'Finance' },
      { memberId: null, name: 'Manager' },
    ];
    const ask = async ({ command, input }: ReturnType<ChangeSite['swap']>) =>
      String(
        (
          await at.desk.done(
            askApproval,
            { command: command.name, input, reason: 'Agreed' },
            { actor: finance },
          )
        ).result.approvalId,
      );
    const decide = (approvalId: string) =>
      at.desk.done(decideApproval, { approvalId, decision: 'APPROVE' }, { actor: manager });
    const wanted = await at.freshUnit('110000.00');
    const late = await ask(at.swap(sale, wanted));
    const cancelling = await ask(at.cancel(sale));
    for (const change of [
      at.replan(sale),
      at.replan(sale, { newPrice: '90000.00' }),
      at.buyers(sale, [[at.others[0], '100']]),
      at.swap(sale, await at.freshUnit()),
    ])
      expect((await decide(await ask(change))).result).toMatchObject({ isCarriedOut: true });
    await at.carriedOut(at.swap(await at.sold(), wanted));
    const refused = await decide(late);
    expect(refused.result).toMatchObject({ isCarriedOut: false });
    const approval = await recordOf(ground.client, 'approval', late);
    expect(approval.outcome).toMatch(/is sold to Mei Lin/);
    expect((await decide(cancelling)).result).toMatchObject({ isCarriedOut: true });
    const rows = await records(ground.client, 'contractChange', { contractId: sale.contractId });
    expect(rows.map(({ kind }) => kind).sort()).toEqual([
      'CANCEL',
      'CHANGE_BUYERS',
      'CHANGE_PLAN',
      'CHANGE_PRICE',
      'SWAP_UNIT',
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ askedBy: 'Finance', approvedBy: 'Manager' });
      expect(row.approvalId).not.toBe('');
      expect(row.executedAt).not.toBe(null);
    }
    const cancelled = rows.find(({ kind }) => kind === 'CANCEL');
    expect(cancelled?.toRefund).toBe((await contractOf(sale.contractId)).prepaid);
  });

  it('C5: a salesperson asks for a change of an own deal only', async () => {
    const sale = await at.sold();
    const [stranger, owner] = ground.workspace.members;
    const [contract] = await at.desk.store.observe('contract', { id: sale.contractId }, 1);
    if (contract === undefined || owner === undefined) throw new Error('there is no such contract');
    const to = { salespersonId: owner.id };
    await at.desk.store.write([{ change: 'contract', record: contract.sealed, to }]);
    const { command, input } = at.buyers(sale, [[at.others[0], '100']]);
    const body = { command: command.name, input, reason: 'Agreed' };
    const as = (memberId = '', name = '') => ({ actor: { memberId, name }, rights: ['sell'] as const });
    expect(await at.desk.refused(askApproval, body, as(stranger?.id, 'Stranger'))).toMatchObject({
      code: 'NOT_YOUR_DEAL',
    });
    const asked = await at.desk.done(askApproval, body, as(owner.id, 'Owner'));
    const { approvalId } = asked.result;
    const manager = { actor: { memberId: null, name: 'Manager' }, rights: ['approveMoney'] as const };
    const decided = await at.desk.done(decideApproval, { approvalId, decision: 'APPROVE' }, manager);
    expect(decided.result).toMatchObject({ isCarriedOut: true });
  });
});
