/**
 * Area settlement in two steps (D5): calculated from the survey, again as often as it is corrected, and
 * then posted, once. What the buyer pays becomes an installment; what the buyer gets back is taken off the
 * last installments, so that money which was paid for them is the buyer's again.
 *
 * Changes: the settlement; when posted, an installment or adjustments. Guard: one settlement a contract;
 * its state is changed only while it is still the one that was decided on. After a crash: it says POSTED
 * and its rows are missing in part; the same request again writes them, with the same ids.
 */
import * as z from 'zod/mini';
import {
  type AreaSettlementState,
  areaOf,
  openAmount,
  type Replayed,
  STATUTORY_AREA_RULE,
  settleArea,
} from '#domain/ledger/index.ts';
import { decimalOf, formatDecimal, isPositiveDecimal, parseDecimal } from '#domain/shared/decimal.ts';
import {
  divide,
  formatMoney,
  isPositive,
  lesser,
  type Money,
  money,
  subtract,
  zero,
} from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { amount, inputMoney, recordId, requestId, text } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { addAdjustments } from './add-rows.ts';
import { type Book, currencyOf, replayBook } from './book.ts';
import { type ContractBook, type ContractOfProject, loadContract, notLive, todayOf } from './contract-of.ts';
import { installmentRow } from './installment-rows.ts';
import { postContract } from './post-receipts.ts';

const area = z
  .string()
  .check(z.trim(), z.regex(/^\d{1,9}(\.\d{1,4})?$/, 'must be an area in m² like "88.50"'));

const calculateSchema = z.object({
  requestId,
  contractId: recordId,
  measuredArea: area,
  /** Without it the price of the contract divided by its area. */
  unitPrice: z.optional(amount),
  remark: z.optional(text),
});
const postSchema = z.object({
  requestId,
  areaSettlementId: recordId,
  /** Needed when the buyer may rescind: says that the buyer keeps the home. */
  buyerKeeps: z.optional(z.boolean()),
  payWithinDays: z.optional(
    z
      .int('must be a whole number')
      .check(z.gte(0, 'must not be below zero'), z.lte(365, 'must be at most 365')),
  ),
});

type CalculateInput = z.infer<typeof calculateSchema>;
type PostInput = z.infer<typeof postSchema>;
type Settlement = RecordOf<'areaSettlement'>;
type Answer = {
  areaSettlementId: string;
  contract: string;
  ratioPercent: string;
  buyerMayRescind: boolean;
  buyerPays: string;
  buyerRefund: string;
  developerBearsArea: string;
  currency: string;
  state: string;
};

type CalculateSnapshot = ContractBook & { settlement: Settlement | null };

export const calculateAreaSettlement: Command<
  CalculateInput,
  CalculateSnapshot,
  Fields<'areaSettlement'>,
  Answer
> = {
  name: 'settle-area',
  room: 'ledger',
  title: 'Calculate area settlement',
  right: 'keepAccounts',
  schema: calculateSchema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const { found } = await store.read({ found: { object: 'areaSettlement', filter: { contractId } } });
    return { plan: { ...loaded.plan, settlement: found[0] ?? null } };
  },

  decide(_run, input, { contract, settlement }) {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    if (settlement !== null && (settlement.state === 'POSTED' || settlement.state === 'RESCINDED')) {
      const { name, state } = settlement;
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'CALCULATED' });
    }
    return calculated(contract, input);
  },

  async apply(run, _input, { contract, settlement }, row) {
    const id = settlement?.id ?? run.idFor('area settlement');
    if (settlement === null) {
      const claimed = await run.store.claim('areaSettlement', [{ id, ...row }]);
      if (!claimed.won) return refuse({ code: 'BUSY', what: contract.name });
    } else {
      // Guarded: one that is posted at this very moment stays so.
      const guard = { id, state: settlement.state };
      const changed = await run.store.changeWhere('areaSettlement', guard, row);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: contract.name });
    }
    return { plan: answered({ id, ...row }, contract.name) };
  },
};

/** What the survey makes of the contract, as a row. */
export function calculated(
  contract: ContractOfProject,
  input: Pick<CalculateInput, 'measuredArea' | 'unitPrice' | 'remark'>,
): Decision<Fields<'areaSettlement'>> {
  const { contractArea, price, unit } = contract;
  const own = contractArea === null ? null : areaOf(decimalOf(contractArea));
  if (own === null || own <= 0n || price === null)
    return refuse({ code: 'INVALID_INPUT', field: 'contractId', problem: 'has no area in its contract' });
  const unitPrice =
    input.unitPrice === undefined
      ? { plan: money(divide(price.minor * 10_000n, own, 'HALF_UP'), price.currency) }
      : inputMoney('unitPrice', input.unitPrice, price.currency);
  if (isRefused(unitPrice)) return unitPrice;
  const measured = areaOf(parseDecimal(input.measuredArea));
  if (measured === null) throw new Error('the schema allows four decimals');
  const home = { contractArea: own, measuredArea: measured, unitPrice: unitPrice.plan };
  const settled = settleArea(home, ruleOf(contract));
  if (isRefused(settled)) return settled;
  const { ratioPercent, buyerMayRescind, buyerPays, buyerRefund, developerBearsArea } = settled.plan;
  return {
    plan: {
      name: `${contract.name} · ${ratioPercent} %`,
      contractId: contract.id,
      unitId: unit?.id ?? null,
      contractArea,
      measuredArea: Number(input.measuredArea),
      unitPrice: unitPrice.plan,
      ratioPercent: Number(ratioPercent),
      buyerPays,
      buyerRefund,
      developerBears: Number(formatDecimal(developerBearsArea)),
      state: buyerMayRescind ? 'BUYER_MAY_RESCIND' : 'CALCULATED',
      postedOn: null,
      remark: input.remark ?? '',
      seal: null,
    },
  };
}

function ruleOf({ unit }: ContractOfProject) {
  const { areaTolerancePercent = null, areaShortfallMultiplier = null } = unit?.project ?? {};
  const given = (value: number | null) => (value === null ? null : decimalOf(value));
  const [tolerance, multiplier] = [given(areaTolerancePercent), given(areaShortfallMultiplier)];
  return {
    tolerancePercent:
      tolerance !== null && isPositiveDecimal(tolerance) ? tolerance : STATUTORY_AREA_RULE.tolerancePercent,
    shortfallMultiplier:
      multiplier !== null && isPositiveDecimal(multiplier)
        ? multiplier
        : STATUTORY_AREA_RULE.shortfallMultiplier,
  };
}

type PostSnapshot = ContractBook & { settlement: Settlement };

export const postAreaSettlement: Command<PostInput, PostSnapshot, { dueOn: PlainDate }, Answer> = {
  name: 'post-area-settlement',
  room: 'ledger',
  title: 'Post area settlement',
  right: 'keepAccounts',
  schema: postSchema,
  subject: ({ areaSettlementId }) => ({ kind: 'areaSettlement', id: areaSettlementId }),

  async load({ store }, { areaSettlementId }) {
    const { found } = await store.read({
      found: { object: 'areaSettlement', filter: { id: areaSettlementId } },
    });
    const [settlement] = found;
    if (settlement === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'area settlement', id: areaSettlementId });
    const loaded = await loadContract(store, settlement.contractId ?? '');
    return isRefused(loaded) ? loaded : { plan: { ...loaded.plan, settlement } };
  },

  decide(run, input, { contract, settlement }) {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    const { name, state } = settlement;
    const mayPost: AreaSettlementState[] = ['CALCULATED', 'CONFIRMED'];
    const keeps = state === 'BUYER_MAY_RESCIND' && input.buyerKeeps === true;
    const isOwn = run.isResumed && state === 'POSTED';
    if (!mayPost.includes(state) && !keeps && !isOwn)
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'POSTED' });
    return { plan: { dueOn: addDays(todayOf(contract, run.now), input.payWithinDays ?? 0) } };
  },

  async apply(run, _input, { contract, book, settlement }, { dueOn }) {
    const today = todayOf(contract, run.now);
    if (settlement.state !== 'POSTED') {
      const changed = await run.store.changeWhere(
        'areaSettlement',
        { id: settlement.id, state: settlement.state },
        { ...sealedFields('areaSettlement', settlement), state: 'POSTED', postedOn: today },
      );
      if (changed.length === 0) return refuse({ code: 'BUSY', what: settlement.name });
    }
    const { buyerPays, buyerRefund } = settlement;
    if (buyerPays !== null && isPositive(buyerPays)) {
      const id = run.idFor('installment');
      const seq = book.installments.find((one) => one.id === id)?.seq ?? nextSeq(book.installments);
      const asked = { id, seq, label: 'Area difference', amount: buyerPays, dueOn };
      const row = installmentRow(contract, { ...asked, chargeType: 'AREA_DIFFERENCE' }, today);
      // It says POSTED already, so that nothing is refused any more: a number that somebody else has taken
      // throws, and the same request again takes the next one.
      await run.store.write([{ create: 'installment', row }]);
    }
    if (buyerRefund !== null && isPositive(buyerRefund)) {
      // Of a run that was cut off: what it has taken off already is not taken off once more elsewhere.
      const isOurs = ({ adjustments, installments }: Book) => {
        const known = new Set(adjustments.map(({ id }) => id));
        return installments.some(({ id }) => known.has(run.idFor(`adjustment ${id}`)));
      };
      const rowsFor = (known: Book) =>
        takenOff(contract, known.installments, replayBook(contract, known, today), buyerRefund).map(
          ({ installment, amount: part }) => ({
            id: run.idFor(`adjustment ${installment.id}`),
            name: `${installment.name} · ${formatMoney(part)}`,
            contractId: contract.id,
            installmentId: installment.id,
            kind: 'AREA_SETTLEMENT' as const,
            amount: part,
            effectiveOn: today,
            reason: settlement.name,
            askedBy: run.actor.name,
            approvedBy: run.approval?.by ?? '',
            slotKey: '',
            seal: null,
          }),
        );
      await addAdjustments(run.store, contract, book, (known) => (isOurs(known) ? [] : rowsFor(known)));
    }
    await postContract(run.store, contract, today);
    return { plan: answered({ ...settlement, state: 'POSTED' }, contract.name) };
  },
};

/** The last installments first: what is still open shrinks, what was paid is the buyer's again. */
export function takenOff(
  contract: ContractOfProject,
  installments: readonly RecordOf<'installment'>[],
  target: Replayed,
  total: Money,
): { installment: RecordOf<'installment'>; amount: Money }[] {
  const none = zero(currencyOf(contract));
  const parts: { installment: RecordOf<'installment'>; amount: Money }[] = [];
  let rest = total;
  const house = installments.filter(({ chargeType }) => chargeType === 'HOUSE_PRICE');
  for (const installment of [...house].sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0))) {
    const credited = target.charges.find(({ id }) => id === installment.id)?.credited ?? none;
    const left = openAmount({ amount: installment.amount ?? none, paid: none, credited });
    const part = lesser(rest, left);
    if (!isPositive(part)) continue;
    parts.push({ installment, amount: part });
    rest = subtract(rest, part);
  }
  return parts;
}

function answered(settlement: Settlement, contract: string) {
  const { buyerPays, buyerRefund, state } = settlement;
  const currency = buyerPays?.currency ?? '';
  const answer = {
    areaSettlementId: settlement.id,
    contract,
    ratioPercent: (settlement.ratioPercent ?? 0).toFixed(4),
    buyerMayRescind: state === 'BUYER_MAY_RESCIND',
    buyerPays: buyerPays === null ? '0' : formatMoney(buyerPays),
    buyerRefund: buyerRefund === null ? '0' : formatMoney(buyerRefund),
    developerBearsArea: String(settlement.developerBears ?? 0),
    currency,
    state,
  };
  const owes = buyerPays !== null && isPositive(buyerPays);
  const gets = buyerRefund !== null && isPositive(buyerRefund);
  const what = owes
    ? `the buyer pays ${answer.buyerPays} ${currency}`
    : gets
      ? `the buyer gets back ${answer.buyerRefund} ${currency}`
      : 'nothing is to be settled';
  const rescind = answer.buyerMayRescind ? ' The buyer may rescind; ask before you post it.' : '';
  const message = `Area of ${contract} differs by ${answer.ratioPercent} %: ${what}.${rescind}`;
  return { answer, message, after: answer };
}
