/** Sold homes to change the contracts of, with what a test asks and compares; commands run from their sources. */
import { randomUUID } from 'node:crypto';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import { cancelContract } from '#commands/ledger/cancel-contract.ts';
import { changeContractBuyers } from '#commands/ledger/change-contract-buyers.ts';
import { changeContractUnit } from '#commands/ledger/change-contract-unit.ts';
import { previewContractChange } from '#commands/ledger/preview-contract-change.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { replanContract } from '#commands/ledger/replan-contract.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import type { ObjectName } from '#port/records.ts';
import { euros, type Ground } from './ground.ts';
import { type Desk, type Done, inProcess, type Options } from './in-process.ts';
import {
  buildLedgerSite,
  daysAgo,
  dueLine,
  type LedgerSite,
  makePlan,
  type PlanLine,
  recordOf,
  records,
} from './ledger-site.ts';

export const PRICE = '100000.00';
const LINES = [
  dueLine('First', 20, daysAgo(40)),
  dueLine('Second', 30, daysAgo(10)),
  dueLine('Last', 50, daysAgo(-60)),
];
const HALVES: PlanLine[] = [1, 2].map((monthsAfter) => ({
  name: `Half ${monthsAfter}`,
  percent: 50,
  anchor: 'SIGNING',
  monthsAfter,
}));

export type Sold = { contractId: string; unitId: string; name: string };
type Input = Record<string, unknown>;
export type Change = { command: AnyCommand; input: Input };

export type ChangeSite = {
  ground: Ground;
  desk: Desk;
  site: LedgerSite;
  halves: string;
  /** A second and a third buyer. */
  others: [string, string];
  /** A unit on sale that nobody has used yet, at this list price. */
  freshUnit(price?: string): Promise<string>;
  sold(paid?: string): Promise<Sold>;
  pay(contractId: string, amount: string, more?: Input): Promise<Done>;
  swap(sale: Sold, unitId: string, more?: Input): Change;
  buyers(sale: Sold, shares: readonly [string, string][], more?: Input): Change;
  replan(sale: Sold, more?: Input): Change;
  cancel(sale: Sold, more?: Input): Change;
  /** As after an approval. */
  carryOut(change: Change, options?: Options): Promise<Decision<Done>>;
  carriedOut(change: Change, options?: Options): Promise<Done>;
  preview(change: Change): Promise<Decision<Record<string, unknown>>>;
  stateOf(sale: Sold, otherUnitId?: string): Promise<unknown>;
};

export const APPROVAL = { id: 'an approval', by: 'Somebody else' };
const TODAY = daysAgo(0);

export async function changeSite(ground: Ground, units: number, project: Input = {}): Promise<ChangeSite> {
  const { client, workspace } = ground;
  const desk = inProcess(workspace.url, workspace.applicationToken);
  const site = await buildLedgerSite(client, {
    units,
    price: PRICE,
    lines: LINES,
    project: { lateFeeRate: null, swapFee: euros('500.00'), buyerChangeFee: euros('300.00'), ...project },
  });
  const halves = await makePlan(client, HALVES);
  const others: [string, string] = [randomUUID(), randomUUID()];
  const people = others.map((id, index) => ({
    id,
    name: { firstName: ['Bo', 'Ana'][index], lastName: `Li ${site.mark}` },
  }));
  await client.graphql('mutation ($data: [PersonCreateInput!]!) { createPeople(data: $data) { id } }', {
    data: people,
  });
  let next = 0;
  const take = () => {
    const id = site.unitIds[next++];
    if (id === undefined) throw new Error('the site has no more units');
    return id;
  };

  const pay: ChangeSite['pay'] = (contractId, amount, more = {}) =>
    desk.done(recordReceipt, { contractId, amount, method: 'TRANSFER', receivedOn: daysAgo(5), ...more });
  const carryOut: ChangeSite['carryOut'] = ({ command, input }, options = {}) =>
    desk.run(command, input, { approval: APPROVAL, ...options });
  return {
    ground,
    desk,
    site,
    halves,
    others,
    carryOut,
    async freshUnit(price = PRICE) {
      const id = take();
      if (price !== PRICE)
        await client.graphql(
          'mutation ($id: UUID!, $data: KeyturnUnitUpdateInput!) { updateKeyturnUnit(id: $id, data: $data) { id } }',
          { id, data: { listPrice: euros(price), areaSquareMetres: 120 } },
        );
      return id;
    },
    async sold(paid) {
      const unitId = take();
      const name = `C-${site.mark}-${next}`;
      const reserved = await desk.done(reserveUnit, { unitId, buyerId: site.buyerId });
      const { reservationId } = reserved.result;
      const body = { reservationId, planId: site.planId, number: name, signedOn: daysAgo(100) };
      const contractId = String((await desk.done(signContract, body)).result.contractId);
      if (paid !== undefined) await pay(contractId, paid);
      return { contractId, unitId, name };
    },
    pay,
    swap: ({ contractId }, unitId, more = {}) => ({
      command: changeContractUnit,
      input: { contractId, unitId, effectiveOn: TODAY, reason: 'Wants a higher floor', ...more },
    }),
    buyers: ({ contractId }, shares, more = {}) => ({
      command: changeContractBuyers,
      input: {
        contractId,
        parties: shares.map(([buyerId, sharePercent]) => ({ buyerId, sharePercent })),
        effectiveOn: TODAY,
        reason: 'They have married',
        ...more,
      },
    }),
    replan: ({ contractId }, more = {}) => ({
      command: replanContract,
      input: { contractId, planId: halves, effectiveOn: TODAY, reason: 'Asked for', ...more },
    }),
    cancel: ({ contractId }, more = {}) => ({
      command: cancelContract,
      input: { contractId, kind: 'BUYER_DEFAULT', cancelledOn: TODAY, reason: 'Does not pay', ...more },
    }),
    async carriedOut(change, options) {
      const decision = await carryOut(change, options);
      if (isRefused(decision)) throw new Error(`refused: ${JSON.stringify(decision.refused)}`);
      return decision.plan;
    },
    preview: ({ command, input }) =>
      previewContractChange.answer(
        { store: desk.store, clock: { now: () => new Date() }, files: null as never },
        { command: command.name, input },
      ),
    stateOf: (sale, otherUnitId) => stateOf(ground, sale, otherUnitId),
  };
}

/** All that a change touches, without what is another in every run: ids, numbers of contracts, moments. */
async function stateOf({ client }: Ground, { contractId, unitId, name }: Sold, otherUnitId?: string) {
  const contract = await recordOf(client, 'contract', contractId);
  const installments = await records(client, 'installment', { contractId });
  const seqOf = new Map(installments.map(({ id, seq }) => [id, seq]));
  const rows = async (object: ObjectName, fields: readonly string[]) =>
    (await records(client, object, { contractId } as never))
      .map((one) => {
        const { installmentId = '' } = one as { installmentId?: string };
        const shown = fields.map((field) => String(one[field as never] ?? '').replaceAll(name, 'N'));
        return [seqOf.get(installmentId) ?? '', ...shown].join(' ');
      })
      .sort();
  const unitOf = async (id: string) => {
    const { state, holder } = await recordOf(client, 'unit', id);
    const locks = await records(client, 'unitLock', { lockKey: id });
    return {
      state,
      holder: holder ?? '',
      locks: locks.map((lock) => `${lock.holderKind} ${lock.holderId === contractId} ${lock.holderName}`),
    };
  };
  const units = otherUnitId === undefined ? [unitId] : [unitId, otherUnitId];
  const { state, price, paid, prepaid, refunded, overdue, contractArea, buyerId, cancelKind } = contract;
  return {
    contract: { state, price, paid, prepaid, refunded, overdue, contractArea, buyerId, cancelKind },
    hasUnit: units.indexOf(contract.unitId ?? ''),
    installments: installments
      .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
      .map((one) => `${one.seq} ${one.chargeType} ${one.amount} -${one.credited} ${one.paid} ${one.state}`),
    adjustments: await rows('adjustment', ['kind', 'amount', 'effectiveOn', 'approvedBy', 'reason']),
    receipts: await rows('receipt', ['method', 'amount', 'allocated', 'state']),
    parties: await rows('party', [
      'name',
      'sharePercent',
      'isFirst',
      'state',
      'joinedOn',
      'leftOn',
      'reason',
    ]),
    changes: (await records(client, 'contractChange', { contractId })).map((one) => ({
      kind: one.kind,
      isDone: one.executedAt !== null,
      prices: [one.priceBefore, one.priceAfter, one.fee, one.toRefund],
      by: [one.askedBy, one.approvedBy, one.approvalId],
      reason: one.reason,
    })),
    units: await Promise.all(units.map(unitOf)),
  };
}

const cents = (amount: string) => Math.round(Number(amount || '0') * 100);

/** E21.6: the installments of the home, less what was re-planned, are the price; for every change there is. */
export async function sumOfInstallments({ client }: Ground, contractId: string): Promise<number> {
  const house = (await records(client, 'installment', { contractId })).filter(
    ({ chargeType }) => chargeType === 'HOUSE_PRICE',
  );
  const own = new Set(house.map(({ id }) => id));
  const replanned = (await records(client, 'adjustment', { contractId })).filter(
    ({ kind, installmentId }) => kind === 'REPLANNING' && own.has(installmentId ?? ''),
  );
  const total = (rows: readonly { amount: string }[]) =>
    rows.reduce((sum, one) => sum + cents(one.amount), 0);
  return total(house) - total(replanned);
}
