/** C1.7, E21.6: what a hand or a crash has broken: repaired where the rows say what is right, else reported. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import {
  buildLedgerSite,
  daysAgo,
  dueLine,
  installmentsOf,
  type LedgerSite,
  ledgerState,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [dueLine('First', 30, daysAgo(20)), dueLine('Last', 70, daysAgo(-30))];
type Finding = { contract: string; problem: string };
type Report = { contracts: number; repaired: Finding[]; problems: Finding[]; next: string | null };

describe('reconcile', () => {
  let ground: Ground;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    site = await buildLedgerSite(ground.client, { units: 24, price: '100000.00', lines: LINES });
  });
  afterAll(() => ground.close());

  const sql = (text: string, ...parameters: unknown[]) => ground.workspace.sql(text, parameters);
  const reconcile = (contractId: string) => run<Report>(ground.client, 'reconcile', { contractId });
  const told = (findings: readonly Finding[]) => findings.map(({ problem }) => problem).join('; ');
  const AGREES = { contracts: 1, repaired: [], problems: [], next: null };

  /** The first installment is paid with its late fee; 4,700.00 wait as balance. */
  async function sold() {
    const contractId = await signOld(ground.client, site, next++, daysAgo(100));
    const receiptId = await receive(ground.client, contractId, { amount: '35000.00', valueOn: daysAgo(0) });
    const [first] = await installmentsOf(ground.client, contractId);
    return { contractId, receiptId, firstId: first?.id ?? '' };
  }

  type Sold = Awaited<ReturnType<typeof sold>>;
  const REPAIRED: [string, (of: Sold) => Promise<unknown>, RegExp][] = [
    [
      'the amount of an allocation',
      ({ receiptId }) =>
        sql(
          `update "keyturnAllocation" set "amountAmountMicros" = 1000000 where "receiptId" = $1 and kind = 'PRINCIPAL'`,
          receiptId,
        ),
      /allocation: amount put back/,
    ],
    [
      'the contract of an allocation',
      ({ receiptId }) =>
        sql(`update "keyturnAllocation" set "allocatedOn" = '2020-01-01' where "receiptId" = $1`, receiptId),
      /allocation: allocatedOn put back/,
    ],
    [
      'an allocation that is gone',
      ({ receiptId }) => sql(`delete from "keyturnAllocation" where "receiptId" = $1`, receiptId),
      /2 allocations posted anew/,
    ],
    [
      'what an installment was paid',
      ({ firstId }) =>
        sql(
          `update "keyturnInstallment" set "paidAmountMicros" = 0, state = 'OVERDUE' where id = $1`,
          firstId,
        ),
      /totals worked out again/,
    ],
    [
      'the balance of a contract',
      ({ contractId }) =>
        sql(`update "keyturnContract" set "prepaidAmountMicros" = 99000000000 where id = $1`, contractId),
      /totals worked out again/,
    ],
    [
      'what a receipt has allocated',
      ({ receiptId }) =>
        sql(`update "keyturnReceipt" set "allocatedAmountMicros" = 1 where id = $1`, receiptId),
      /totals worked out again/,
    ],
    [
      'a late fee entry that is missing',
      ({ firstId }) => sql(`delete from "keyturnLateFeeEntry" where "installmentId" = $1`, firstId),
      /1 late fee entries posted/,
    ],
    [
      'the amount of a late fee entry',
      ({ firstId }) =>
        sql(
          `update "keyturnLateFeeEntry" set "amountAmountMicros" = 5000000 where "installmentId" = $1`,
          firstId,
        ),
      /lateFeeEntry: amount put back/,
    ],
    [
      'an installment that was raised',
      ({ firstId }) =>
        sql(`update "keyturnInstallment" set "amountAmountMicros" = 90000000000 where id = $1`, firstId),
      /installment: amount put back/,
    ],
    [
      'the amount and the state of a receipt',
      ({ receiptId }) =>
        sql(
          `update "keyturnReceipt" set "amountAmountMicros" = 90000000000, state = 'REVERSED' where id = $1`,
          receiptId,
        ),
      /receipt: state, amount put back/,
    ],
  ];

  it.each(REPAIRED)('%s is repaired, said so, and nothing is left to repair', async (_what, spoil, said) => {
    const one = await sold();
    const before = await ledgerState(ground.client, one.contractId);
    await spoil(one);
    const report = await reconcile(one.contractId);
    expect(told(report.repaired)).toMatch(said);
    expect(report.problems).toEqual([]);
    expect(await ledgerState(ground.client, one.contractId)).toEqual(before);
    expect(await reconcile(one.contractId)).toEqual(AGREES);
  });

  /** As if a command had written it: the commands' own copy says the same. */
  const seal = (path: string, value: string) => `seal = jsonb_set(seal, '{${path}}', '${value}')`;
  const REPORTED: [string, (of: Sold) => Promise<unknown>, RegExp][] = [
    [
      'an installment that was raised with its seal',
      ({ firstId }) =>
        sql(
          `update "keyturnInstallment" set "amountAmountMicros" = 90000000000, ${seal('amount,amount', '"90000.00"')} where id = $1`,
          firstId,
        ),
      /installments make 160000\.00 EUR, the price is 100000\.00 EUR/,
    ],
    [
      'an installment that is gone',
      ({ contractId }) =>
        sql(`delete from "keyturnInstallment" where "contractId" = $1 and seq = 2`, contractId),
      /installments make 30000\.00 EUR, the price is 100000\.00 EUR/,
    ],
    [
      'a price that was lowered with its seal',
      ({ contractId }) =>
        sql(
          `update "keyturnContract" set "priceAmountMicros" = 90000000000, ${seal('price,amount', '"90000.00"')} where id = $1`,
          contractId,
        ),
      /installments make 100000\.00 EUR, the price is 90000\.00 EUR/,
    ],
    [
      'a receipt in another currency',
      ({ receiptId }) =>
        sql(
          `update "keyturnReceipt" set "amountCurrencyCode" = 'USD', ${seal('amount,currency', '"USD"')} where id = $1`,
          receiptId,
        ),
      /another currency/,
    ],
    [
      'a receipt that shrank below what was paid with it and refunded',
      async ({ contractId }) => {
        const refund = {
          id: randomUUID(),
          name: 'By SQL',
          contractId,
          state: 'PAID',
          refundedOn: daysAgo(0),
          amount: { amountMicros: 5_000_000_000, currencyCode: 'EUR' },
          seal: {
            state: 'PAID',
            contractId,
            refundedOn: daysAgo(0),
            amount: { amount: '5000.00', currency: 'EUR' },
          },
        };
        await ground.client.graphql(
          'mutation ($data: KeyturnRefundCreateInput!) { createKeyturnRefund(data: $data) { id } }',
          { data: refund },
        );
        await sql(
          `update "keyturnReceipt" set "receivedOn" = $1, "valueOn" = $1, ${seal('valueOn', `"${daysAgo(1)}"`)} where "contractId" = $2`,
          daysAgo(1),
          contractId,
        );
      },
      /more was refunded than was there/,
    ],
  ];

  it.each(REPORTED)(
    '%s is no machine’s to decide: it is reported, every time',
    async (_what, spoil, said) => {
      const one = await sold();
      await spoil(one);
      for (let time = 0; time < 2; time++)
        expect(told((await reconcile(one.contractId)).problems)).toMatch(said);
    },
  );

  it('a row that somebody made by hand, without a seal, counts nothing', async () => {
    const { contractId, firstId } = await sold();
    const before = await ledgerState(ground.client, contractId);
    const amount = { amountMicros: 1_000_000_000, currencyCode: 'EUR' };
    await sql(
      `insert into "keyturnReceipt" (id, name, "externalId", "contractId", state, "amountAmountMicros", "amountCurrencyCode", "valueOn", "receivedOn")
       values ($1, 'By hand', 'by hand', $2, 'CLEARED', $3, 'EUR', $4, $4)`,
      randomUUID(),
      contractId,
      amount.amountMicros,
      daysAgo(1),
    );
    await sql(
      `insert into "keyturnAdjustment" (id, name, "contractId", "installmentId", kind, "amountAmountMicros", "amountCurrencyCode", "effectiveOn")
       values ($1, 'By hand', $2, $3, 'PRINCIPAL_WAIVER', $4, 'EUR', $5)`,
      randomUUID(),
      contractId,
      firstId,
      amount.amountMicros,
      daysAgo(1),
    );
    const report = await reconcile(contractId);
    expect(report.problems).toEqual([]);
    const after = await ledgerState(ground.client, contractId);
    expect(after.contract).toEqual(before.contract);
    expect(after.installments).toEqual(before.installments);
  });

  it('slice by slice every contract is looked at once, those that are spoilt found among the others', async () => {
    const spoilt = await sold();
    await sql(`update "keyturnContract" set "paidAmountMicros" = 1 where id = $1`, spoilt.contractId);
    const { name } = await recordOf(ground.client, 'contract', spoilt.contractId);
    let after: string | null = null;
    let seen = 0;
    const repaired: string[] = [];
    do {
      const body: Record<string, unknown> =
        after === null ? { most: 5 } : { most: 5, afterContractId: after };
      const report: Report = await run<Report>(ground.client, 'reconcile', body);
      seen += report.contracts;
      repaired.push(...report.repaired.map(({ contract }) => contract));
      after = report.next;
    } while (after !== null);
    expect(seen).toBe((await records(ground.client, 'contract')).length);
    expect(repaired.filter((contract) => contract === name)).toHaveLength(1);
  });

  it('the nightly job repairs what it may and names in its record what it may not', async () => {
    const [mended, broken] = [await sold(), await sold()];
    await sql(`update "keyturnContract" set "paidAmountMicros" = 1 where id = $1`, mended.contractId);
    await sql(`delete from "keyturnInstallment" where "contractId" = $1 and seq = 2`, broken.contractId);
    await ground.workspace.runCron('keyturn-reconcile');
    expect(await recordOf(ground.client, 'contract', mended.contractId)).toMatchObject({ paid: '30000.00' });
    const { name } = await recordOf(ground.client, 'contract', broken.contractId);
    const [job] = await records(ground.client, 'jobRun', { name: 'reconcile' });
    expect(job?.done).toBeGreaterThan(0);
    expect(JSON.stringify(job?.report)).toContain(`${name}`);
    expect(JSON.stringify(job?.report)).toContain('installments make 30000.00 EUR');
  });
});
