/** C4, E21.6: a preview is what is carried out; changes at the same moment; the sum is the price, whatever happens. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounceReceipt } from '#commands/ledger/receipt-states.ts';
import { reconcile } from '#commands/ledger/reconcile.ts';
import { recordRefund } from '#commands/ledger/record-refund.ts';
import { waive } from '#commands/ledger/waive.ts';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import {
  type Change,
  type ChangeSite,
  changeSite,
  type Sold,
  sumOfInstallments,
} from './contract-change-site.ts';
import { type Ground, openGround } from './ground.ts';
import type { Options } from './in-process.ts';
import { daysAgo, installmentsOf, recordOf, records } from './ledger-site.ts';

const cents = (text: unknown) => Math.round(Number(text) * 100);
const money = (value: number) => (value / 100).toFixed(2);
const ROUNDS = 3;
const KINDS = ['SWAP_UNIT', 'CHANGE_BUYERS', 'CHANGE_PLAN', 'CHANGE_PRICE', 'CANCEL'] as const;

describe('the money of contract changes', () => {
  let ground: Ground;
  let at: ChangeSite;
  beforeAll(async () => {
    ground = await openGround();
    at = await changeSite(ground, 150, { settlementRegime: 'INDIA', lateFeeRate: 5 });
  });
  afterAll(() => ground.close());

  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);
  async function agrees({ contractId }: Sold) {
    const { price, state } = await contractOf(contractId);
    if (state === 'SIGNED') expect(await sumOfInstallments(ground, contractId)).toBe(cents(price));
    const { result } = await at.desk.done(reconcile, { contractId });
    expect(result).toMatchObject({ repaired: [], problems: [] });
  }

  const anyPrice = fc.integer({ min: 1_000_000, max: 20_000_000 }).map(money);
  const anyChange = fc.record({
    kind: fc.constantFrom(...KINDS),
    price: anyPrice,
    fee: fc.integer({ min: 0, max: 100_000 }).map(money),
    share: fc.integer({ min: 1, max: 999_999 }),
  });
  type AnyChange = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

  async function changeOf(sale: Sold, { kind, price, fee, share }: AnyChange): Promise<Change> {
    const [bo, ana] = at.others;
    const half = (part: number) => String(part / 10_000);
    if (kind === 'SWAP_UNIT')
      return at.swap(sale, await at.freshUnit(price), { fee, ...(share % 2 ? { planId: at.halves } : {}) });
    if (kind === 'CHANGE_BUYERS')
      return at.buyers(
        sale,
        [
          [bo, half(share)],
          [ana, half(1_000_000 - share)],
        ],
        { fee },
      );
    if (kind === 'CHANGE_PLAN') return at.replan(sale);
    if (kind === 'CHANGE_PRICE') return at.replan(sale, { newPrice: price });
    return at.cancel(sale, share % 2 === 0 ? { kind: 'MUTUAL' } : {});
  }

  it.each(KINDS)(
    'C4: what a preview of %s says is carried out to the cent, and the preview writes nothing',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(anyChange, fc.integer({ min: 1, max: 12_000_000 }), async (drawn, paid) => {
          const sale = await at.sold(money(paid));
          const { contractId } = sale;
          const change = await changeOf(sale, { ...drawn, kind });
          const before = await at.stateOf(sale);
          const foretold = await at.preview(change);
          if (isRefused(foretold)) throw new Error(JSON.stringify(foretold.refused));
          expect(await at.stateOf(sale)).toEqual(before);
          const known = (await installmentsOf(ground.client, contractId)).length;
          const { result } = await at.carriedOut(change);
          const { price, prepaid } = await contractOf(contractId);
          const [row] = await records(ground.client, 'contractChange', { contractId });
          const { plan } = foretold;
          expect(plan).toMatchObject({
            kind: row?.kind,
            before: row?.before,
            after: row?.after,
            priceBefore: row?.priceBefore,
            priceAfter: row?.priceAfter,
            fee: row?.fee,
            toRefund: row?.toRefund,
            balance: prepaid,
          });
          expect(plan.priceAfter).toBe(price);
          for (const name of ['remaining', 'retained', 'compensation'])
            if (name in plan && name in result) expect([name, plan[name]]).toEqual([name, result[name]]);
          const added = (await installmentsOf(ground.client, contractId)).slice(known);
          const lines = added.filter(({ state }) => state !== 'CANCELLED');
          expect(plan.lines).toMatchObject(
            lines.map(({ seq, amount, dueOn, chargeType }) => ({ seq, amount, dueOn, chargeType })),
          );
          await agrees(sale);
        }),
        { numRuns: 3 },
      );
    },
    120_000,
  );

  it('what cannot be carried out is refused by the preview with the same words', async () => {
    const [sale, other] = [await at.sold(), await at.sold()];
    for (const change of [
      at.swap(sale, other.unitId),
      at.buyers(sale, [[at.others[0], '99']]),
      at.replan(sale, { newPrice: '0.00' }),
      at.cancel(sale, { retained: '100000.00' }),
    ]) {
      const [foretold, refused] = [await at.preview(change), await at.carryOut(change)];
      expect(isRefused(foretold)).toBe(true);
      expect(foretold).toEqual(refused);
    }
  });

  it('E21.6: random changes, receipts, bounces, refunds and an end: the sum is the price after each of them', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: anyChange },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('PAY'), price: anyPrice }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('BOUNCE') }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('REFUND') }) },
    );
    const take = async (sale: Sold, one: { kind: string }) => {
      const { contractId } = sale;
      const { state, prepaid } = await contractOf(contractId);
      if (one.kind === 'PAY' && state === 'SIGNED')
        await at.pay(contractId, (one as { price?: string }).price ?? '1.00');
      else if (one.kind === 'BOUNCE') {
        const [receipt] = await records(ground.client, 'receipt', { contractId, state: 'CLEARED' });
        if (receipt !== undefined && state === 'SIGNED' && cents(prepaid) === 0)
          await at.desk.run(bounceReceipt, { receiptId: receipt.id, reason: 'No cover' });
      } else if (one.kind === 'REFUND' && cents(prepaid) > 0) {
        const body = { contractId, amount: prepaid, method: 'TRANSFER', refundedOn: daysAgo(0) };
        const why = state === 'SIGNED' ? 'OVERPAYMENT' : 'CANCELLATION';
        await at.carryOut({ command: recordRefund, input: { ...body, why } });
      } else if (!['PAY', 'REFUND'].includes(one.kind))
        await at.carryOut(await changeOf(sale, one as AnyChange));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 6 }), async (steps) => {
        const sale = await at.sold('30000.00');
        for (const one of steps) {
          await take(sale, one);
          await agrees(sale);
        }
        for (const { executedAt } of await records(ground.client, 'contractChange', {
          contractId: sale.contractId,
        }))
          expect(executedAt).not.toBe(null);
      }),
      { numRuns: 5 },
    );
  }, 180_000);

  const askedBy = { actor: { memberId: null, name: 'Finance' } } satisfies Options;
  async function asked({ command, input }: Change): Promise<string> {
    const body = { command: command.name, input, reason: 'Agreed' };
    return String((await at.desk.done(askApproval, body, askedBy)).result.approvalId);
  }
  const decide = (approvalId: string, name: string) =>
    at.desk.run(decideApproval, { approvalId, decision: 'APPROVE' }, { actor: { memberId: null, name } });

  it('E21: one approval, decided by two at the same moment: carried out once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [sale, unitId] = [await at.sold('30000.00'), await at.freshUnit()];
      const approvalId = await asked(at.swap(sale, unitId));
      const answers = await Promise.all(['One', 'Two'].map((name) => decide(approvalId, name)));
      expect(answers.filter((one) => !isRefused(one))).toHaveLength(1);
      expect(answers.flatMap((one) => (isRefused(one) ? [one.refused.code] : []))).toEqual([
        'APPROVAL_DECIDED',
      ]);
      expect(await records(ground.client, 'contractChange', { contractId: sale.contractId })).toHaveLength(1);
      await agrees(sale);
    }
  });

  it.each<[string, (sale: Sold) => Promise<Change>, (sale: Sold) => Promise<Change>]>([
    [
      'two swaps',
      async (s) => at.swap(s, await at.freshUnit()),
      async (s) => at.swap(s, await at.freshUnit()),
    ],
    ['a swap and a re-planning', async (s) => at.swap(s, await at.freshUnit()), async (s) => at.replan(s)],
    ['a swap and a cancellation', async (s) => at.swap(s, await at.freshUnit()), async (s) => at.cancel(s)],
    [
      'other buyers and another price',
      async (s) => at.buyers(s, [[at.others[0], '100']]),
      async (s) => at.replan(s, { newPrice: '77777.77' }),
    ],
  ])(
    '%s of one contract at the same moment: one wins, the other is BUSY or comes after',
    async (_what, left, right) => {
      for (let round = 0; round < ROUNDS; round++) {
        const sale = await at.sold('30000.00');
        const [one, two] = [await left(sale), await right(sale)];
        const answers = await Promise.all([at.carryOut(one), at.carryOut(two)]);
        const codes = answers.flatMap((answer) => (isRefused(answer) ? [answer.refused.code] : []));
        expect(codes.length).toBeLessThan(2);
        // What came after a cancellation finds a contract that has ended.
        for (const code of codes) expect(['BUSY', 'CONTRACT_NOT_LIVE']).toContain(code);
        const rows = await records(ground.client, 'contractChange', { contractId: sale.contractId });
        expect(rows.filter(({ executedAt }) => executedAt !== null)).toHaveLength(2 - codes.length);
        expect(rows).toHaveLength(2 - codes.length);
        const contract = await contractOf(sale.contractId);
        const locks = await records(ground.client, 'unitLock', { holderId: sale.contractId });
        const held = locks.flatMap(({ lockKey }) => lockKey || []);
        expect(held).toEqual([contract.unitId]);
        await agrees(sale);
      }
    },
    60_000,
  );

  it('two contracts go over to the same unit at the same moment: one has it, the other keeps its own', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, two, unitId] = [await at.sold(), await at.sold(), await at.freshUnit()];
      const answers = await Promise.all([one, two].map((sale) => at.carryOut(at.swap(sale, unitId))));
      expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(1);
      const owners = await Promise.all(
        [one, two].map(async (sale) => (await contractOf(sale.contractId)).unitId),
      );
      expect(owners.filter((id) => id === unitId)).toHaveLength(1);
      const loser = [one, two].find((_, index) => owners[index] !== unitId);
      expect(await records(ground.client, 'unitLock', { lockKey: loser?.unitId })).toMatchObject([
        { holderId: loser?.contractId },
      ]);
      expect(await records(ground.client, 'contractChange', { contractId: loser?.contractId })).toEqual([]);
    }
  });

  it.each(['LATE_FEE', 'PRINCIPAL'])(
    'two approvals for the same waiver of %s at the very same moment: waived once',
    async (what) => {
      for (let round = 0; round < ROUNDS; round++) {
        const sale = await at.sold();
        const [first] = await installmentsOf(ground.client, sale.contractId);
        const input = { installmentId: first?.id, what, reason: 'Goodwill' };
        const ids = [await asked({ command: waive, input }), await asked({ command: waive, input })];
        const answers = await Promise.all(ids.map((id, index) => decide(id, `Manager ${index}`)));
        const done = answers.map((one) => !isRefused(one) && one.plan.result.isCarriedOut);
        expect(done.filter((one) => one === true)).toHaveLength(1);
        expect(await records(ground.client, 'adjustment', { contractId: sale.contractId })).toHaveLength(1);
        await agrees(sale);
      }
    },
  );

  it('two partial waivers at the very same moment both count, as long as there is enough', async () => {
    const sale = await at.sold();
    const [first] = await installmentsOf(ground.client, sale.contractId);
    const part = (amount: string) => ({
      command: waive,
      input: { installmentId: first?.id, what: 'PRINCIPAL', amount, reason: 'Goodwill' },
    });
    const answers = await Promise.all(['1000.00', '2000.00'].map((amount) => at.carryOut(part(amount))));
    expect(answers.filter((answer) => isRefused(answer))).toEqual([]);
    const [after] = await installmentsOf(ground.client, sale.contractId);
    expect(after?.credited).toBe('3000.00');
    await agrees(sale);
  });
});
